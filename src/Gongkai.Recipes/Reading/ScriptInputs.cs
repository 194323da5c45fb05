using System.Collections.Concurrent;
using System.Globalization;
using Gongkai.Recipes.Scripting;

namespace Gongkai.Recipes.Reading;

/// <summary>What the scripts of a run may read from outside.</summary>
/// <param name="Parameters">The run's parameters by name.</param>
/// <param name="Configuration">The section of the configuration that is made for recipes.</param>
/// <param name="SiteName">What Orchard Core's set-up gives as <c>SiteName</c>; null where there is no site.</param>
internal sealed record ScriptInputs(IReadOnlyDictionary<string, string> Parameters, RecipeConfiguration? Configuration, string? SiteName = null)
{
    private const string NowParameter = "now";

    // What the set-up of Orchard Core asks for and its recipes read. Here nobody sets a site up by a form.
    private static readonly string[] SetUpParameters = ["AdminUserId", "AdminUsername", "AdminEmail"];

    private readonly ConcurrentDictionary<string, string> _assumed = new(StringComparer.Ordinal);

    public static ScriptInputs None { get; } = new(new Dictionary<string, string>(), null);

    /// <summary>The present that scripts see: what the parameter <c>now</c> says, so that the same call twice imports the same.</summary>
    public DateTimeOffset? Now => !Parameters.TryGetValue(NowParameter, out var text)
        ? null
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var now)
            ? now
            : throw new ScriptFaultException("参数 now 不是时间，应写作 2026-08-01T00:00:00Z。");

    /// <summary>A parameter's value; null when nobody gave it and nothing stands in for it.</summary>
    public string? Find(string name)
    {
        if (Parameters.TryGetValue(name, out var value))
            return value;
        if (name == "SiteName" && SiteName is not null)
            return SiteName;
        return SetUpParameters.Contains(name) ? Without(name, $"没有给出参数“{name}”（Orchard Core 安装时填写的），按空文本处理；要用别的值，请写 --parameter {name}=值") : null;
    }

    /// <summary>An empty text in the place of what this home does not have, told once.</summary>
    public string Without(string name, string sentence)
    {
        _assumed.TryAdd(name, sentence);
        return "";
    }

    /// <summary>What scripts were given in the place of something that nobody gave: a sentence each, for the report.</summary>
    public IReadOnlyList<string> TakeAssumptions()
    {
        string[] taken = [.. _assumed.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value)];
        _assumed.Clear();
        return taken;
    }
}
