using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.Storage;

/// <summary>What the audit trail says of a change of definitions: which types and parts were added, changed and removed.</summary>
internal static class DefinitionsAudit
{
    public static AuditEntry Of(DefinitionSnapshot before, DefinitionSnapshot after)
    {
        var details = new JsonObject();
        Compare("types", Texts(before.Types.Values, type => type.Name, DefinitionJson.Of), Texts(after.Types.Values, type => type.Name, DefinitionJson.Of), details);
        Compare("parts", Texts(before.Parts.Values, part => part.Name, DefinitionJson.Of), Texts(after.Parts.Values, part => part.Name, DefinitionJson.Of), details);
        return new(AuditActions.DefinitionsSaved) { Details = details };
    }

    private static Dictionary<string, string> Texts<T>(IEnumerable<T> definitions, Func<T, string> name, Func<T, JsonObject> json) =>
        definitions.ToDictionary(name, definition => ItemJson.Write(json(definition)), StringComparer.Ordinal);

    private static void Compare(string what, Dictionary<string, string> before, Dictionary<string, string> after, JsonObject details)
    {
        Name("added", after.Keys.Where(name => !before.ContainsKey(name)));
        Name("changed", after.Where(one => before.TryGetValue(one.Key, out var had) && had != one.Value).Select(one => one.Key));
        Name("removed", before.Keys.Where(name => !after.ContainsKey(name)));

        void Name(string change, IEnumerable<string> names)
        {
            var sorted = names.Order(StringComparer.Ordinal).Select(name => (JsonNode?)name).ToArray();
            if (sorted.Length == 0)
                return;
            if (details.Child(what) is not { } group)
                details[what] = group = [];
            group[change] = new JsonArray(sorted);
        }
    }
}
