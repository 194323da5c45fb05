using System.Text.Json;
using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.Review.Checks;

/// <summary>Metadata that the definition requires, and what the settings ask for besides.</summary>
internal sealed class RequiredMetadataCheck : ICheck
{
    public string Name => CheckNames.RequiredMetadata;

    public IEnumerable<Finding> Run(CheckedItem item, CheckRules rules)
    {
        foreach (var fault in item.Faults)
            yield return new(Name, CheckSeverity.Warning, new(fault.Path, Wording.Nothing), fault.Wording);
        foreach (var field in rules.Settings.RequiredOf(item.Item.ContentType).Where(field => IsEmpty(item.Item, field.Path) && !item.Faults.Any(fault => fault.Path.StartsWith(field.Path, StringComparison.Ordinal))))
            yield return new(Name, CheckSeverity.Warning, new(field.Path, Wording.AsWritten(field.Label)), new("“{0}”还没有填", field.Label));
    }

    /// <summary>Whether a field, as <c>DisclosureEntry.Abstract</c>, holds nothing.</summary>
    private static bool IsEmpty(ContentItem item, string path)
    {
        JsonNode? node = item.Json;
        foreach (var name in path.Split('.'))
            node = node is JsonObject json && json.TryGetPropertyValue(name, out var child) ? child : null;
        return HoldsNothing(node);
    }

    private static bool HoldsNothing(JsonNode? node) => node switch
    {
        null => true,
        JsonObject json => json.Where(property => property.Key is not "TaxonomyContentItemId").All(property => HoldsNothing(property.Value)),
        JsonArray array => array.All(HoldsNothing),
        _ => node.GetValueKind() == JsonValueKind.String && string.IsNullOrWhiteSpace(node.GetValue<string>()),
    };
}
