namespace Gongkai.Content;

/// <summary>Port: walks whole lists of public items, in the order in which <see cref="ISearch"/> pages them. Answers from the index, never from the database.</summary>
/// <remarks>What is made of a walk must not be kept by a cache of pages: nobody notes what it read.</remarks>
public interface ISearchLists
{
    /// <summary>The hits of a request from the first on, read one by one while they are enumerated. Enumerate it once, and dispose of it: it holds the index open.</summary>
    /// <param name="request">The request; its page and size do not count.</param>
    /// <param name="most">The most hits.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="SearchRequestException">The request asks for more than is served.</exception>
    IEnumerable<SearchHit> Walk(SearchRequest request, int most, CancellationToken cancellationToken = default);

    /// <summary>What stands before and after an item in a list. Of a list by words, only among its first 300.</summary>
    /// <param name="request">The request; its page and size do not count.</param>
    /// <param name="contentItemId">The item.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Null when the item is not public or not in the list.</returns>
    /// <exception cref="SearchRequestException">The request asks for more than is served.</exception>
    ListNeighbours? Beside(SearchRequest request, string contentItemId, CancellationToken cancellationToken = default);
}

/// <summary>What stands before and after an item in a list.</summary>
/// <param name="Previous">The item before; null when it is the first.</param>
/// <param name="Next">The item after; null when it is the last.</param>
public sealed record ListNeighbours(SearchHit? Previous, SearchHit? Next);
