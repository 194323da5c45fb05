using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gongkai.Content;

/// <summary><c>{"ListContentItemId": "…", "ListContentType": "Channel", "Order": 0}</c>: says in which list an item is. Every item may have it, whatever its definition says.</summary>
public sealed class ContainedPart : PartKind
{
    /// <inheritdoc/>
    public override string Name => "ContainedPart";

    /// <inheritdoc/>
    public override string Editor => "contained";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Properties { get; } = ["ListContentItemId", "ListContentType", "Order"];

    /// <summary>The id of the list that an item is in; null when it is in none.</summary>
    public static string? ListOf(ContentItem item) => item.Part("ContainedPart")?.Text("ListContentItemId") is { Length: > 0 } id ? id : null;

    /// <inheritdoc/>
    public override void Validate(ContentItem item, ContentTypePartDefinition part, JsonObject? value, ValidationScope scope)
    {
        ReadText(value, "ListContentItemId", scope);
        ReadText(value, "ListContentType", scope);
        if (value is not null && value.TryGetPropertyValue("Order", out var order) && order is not null && OrderOf(value) is null)
            scope.At("Order").Report($"应为整数，得到的是{FieldKind.Describe(order)}。");
    }

    /// <inheritdoc/>
    public override void Contribute(ContentItem item, ContentTypePartDefinition part, JsonObject value, IndexScope scope)
    {
        if (value.Text("ListContentItemId") is { Length: > 0 } id)
            scope.Container(id, OrderOf(value) ?? 0);
    }

    /// <summary>Nothing: the list may be hidden. Whoever knows that it is not shows <see cref="PublicJson.Only"/> of it.</summary>
    public override JsonObject? Public(JsonObject value, DefinitionSnapshot definitions) => null;

    private static int? OrderOf(JsonObject value) =>
        value.TryGetPropertyValue("Order", out var order) && order?.GetValueKind() == JsonValueKind.Number && int.TryParse(order.ToJsonString(), CultureInfo.InvariantCulture, out var number)
            ? number : null;
}
