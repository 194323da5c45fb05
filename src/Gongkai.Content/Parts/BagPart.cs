using System.Text.Json.Nodes;

namespace Gongkai.Content;

/// <summary><c>{"ContentItems": [{…}]}</c>: items inside the item, of the types that the settings name.</summary>
public sealed class BagPart : PartKind
{
    /// <inheritdoc/>
    public override string Name => "BagPart";

    /// <inheritdoc/>
    public override string Editor => "bag";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Properties { get; } = ["ContentItems"];

    /// <summary>The types that a bag may contain; empty when it may contain any.</summary>
    public static IReadOnlyList<string> ContainedTypes(ContentTypePartDefinition part) => part.Settings.Texts("BagPartSettings", "ContainedContentTypes");

    /// <inheritdoc/>
    public override void Validate(ContentItem item, ContentTypePartDefinition part, JsonObject? value, ValidationScope scope)
    {
        var types = ContainedTypes(part);
        foreach (var (nested, at) in ReadItems(value, "ContentItems", scope))
        {
            if (types.Count > 0 && !types.Contains(nested.ContentType))
                at.At("ContentType").Report($"这里只能放 {types} 类型的内容，得到的是“{nested.ContentType}”。");
            else
                ContentValidator.ValidateItem(nested, at);
        }
    }

    /// <inheritdoc/>
    public override void Contribute(ContentItem item, ContentTypePartDefinition part, JsonObject value, IndexScope scope)
    {
        var route = item.Part("AutoroutePart")?.Flag("RouteContainedItems") == true ? AutoroutePart.RouteOf(item) : null;
        foreach (var nested in value.Objects("ContentItems").Select(json => new ContentItem(json)))
        {
            scope.Nested(nested);
            if (route is not null && nested.ContentItemId.Length > 0 && AutoroutePart.RouteOf(nested) is { } path)
                scope.Route($"{route}/{path}", nested.ContentItemId);
        }
    }

    /// <inheritdoc/>
    public override JsonObject Public(JsonObject value, DefinitionSnapshot definitions) => new()
    {
        ["ContentItems"] = new JsonArray([.. value.Objects("ContentItems").Select(json => PublicJson.Of(new ContentItem(json), definitions))]),
    };
}
