using System.Diagnostics;
using Gongkai.Recipes.Scripting;

namespace Gongkai.Recipes.Tests.Scripting;

public sealed class JavaScriptTests
{
    private static readonly Dictionary<string, ScriptFunction> Functions = new() { ["variables"] = arguments => arguments[0] ?? "" };

    [Theory]
    [InlineData("'甲' + '乙'", "甲乙")]
    [InlineData("1.5 + 1", "2.5")]
    [InlineData("undefined", "")]
    [InlineData("null", "")]
    [InlineData("let s = ''; for (const c of 'abc') s = c + s; s", "cba")]
    [InlineData("variables('x') + variables(7)", "x7")]
    [InlineData("new Date('2026-08-01T08:00:00+08:00').toISOString()", "2026-08-01T00:00:00.000Z")]
    [InlineData("new Date(2026, 0, 1).getHours()", "0")]
    [InlineData("[1, [2, null], 'x'].join('-')", "1-2,-x")]
    [InlineData("'' + [1, 2]", "1,2")]
    [InlineData("'ab'.repeat(3).padStart(8, '_')", "__ababab")]
    [InlineData("'a1b22c'.replace(/\\d+/g, d => '<' + d + '>')", "a<1>b<22>c")]
    [InlineData("'a1b2'.replace(/([a-z])(\\d)/, '$2$1$$$&')", "1a$a1b2")]
    [InlineData("'aXbX'.replace('X', '$&$&').replaceAll('X', '')", "ab")]
    [InlineData("'甲、乙，丙'.split(/[、，]/).join('|')", "甲|乙|丙")]
    [InlineData("'a-b-c'.split('-', 2).join()", "a,b")]
    [InlineData("'a1b2'.match(/\\d/g).join() + 'a1b2'.match(/b(\\d)/)[1] + 'a1'.search(/\\d/)", "1,221")]
    [InlineData("JSON.parse('{\"a\":[1]}').a[0]", "1")]
    [InlineData("encodeURIComponent('甲')", "%E7%94%B2")]
    [InlineData("encodeURI('/甲?a')", "/%E7%94%B2?a")]
    public void A_script_yields_its_text(string script, string expected) => Assert.Equal(expected, JavaScript.Evaluate(script, Functions));

    [Theory]
    [InlineData("while(true){}", "语句太多")]
    [InlineData("(function f(){ return f() })()", "递归")]
    [InlineData("let a = []; while (true) a.push('x'.repeat(100000) + a.length)", "")]
    [InlineData("let s = 'x'; while (true) s += s", "")]
    [InlineData("'x'.repeat(500000000)", "脚本出错：得出的文字超过 4000000 个字符")]
    [InlineData("'x'.padEnd(500000000)", "4000000")]
    [InlineData("let s = 'x'; for (let i = 0; i < 60; i++) s = [s, s].join(''); s", "4000000")]
    [InlineData("'a'.repeat(1000000).replaceAll('a', 'b'.repeat(1000))", "")]
    [InlineData("'a'.repeat(1000000).replace(/a/g, '$&$&$&$&$&')", "")]
    [InlineData("new Array(4294967295).join('x')", "")]
    [InlineData("Array.from({ length: 1e9 }).length", "10000 项")]
    [InlineData("/^(a+)+$/.test('a'.repeat(40) + 'b')", "1 秒")]
    [InlineData("3n ** 100000n + ''", "BigInt")]
    [InlineData("`${1}${1}${1}${1}${1}${1}${1}${1}${1}${1}${1}${1}${1}${1}${1}${1}${1}`", "拼接")]
    [InlineData("1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1", "拼接")]
    [InlineData("new Date()", "当前时间")]
    [InlineData("Date.now()", "当前时间")]
    [InlineData("Date()", "当前时间")]
    [InlineData("Math.random()", "random")]
    [InlineData("eval('1')", "eval")]
    [InlineData("Function('return 1')()", "Function")]
    [InlineData("(() => 1).constructor('return 1')()", "脚本出错")]
    [InlineData("new Proxy({}, {})", "Proxy")]
    [InlineData("System.IO.File.ReadAllText('/etc/passwd')", "System")]
    [InlineData("importNamespace('System')", "importNamespace")]
    [InlineData("require('fs')", "require")]
    [InlineData("({})", "不是文本")]
    [InlineData("true", "不是文本")]
    [InlineData("1 +\n +", "语法错误（脚本第 2 行")]
    [InlineData("\n throw new Error('甲')", "脚本第 2 行第 8 个字符）：甲")]
    [InlineData("try { Date.now() } catch { 'x' }", "当前时间")]
    [InlineData("let o = { toString() { return '' + this } }; '' + o", "")]
    [InlineData("let o = { get a() { return this.a } }; o.a", "递归")]
    public void A_script_that_must_not_go_on_is_stopped_with_a_sentence(string script, string expected)
    {
        var fault = Assert.Throws<ScriptFaultException>(() => Run(() => JavaScript.Evaluate(script, Functions)));

        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
        Assert.Contains(fault.Message, c => c is >= '一' and <= '鿿');
    }

    [Theory]
    [InlineData("(", ")")]
    [InlineData("[", "]")]
    [InlineData("-(", ")")]
    [InlineData("{", "}")]
    public void A_script_that_is_nested_deeply_is_refused(string open, string close) =>
        Assert.Throws<ScriptFaultException>(() => Run(() => JavaScript.Evaluate(string.Concat(Enumerable.Repeat(open, 100_000)) + "1" + string.Concat(Enumerable.Repeat(close, 100_000)), Functions)));

    [Fact]
    public void What_one_script_changes_no_other_sees()
    {
        JavaScript.Evaluate("globalThis.x = 1; String.prototype.trim = () => 'stolen'; ''", Functions);

        Assert.Equal("undefined甲", JavaScript.Evaluate("typeof x + ' 甲 '.trim()", Functions));
    }

    [Fact]
    public void What_scripts_can_reach_is_written_down() => Assert.Equal(
        "Array Boolean Date Error Infinity JSON Map Math NaN Number Object RangeError RegExp Set String SyntaxError TypeError decodeURIComponent encodeURI encodeURIComponent globalThis isFinite isNaN parseFloat parseInt undefined variables",
        JavaScript.Evaluate("Object.getOwnPropertyNames(globalThis).sort().join(' ')", Functions));

    [Fact]
    public void Hostile_scripts_leave_memory_bounded()
    {
        string[] hostile =
        [
            "let s = 'x'.repeat(4000000); let a = []; for (let i = 0; i < 10000; i++) a.push(s); a.join('').length",
            "let s = 'x'.repeat(3000000); `${s}${s}${s}${s}${s}${s}${s}${s}`.length",
            "let a = []; for (let i = 0; i < 9000; i++) a = [a]; '' + a",
            "'x'.repeat(3000000).split('').length",
            "String.prototype.concat.apply('x', Array(9999).fill('y'.repeat(1000000))).length",
            "Function.prototype.call = function () { return this }; 'x'.repeat(9)",
        ];
        foreach (var script in hostile)
        {
            try
            {
                Run(() => JavaScript.Evaluate(script, Functions));
            }
            catch (ScriptFaultException)
            {
                // Refused is well; what counts is what it took.
            }
        }

        using var process = Process.GetCurrentProcess();
        Assert.InRange(process.PeakWorkingSet64, 0, 1500L * 1024 * 1024);
    }

    private static string Run(Func<string> work) => ScriptThread.RunAsync(work, default).GetAwaiter().GetResult();
}
