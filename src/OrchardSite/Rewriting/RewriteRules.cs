using System.Text.Json.Nodes;
using Gongkai.Content;

namespace OrchardSite.Rewriting;

/// <summary>The site's redirects and rewrites, compiled once a change.</summary>
internal sealed class RewriteRules(IChangeFeed feed, ISettings settings) : SettingsFollower(feed, SettingsNames.UrlRewriting)
{
    private const string Rules = "Rules";

    /// <summary>The rules now: one read of a reference.</summary>
    public IReadOnlyList<RewriteRule> Current { get; private set; } = [];

    /// <summary>The rules of a stored document in their order.</summary>
    public static IReadOnlyList<JsonObject> In(JsonObject document) => [.. document.Objects(Rules)];

    /// <summary>A document with rules added, each in the place of the one of its id or else its name.</summary>
    public static JsonObject With(JsonObject document, IEnumerable<JsonObject> added)
    {
        var rules = In(document).Select(rule => rule.DeepClone().AsObject()).ToList();
        foreach (var rule in added)
        {
            var at = rules.FindIndex(known => KeyOf(known) == KeyOf(rule));
            if (at < 0)
                rules.Add(rule.DeepClone().AsObject());
            else
                rules[at] = rule.DeepClone().AsObject();
        }

        return new() { [Rules] = new JsonArray([.. rules]) };
    }

    protected override void Load() => Current = [.. In(settings.Get(SettingsNames.UrlRewriting)).Select(rule => RuleReading.Read(rule, out _)).OfType<RewriteRule>()];

    private static string KeyOf(JsonObject rule) => rule.Text("Id") is { Length: > 0 } id ? "id:" + id : "name:" + rule.Text("Name");
}
