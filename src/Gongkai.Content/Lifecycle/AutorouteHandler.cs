namespace Gongkai.Content;

/// <summary>Gives an item without an address the one that its type's Liquid pattern says.</summary>
/// <param name="definitions">The definitions.</param>
/// <param name="liquid">Renders the pattern.</param>
internal sealed class AutorouteHandler(IContentDefinitions definitions, ILiquid liquid) : IContentHandler
{
    public ValueTask PublishingAsync(ContentChange change, CancellationToken cancellationToken)
    {
        if (definitions.Current.FindType(change.Item.ContentType)?.PartOfKind("AutoroutePart") is not { } part
            || part.Definition.Settings.Text("AutoroutePartSettings", "Pattern") is not { Length: > 0 } pattern
            || AutoroutePart.RouteOf(change.Item) is not null)
            return ValueTask.CompletedTask;

        if (liquid.Render(pattern, change.Item, out var fault)?.Trim().Trim('/') is { Length: > 0 } path)
            change.Item.EnsurePart("AutoroutePart")["Path"] = path;
        else if (fault is not null)
            change.Refuse("AutoroutePart.Path", $"内容类型“{change.Item.ContentType}”的地址模板有误：{fault}。请修改模板，或直接填写地址。");
        return ValueTask.CompletedTask;
    }
}
