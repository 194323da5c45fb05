namespace Gongkai.Content;

/// <summary>Whose items are meant: those that somebody made, and those whose maker is not there any more.</summary>
/// <param name="Name">The account; empty for somebody who answers for nothing that they made.</param>
/// <param name="People">The accounts that are there: whoever made an item and is none of them does not answer for it.</param>
/// <param name="Offices">The issuers for whose items the account answers when their maker is not there, with those below them.</param>
/// <param name="Staffed">For whoever answers for what is left: the issuers for whose items somebody else answers. Null for everybody else.</param>
public sealed record ResponsibleChoice(string Name, IReadOnlyCollection<string> People, IReadOnlyCollection<string> Offices, IReadOnlyCollection<string>? Staffed = null);

/// <summary>Which overdue items are asked for.</summary>
/// <param name="Before">By type: what nobody published or looked at since this time, UTC, is overdue. Types that are not named are never overdue.</param>
public sealed record OverdueRequest(IReadOnlyDictionary<string, DateTime> Before)
{
    /// <summary>The largest page.</summary>
    public const int LargestPage = 200;

    /// <summary>The offices to whose items the user is kept; null for those of all.</summary>
    public OfficeChoice? Offices { get; init; }

    /// <summary>Whose items; null for everybody's.</summary>
    public ResponsibleChoice? Responsible { get; init; }

    /// <summary>The page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Lines a page, at most <see cref="LargestPage"/>.</summary>
    public int Size { get; init; } = 50;
}

/// <summary>A public item that nobody looked at for too long.</summary>
/// <param name="Item">The item.</param>
/// <param name="Maker">Its owner, else its author: an account's name in lower case, perhaps of one that is not there any more.</param>
/// <param name="Issuers">The issuers that its newest version names.</param>
/// <param name="SinceUtc">When it was published or last looked at, UTC.</param>
public sealed record OverdueItem(ListedItem Item, string Maker, IReadOnlyList<string> Issuers, DateTime SinceUtc)
{
    /// <summary>The account that looked at it last; null when nobody did.</summary>
    public string? LookedBy { get; init; }
}

/// <summary>A page of overdue items.</summary>
/// <param name="Total">How many there are.</param>
/// <param name="Items">The page's items, the longest untouched first.</param>
public sealed record OverduePage(int Total, IReadOnlyList<OverdueItem> Items);

/// <summary>An item as somebody saw it.</summary>
/// <param name="ContentItemId">The item.</param>
/// <param name="VersionId">The published version that they saw.</param>
public sealed record SeenItem(string ContentItemId, string VersionId);

/// <summary>Port of a home that keeps the content itself: since when nobody looked whether public items are still right.</summary>
public interface IFreshness
{
    /// <summary>A page of what is overdue.</summary>
    Task<OverduePage> FindAsync(OverdueRequest request, CancellationToken cancellationToken = default);

    /// <summary>How many are overdue; page and size do not count.</summary>
    Task<int> CountAsync(OverdueRequest request, CancellationToken cancellationToken = default);

    /// <summary>Notes that whoever is there looked at items and found them right: their time begins anew, and each has its row in the audit trail.</summary>
    /// <returns>Those that were noted. What is not public any more, or has another published version by now, is not.</returns>
    Task<IReadOnlyList<string>> NoteAsync(IReadOnlyCollection<SeenItem> seen, CancellationToken cancellationToken = default);
}
