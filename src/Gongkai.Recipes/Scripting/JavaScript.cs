using System.Globalization;
using System.Text.RegularExpressions;
using Acornima;
using Acornima.Ast;
using Jint;
using Jint.Native;
using Jint.Runtime;
using Jint.Runtime.Interop;

namespace Gongkai.Recipes.Scripting;

/// <summary>A function that scripts may call: texts in, a text out. An argument that was left out is null.</summary>
internal delegate string ScriptFunction(IReadOnlyList<string?> arguments);

/// <summary>Evaluates the expression of a <c>[js: …]</c>: limited in time, memory, statements and recursion, without clock, chance, host or eval.</summary>
/// <remarks>Each script has an engine of its own, so the same script gives the same value wherever and whenever it is run.</remarks>
internal static class JavaScript
{
    /// <summary>The longest script, in characters.</summary>
    public const int MaxLength = 1024 * 1024;

    private const string PreludeName = "prelude";
    private const int MaxArraySize = 10_000;
    private const int MaxStatements = 200_000;
    private const int MaxRecursion = 100;
    private const long MaxMemory = 64 * 1024 * 1024;

    // Statements bound the work; the clock is for what a single one can do, and must not stop an import because the machine is busy.
    private static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan MaxRegexTime = TimeSpan.FromSeconds(1);
    private static readonly Prepared<Script> Prelude = Engine.PrepareScript(ReadPrelude(), PreludeName, strict: true);

    /// <summary>The value of a script as text.</summary>
    /// <param name="script">The script.</param>
    /// <param name="functions">What it may call.</param>
    /// <param name="now">The present that it sees; null refuses it.</param>
    /// <exception cref="ScriptFaultException">The script is faulty, reaches a limit, or yields no text.</exception>
    public static string Evaluate(string script, IReadOnlyDictionary<string, ScriptFunction> functions, DateTimeOffset? now = null)
    {
        if (script.Length > MaxLength)
            throw new ScriptFaultException($"脚本超过 {MaxLength / 1024} KiB，请缩短它，或把内容放进文件，用 [file:text('…')] 引用。");
        try
        {
            var prepared = Engine.PrepareScript(script);
            if (ScriptShape.FaultOf(prepared.Program!) is { } fault)
                throw new ScriptFaultException(fault);
            return TextOf(NewEngine(functions, now).Evaluate(prepared));
        }
        catch (Exception fault) when (MessageOf(fault) is { } message)
        {
            throw new ScriptFaultException(message);
        }
    }

    private static Engine NewEngine(IReadOnlyDictionary<string, ScriptFunction> functions, DateTimeOffset? now)
    {
        var options = new Options
        {
            TimeSystem = new ScriptClock(now),
            TimeZone = TimeZoneInfo.Utc,
            Culture = CultureInfo.InvariantCulture,
            AgentCanSuspend = false,
        };
        options.TimeoutInterval(MaxTime).LimitMemory(MaxMemory).LimitRecursion(MaxRecursion).MaxStatements(MaxStatements).DisableStringCompilation().Constraint(new StackConstraint());
        options.Constraints.MaxArraySize = MaxArraySize;
        options.Constraints.RegexTimeout = MaxRegexTime;
        options.Constraints.PromiseTimeout = MaxTime;
        options.Interop.Enabled = false;
        var engine = new Engine(options);
        foreach (var (name, function) in functions)
            engine.SetValue(name, new ClrFunction(engine, name, (_, arguments) => function([.. arguments.Select(ArgumentOf)])));
        engine.Execute(Prelude);
        return engine;
    }

    private static string? ArgumentOf(JsValue value) => value.IsUndefined() || value.IsNull() ? null : TypeConverter.ToString(value);

    // As in Orchard Core nothing is an empty text. What it would spell otherwise than JavaScript does is refused.
    private static string TextOf(JsValue value) => value switch
    {
        _ when value.IsUndefined() || value.IsNull() => "",
        _ when value.IsString() || value.IsNumber() => value.ToString(),
        _ => throw new ScriptFaultException("脚本得出的不是文本或数字，请用 String(…) 或 join 之类的函数得出文本。"),
    };

    private static string? MessageOf(Exception fault) => fault switch
    {
        ScriptPreparationException { InnerException: ParseErrorException error } => $"脚本有语法错误（脚本第 {error.LineNumber} 行第 {error.Column + 1} 个字符）：{error.Description}",
        JavaScriptException { Location.SourceFile: PreludeName } error => $"脚本出错：{error.Message}",
        JavaScriptException error => $"脚本出错（脚本第 {error.Location.Start.Line} 行第 {error.Location.Start.Column + 1} 个字符）：{error.Message}",
        ScriptPreparationException or InsufficientExecutionStackException => "脚本嵌套太深，请把它写得简单些。",
        RegexMatchTimeoutException => $"脚本里的正则表达式运行超过 {MaxRegexTime.TotalSeconds:0} 秒，已停止，请把它写得简单些。",
        TimeoutException => $"脚本运行超过 {MaxTime.TotalSeconds:0} 秒，已停止，请检查其中的循环。",
        StatementsCountOverflowException => "脚本执行的语句太多，已停止，请检查其中的循环。",
        RecursionDepthOverflowException => $"脚本的函数互相调用超过 {MaxRecursion} 层，已停止，请检查其中的递归。",
        MemoryLimitExceededException or OutOfMemoryException => $"脚本用的内存超过 {MaxMemory / 1024 / 1024} MiB，或列表超过 {MaxArraySize} 项，已停止，请让它少生成一些内容。",
        JintException => $"脚本出错：{fault.Message}",
        _ => null,
    };

    private static string ReadPrelude()
    {
        using var reader = new StreamReader(typeof(JavaScript).Assembly.GetManifestResourceStream("Gongkai.Recipes.Scripting.Prelude.js")!);
        return reader.ReadToEnd();
    }
}
