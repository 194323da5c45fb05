namespace Gongkai.Content;

/// <summary>Makes an item like another: all that it says, and nothing that belongs to the original alone.</summary>
/// <param name="handlers">What modules know to belong to the original.</param>
public sealed class ItemCopies(IEnumerable<IContentHandler> handlers)
{
    private static readonly string[] OfTheVersion = ["ContentItemVersionId", "Latest", "Published", "CreatedUtc", "ModifiedUtc", "PublishedUtc", "Owner", "Author"];

    /// <summary>A copy with ids of its own, also for the items inside, still to be saved.</summary>
    public ContentItem Of(ContentItem original, string contentItemId)
    {
        var copy = original.Clone();
        foreach (var name in OfTheVersion)
            copy.Json.Remove(name);
        copy.ContentItemId = contentItemId;
        GiveIds(copy);
        foreach (var handler in handlers.OrderBy(handler => handler.Order))
            handler.Copying(copy);
        return copy;
    }

    // Addresses of passages and rows of forms go by the ids of inner items.
    private static void GiveIds(ContentItem item)
    {
        foreach (var inner in item.Json.Select(part => part.Value).OfType<System.Text.Json.Nodes.JsonObject>().SelectMany(part => part.Objects("ContentItems")).Select(json => new ContentItem(json)))
        {
            inner.ContentItemId = IdGenerator.NewId();
            inner.Json.Remove("ContentItemVersionId");
            GiveIds(inner);
        }
    }
}
