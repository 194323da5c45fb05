using Gongkai.Content;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web;

/// <summary>What a module adds to the page of its type's items: their links to other items, their tags.</summary>
public interface IItemPage
{
    /// <summary>The content type.</summary>
    string ContentType { get; }

    /// <summary>The template's further model and the page's tags.</summary>
    /// <param name="item">The item.</param>
    /// <param name="query">The parameters of the address: a home that keeps pages keeps them by <see cref="ListOrigin.Parameter"/>, and knows no other.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<(IReadOnlyDictionary<string, object?> Model, PageMetadata Metadata)> BuildAsync(ContentItem item, IQueryCollection query, CancellationToken cancellationToken);
}
