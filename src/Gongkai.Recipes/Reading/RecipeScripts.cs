using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Gongkai.Content;
using Gongkai.Recipes.Scripting;

namespace Gongkai.Recipes.Reading;

/// <summary>What the scripts of one recipe come to. Each is evaluated once; checking and carrying out see the same value.</summary>
/// <param name="recipe">The recipe.</param>
/// <param name="inputs">What scripts may read from outside.</param>
internal sealed class RecipeScripts(RecipeOutline recipe, ScriptInputs inputs)
{
    private const int MaxChain = 50;

    // Longer values are made again and compared with what they were, so that memory stays flat.
    private const int MaxKeptLength = 1024;

    private readonly ConcurrentDictionary<long, string> _kept = [];
    private readonly ConcurrentDictionary<long, string> _digests = [];

    /// <summary>The value of a script.</summary>
    /// <exception cref="ScriptFaultException">It has none; the message says why.</exception>
    public async Task<string> ValueOfAsync(RecipeText text, RecipeScript script, CancellationToken cancellationToken) =>
        _kept.TryGetValue(script.Offset, out var kept) ? kept : await ScriptThread.RunAsync(() => ValueOf(text, script, []), cancellationToken);

    private string ValueOf(RecipeText text, RecipeScript script, HashSet<long> open)
    {
        if (_kept.TryGetValue(script.Offset, out var kept))
            return kept;
        if (!open.Add(script.Offset))
            throw new ScriptFaultException("变量互相引用，成了一个圈，请改掉其中一个。");
        if (open.Count > MaxChain)
            throw new ScriptFaultException($"变量一个引用一个，超过 {MaxChain} 层，请减少层次。");
        var value = Evaluate(text, script, open);
        open.Remove(script.Offset);
        if (value.Length > JsonScanner.MaxValueLength)
            throw new ScriptFaultException($"脚本得出的文字超过 {JsonScanner.MaxValueLength / 1024 / 1024} MiB，请拆分或缩短它。");
        if (!IsWhole(value))
            throw new ScriptFaultException("脚本得出的文字里有不成对的代理字符，请检查它是怎样切分文字的。");
        Keep(script.Offset, value);
        return value;
    }

    private string Evaluate(RecipeText text, RecipeScript script, HashSet<long> open) => script.Language switch
    {
        "js" => script.Text.Length > 0 ? JavaScript.Evaluate(script.Text, FunctionsOf(text, script, open), inputs.Now) : throw new ScriptFaultException("脚本是空的，请写出它，或删去方括号。"),
        "file" => FileScript.Read(script.Text, text),
        // Orchard Core has no texts for it either: the text that is given is the neutral one.
        "localization" => script.Text.Trim('\'', '"'),
        "env" => throw new ScriptFaultException("配方不能读环境变量。请改用 [js: parameters('名称')]，导入时写 --parameter 名称=值。"),
        _ => throw new ScriptFaultException($"配方不能读 appsettings.json 的任意内容。请改用 [js: configuration('名称')]，把值放进 {inputs.Configuration?.Section ?? "Recipes"} 一节。"),
    };

    private Dictionary<string, ScriptFunction> FunctionsOf(RecipeText text, RecipeScript script, HashSet<long> open)
    {
        var calls = 0;
        return new(StringComparer.Ordinal)
        {
            ["uuid"] = _ => IdOf(script, ++calls),
            ["base64"] = arguments => TextFunctions.FromBase64(Argument("base64", arguments)),
            ["html"] = arguments => TextFunctions.FromHtml(Argument("html", arguments)),
            ["gzip"] = arguments => TextFunctions.FromGzip(Argument("gzip", arguments)),
            ["variables"] = arguments => VariableOf(Argument("variables", arguments), text, open),
            ["parameters"] = arguments => ParameterOf(Argument("parameters", arguments)),
            ["getUrlPrefix"] = arguments => "/" + (arguments.Count > 0 ? arguments[0] ?? "" : "").Trim(' ', '/'),
            ["createWorkflowToken"] = _ => inputs.Without("createWorkflowToken", "本站没有工作流，脚本里的 createWorkflowToken(…) 得空文本"),
            ["configuration"] = arguments => ConfigurationOf(Argument("configuration", arguments), arguments.Count > 1 ? arguments[1] : null),
        };
    }

    /// <summary>The same recipe gives the same ids at every run, so that importing it twice changes nothing.</summary>
    private string IdOf(RecipeScript script, int call) => recipe.Name.Length > 0
        ? IdGenerator.FromText(string.Create(CultureInfo.InvariantCulture, $"recipe\n{recipe.Name}\n{script.Path}\n{call}"))
        : throw new ScriptFaultException("uuid() 的编号由配方的名称得出，请给配方写上 name。");

    private string VariableOf(string name, RecipeText text, HashSet<long> open)
    {
        if (!recipe.Variables.TryGetValue(name, out var variable))
            throw new ScriptFaultException($"配方的 variables 里没有“{name}”，请补上它，或改正名称。");
        if (variable.Text is null)
            throw new ScriptFaultException($"变量“{name}”不是文本，请给它加上引号。");
        return ScriptPrefix.Of(variable.Text) is ({ } language, { } script)
            ? ValueOf(text, new(language, script, variable.Offset, "$.variables" + JsonTrail.Property(name)), open)
            : ScriptPrefix.Unmark(variable.Text);
    }

    private string ParameterOf(string name) => inputs.Find(name)
        ?? throw new ScriptFaultException($"没有参数“{name}”，导入时请写 --parameter {name}=值。");

    private string ConfigurationOf(string key, string? otherwise)
    {
        var section = inputs.Configuration?.Section ?? "Recipes";
        return inputs.Configuration?.Find(key) ?? otherwise
            ?? throw new ScriptFaultException($"appsettings.json 的 {section} 一节里没有“{key}”。配方只能读这一节，连接字符串、密码等都读不到；请把要用的值写成 {section}:{key}。");
    }

    private void Keep(long offset, string value)
    {
        if (value.Length <= MaxKeptLength)
            _kept[offset] = value;
        else if (Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(value))) is var digest && _digests.GetOrAdd(offset, digest) != digest)
            throw new ScriptFaultException("脚本用到的文件在导入过程中被改动了，请等它写完再导入一次。");
    }

    private static string Argument(string function, IReadOnlyList<string?> arguments) =>
        (arguments.Count > 0 ? arguments[0] : null) ?? throw new ScriptFaultException($"函数 {function} 要有一个参数，如 {function}('…')。");

    private static bool IsWhole(string value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            if (char.IsHighSurrogate(value[i]) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
                i++;
            else if (char.IsSurrogate(value[i]))
                return false;
        }
        return true;
    }
}
