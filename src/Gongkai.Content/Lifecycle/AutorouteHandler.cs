namespace Gongkai.Content;

/// <summary>Gives an item without an address the one that its type's Liquid pattern says; keeps editors to it where the settings do.</summary>
/// <param name="definitions">The definitions.</param>
/// <param name="liquid">Renders the pattern.</param>
internal sealed class AutorouteHandler(IContentDefinitions definitions, ILiquid liquid) : IContentHandler
{
    private const string Settings = "AutoroutePartSettings";

    public int Order => HandlerOrder.Model;

    public void Copying(ContentItem copy) => copy.Part("AutoroutePart")?.Remove("Path");

    public ValueTask SavingAsync(ContentChange change, CancellationToken cancellationToken)
    {
        // Without a pattern nobody but the editor can give an address.
        if (!change.IsImport && PatternOf(change.Item) is { } pattern && !pattern.IsTrue(Settings, "AllowCustomPath")
            && AutoroutePart.RouteOf(change.Item) is { } path && path != ((change.Before.Latest ?? change.Before.Published) is { } before ? AutoroutePart.RouteOf(before) : null))
            change.Refuse("AutoroutePart.Path", $"内容类型“{change.Item.ContentType}”的地址按模板生成，不能自行填写，请清空或恢复原来的地址。");
        return ValueTask.CompletedTask;
    }

    public ValueTask PublishingAsync(ContentChange change, CancellationToken cancellationToken)
    {
        if (PatternOf(change.Item) is not { } settings || AutoroutePart.RouteOf(change.Item) is not null)
            return ValueTask.CompletedTask;

        if (liquid.Render(settings.Text(Settings, "Pattern")!, change.Item, out var fault)?.Trim().Trim('/') is { Length: > 0 } path)
        {
            change.Item.EnsurePart("AutoroutePart")["Path"] = path;
            change.HasGeneratedRoute = true;
        }
        else if (fault is not null)
        {
            change.Refuse("AutoroutePart.Path", $"内容类型“{change.Item.ContentType}”的地址模板有误：{fault}。请修改模板，或直接填写地址。");
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>The settings of an item's route when they have a pattern.</summary>
    private DefinitionSettings? PatternOf(ContentItem item) =>
        definitions.Current.FindType(item.ContentType)?.PartOfKind("AutoroutePart")?.Definition.Settings is { } settings
        && settings.Text(Settings, "Pattern") is { Length: > 0 } ? settings : null;
}
