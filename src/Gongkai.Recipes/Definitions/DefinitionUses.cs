using System.Text.Json;
using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.Recipes.Definitions;

/// <summary>Counts the items that a change of definitions would leave without the definition of what they hold.</summary>
internal sealed class DefinitionUses(IContentReader reader, DefinitionSnapshot definitions)
{
    // A taxonomy's id stands in every value of its field, also in an empty one.
    private const string TaxonomyId = "TaxonomyContentItemId";

    /// <summary>How many published or newest items are of a type or hold items of it.</summary>
    public Task<int> CountItemsAsync(string type, CancellationToken cancellationToken) => CountAsync([type], (_, _) => true, cancellationToken);

    /// <summary>How many published or newest items carry a value in a field of a part.</summary>
    public Task<int> CountValuesAsync(string part, string field, CancellationToken cancellationToken)
    {
        var names = definitions.Types.Values.ToDictionary(
            type => type.Name, type => type.Parts.Where(one => one.PartName == part).Select(one => one.Name).ToList(), StringComparer.Ordinal);
        var types = names.Where(type => type.Value.Count > 0).Select(type => type.Key).ToList();
        return CountAsync(types, (type, item) => names[type].Any(name => HasValue(item.Child(name)?[field])), cancellationToken);
    }

    private async Task<int> CountAsync(List<string> types, Func<string, JsonObject, bool> counts, CancellationToken cancellationToken)
    {
        if (types.Count == 0)
            return 0;
        // Items stand in items of types that hold others, too.
        var holders = definitions.Types.Keys.Where(type => definitions.FindType(type)!.Parts.Any(part => part.Kind is BagPart or TaxonomyPart));
        List<string> searched = [.. types.Union(holders, StringComparer.Ordinal)];
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var version in (VersionOption[])[VersionOption.Published, VersionOption.Latest])
        {
            await foreach (var item in reader.StreamAsync(searched, version, cancellationToken))
            {
                if (!found.Contains(item.ContentItemId) && Items(item.Json).Any(inner => inner.Text("ContentType") is { } type && types.Contains(type) && counts(type, inner)))
                    found.Add(item.ContentItemId);
            }
        }

        return found.Count;
    }

    /// <summary>An item and the items inside it, whatever holds them.</summary>
    private static IEnumerable<JsonObject> Items(JsonNode? node) => node switch
    {
        JsonObject json => json.SelectMany(property => Items(property.Value)).Concat(json.ContainsKey("ContentType") ? [json] : []),
        JsonArray array => array.SelectMany(Items),
        _ => [],
    };

    private static bool HasValue(JsonNode? node) => node switch
    {
        null => false,
        JsonObject json => json.Any(property => property.Key != TaxonomyId && HasValue(property.Value)),
        JsonArray array => array.Any(HasValue),
        _ => node.GetValueKind() != JsonValueKind.String || node.ToString().Length > 0,
    };
}
