namespace Gongkai.Content;

/// <summary>By what a list is sorted.</summary>
public enum ItemListSort
{
    /// <summary>When the newest version was changed.</summary>
    Modified,

    /// <summary>When the published version was published; what is not comes last when the newest come first.</summary>
    Published,

    /// <summary>The title, by code points.</summary>
    Title,

    /// <summary>The number, by code points.</summary>
    Number,

    /// <summary>When something is to be done.</summary>
    Due,
}

/// <summary>The states by which a list is filtered.</summary>
public enum ItemListState
{
    /// <summary>Never published, or not any more without having been public.</summary>
    Draft,

    /// <summary>Published, newest version or not.</summary>
    Published,

    /// <summary>Published, with a newer draft.</summary>
    Changed,

    /// <summary>To be published or archived at a time.</summary>
    Scheduled,

    /// <summary>Withdrawn from the public.</summary>
    Withdrawn,

    /// <summary>Public, and 废止 or 失效.</summary>
    Repealed,

    /// <summary>With a newest version that waits to be published; not what was withdrawn.</summary>
    Unpublished,
}

/// <summary>Terms of a taxonomy; an item that carries one of them fits.</summary>
/// <param name="TaxonomyId">The taxonomy.</param>
/// <param name="TermIds">The terms; the caller adds those below them.</param>
public sealed record TermChoice(string TaxonomyId, IReadOnlyCollection<string> TermIds);

/// <summary>The items of some offices: those that name them, and those without an issuer that their people made.</summary>
/// <param name="Issuers">The terms of the taxonomy <c>issuers</c>, with those below them.</param>
/// <param name="People">The names of their accounts.</param>
public sealed record OfficeChoice(IReadOnlyCollection<string> Issuers, IReadOnlyCollection<string> People)
{
    /// <summary>The taxonomy of the offices.</summary>
    public const string Taxonomy = "issuers";
}

/// <summary>What a list asks for. What is left out does not filter.</summary>
public sealed record ItemListRequest
{
    /// <summary>The largest page.</summary>
    public const int LargestPage = 200;

    /// <summary>The types; none gives nothing: a list shows what its user may see.</summary>
    public required IReadOnlyCollection<string> ContentTypes { get; init; }

    /// <summary>The state.</summary>
    public ItemListState? State { get; init; }

    /// <summary>Each choice must fit, by the newest version's terms.</summary>
    public IReadOnlyList<TermChoice> Terms { get; init; } = [];

    /// <summary>The offices to whose items the user is kept; null for those of all.</summary>
    public OfficeChoice? Offices { get; init; }

    /// <summary>The name of the account that wrote the newest version.</summary>
    public string? Author { get; init; }

    /// <summary>Changed at this time or later, UTC.</summary>
    public DateTime? ModifiedFromUtc { get; init; }

    /// <summary>Changed before this time, UTC.</summary>
    public DateTime? ModifiedBeforeUtc { get; init; }

    /// <summary>Words that the title or a number all have.</summary>
    public string? Text { get; init; }

    /// <summary>By what the list is sorted.</summary>
    public ItemListSort Sort { get; init; }

    /// <summary>Whether the lowest comes first.</summary>
    public bool Ascending { get; init; }

    /// <summary>The page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Lines a page, at most <see cref="LargestPage"/>.</summary>
    public int Size { get; init; } = 50;
}

/// <summary>A page of a list.</summary>
/// <param name="Total">How many items fit.</param>
/// <param name="Items">The page's items.</param>
public sealed record ItemList(int Total, IReadOnlyList<ListedItem> Items);

/// <summary>Port of a home that keeps versions itself: lists of items for those who work on them, drafts included. Nothing of it is for the public.</summary>
public interface IItemLists
{
    /// <summary>A page of the items that fit.</summary>
    Task<ItemList> FindAsync(ItemListRequest request, CancellationToken cancellationToken = default);

    /// <summary>How many items of each state fit; the request's own state does not count.</summary>
    Task<IReadOnlyDictionary<ItemListState, int>> CountStatesAsync(ItemListRequest request, CancellationToken cancellationToken = default);

    /// <summary>The authors of newest versions of some types, by name, at most <paramref name="count"/>.</summary>
    Task<IReadOnlyList<string>> AuthorsAsync(IReadOnlyCollection<string> contentTypes, int count, CancellationToken cancellationToken = default);
}
