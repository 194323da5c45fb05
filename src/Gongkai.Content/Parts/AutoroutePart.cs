using System.Text.Json.Nodes;

namespace Gongkai.Content;

/// <summary><c>{"Path": "entries/1"}</c>: the item's address. With <c>RouteContainedItems</c> the items inside have theirs below it.</summary>
public sealed class AutoroutePart : PartKind
{
    /// <inheritdoc/>
    public override string Name => "AutoroutePart";

    /// <inheritdoc/>
    public override string Editor => "route";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Properties { get; } = ["Path"];

    /// <summary>An item's route without outer slashes; null when it has none.</summary>
    public static string? RouteOf(ContentItem item) => item.Part("AutoroutePart")?.Text("Path")?.Trim('/') is { Length: > 0 } path ? path : null;

    /// <summary>An item's address, escaped: its route, else <c>/Contents/ContentItems/{id}</c> as in Orchard Core.</summary>
    public static string UrlOf(ContentItem item) => RouteOf(item) is { } route
        ? "/" + string.Join('/', route.Split('/').Select(Uri.EscapeDataString))
        : "/Contents/ContentItems/" + Uri.EscapeDataString(item.ContentItemId);

    /// <inheritdoc/>
    public override void Validate(ContentItem item, ContentTypePartDefinition part, JsonObject? value, ValidationScope scope)
    {
        if (ReadText(value, "Path", scope)?.Trim('/') is { Length: > 0 } path && scope.Reserved.FaultOf(path, item.ContentType) is { } fault)
            scope.At("Path").Report(fault);
    }

    /// <inheritdoc/>
    public override void Contribute(ContentItem item, ContentTypePartDefinition part, JsonObject value, IndexScope scope)
    {
        if (RouteOf(item) is { } path)
            scope.Route(path);
    }
}
