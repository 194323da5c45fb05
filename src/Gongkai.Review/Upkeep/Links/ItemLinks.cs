using Gongkai.Content;
using Gongkai.Review.Checks;

namespace Gongkai.Review.Upkeep.Links;

/// <summary>The links of an item to elsewhere.</summary>
internal static class ItemLinks
{
    // A page of links has hundreds; more is a mistake.
    private const int Most = 500;

    /// <summary>The links, each once; none of an item that is not public.</summary>
    public static IReadOnlyCollection<OutsideLink> Of(ContentItem? item, DefinitionSnapshot definitions, string baseUrl) => item is null || !item.IsPublic()
        ? []
        : [.. ItemTexts.Of(item, definitions).SelectMany(TextLinks.In).Select(link => OutsideAddress.Of(link.Address, baseUrl)).OfType<OutsideLink>().DistinctBy(link => link.Id).Take(Most)];
}
