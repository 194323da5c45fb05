using Gongkai.Content;

namespace OrchardSite.Caching;

/// <summary>Lists what is public and notes for the page under way that it does.</summary>
internal sealed class NotedPublicItems(IPublicItems items, PageReads reads) : IPublicItems
{
    public IReadOnlyList<PublicItem> ReadAfter(string? after, int count, string? contentType = null)
    {
        reads.Add(contentType is null ? PageTags.AnyList : PageTags.List(contentType));
        return items.ReadAfter(after, count, contentType);
    }

    public IReadOnlyList<PublicItemsPart> Parts(int size)
    {
        reads.Add(PageTags.AnyList);
        return items.Parts(size);
    }
}
