using Gongkai.Content;

namespace Gongkai.Web;

/// <summary>What a module adds to the page of its type's items: their links to other items, their tags.</summary>
public interface IItemPage
{
    /// <summary>The content type.</summary>
    string ContentType { get; }

    /// <summary>The template's further model and the page's tags.</summary>
    Task<(IReadOnlyDictionary<string, object?> Model, PageMetadata Metadata)> BuildAsync(ContentItem item, CancellationToken cancellationToken);
}
