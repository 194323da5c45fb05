namespace Gongkai.Content;

/// <summary>An item that carries a term.</summary>
/// <param name="TermId">The term.</param>
/// <param name="ContentItemId">The item.</param>
/// <param name="ContentType">Its type.</param>
/// <param name="Title">What people read.</param>
public sealed record TermUse(string TermId, string ContentItemId, string ContentType, string Title);

/// <summary>Port of a home that keeps the content itself: which published or newest versions carry which terms. Scoped.</summary>
public interface ITermUses
{
    /// <summary>How many items carry each term of a taxonomy; terms that none carries are left out.</summary>
    Task<IReadOnlyDictionary<string, int>> CountAsync(string taxonomyId, CancellationToken cancellationToken = default);

    /// <summary>Some of the items that carry one of some terms, by id.</summary>
    /// <param name="taxonomyId">The taxonomy.</param>
    /// <param name="termIds">The terms.</param>
    /// <param name="count">How many items at most.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<IReadOnlyList<TermUse>> FindAsync(string taxonomyId, IReadOnlyCollection<string> termIds, int count, CancellationToken cancellationToken = default);
}
