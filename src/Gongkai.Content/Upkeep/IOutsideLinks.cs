namespace Gongkai.Content;

/// <summary>What came of asking for a link outside the site.</summary>
public enum OutsideLinkState
{
    /// <summary>Nobody asked yet.</summary>
    Unknown,

    /// <summary>Something is there, also where it is not for everybody.</summary>
    Works,

    /// <summary>It was not there, or its server did not answer.</summary>
    Fails,

    /// <summary>Its server asked for patience: nothing is known.</summary>
    Waits,

    /// <summary>It is not asked for: an address of an inner network, or nothing that is asked for by HTTP.</summary>
    Refused,
}

/// <summary>A link outside the site, and what is known of it.</summary>
/// <param name="Id">Identifies it: a hash of the address.</param>
/// <param name="Address">The address, without what follows <c>#</c>.</param>
public sealed record OutsideLink(string Id, string Address)
{
    /// <summary>What came of it the last time.</summary>
    public OutsideLinkState State { get; init; }

    /// <summary>The HTTP status of the last answer; 0 when there was none.</summary>
    public int Status { get; init; }

    /// <summary>Why it failed, as a key of texts; empty when it did not.</summary>
    public string Reason { get; init; } = "";

    /// <summary>When it was last asked for, UTC; null when it never was.</summary>
    public DateTime? LookedUtc { get; init; }

    /// <summary>When it is to be asked for again, UTC.</summary>
    public DateTime NextUtc { get; init; }

    /// <summary>Since which day, in the site's time zone, it fails without having worked in between; null when it does not.</summary>
    public DateOnly? FailingSince { get; init; }

    /// <summary>The last day on which it failed.</summary>
    public DateOnly? FailedOn { get; init; }

    /// <summary>On how many days it failed since then.</summary>
    public int FailedDays { get; init; }
}

/// <summary>An item that has a link.</summary>
/// <param name="LinkId">The link.</param>
/// <param name="ContentItemId">The item.</param>
/// <param name="Title">Its title.</param>
/// <param name="Maker">Its owner, else its author, in lower case.</param>
/// <param name="Issuers">The issuers that it names.</param>
public sealed record OutsideLinkUse(string LinkId, string ContentItemId, string Title, string Maker, IReadOnlyList<string> Issuers);

/// <summary>Which failing links are asked for.</summary>
/// <param name="ContentTypes">The types of the items in which they are; none gives nothing.</param>
/// <param name="LeastDays">On how many different days they failed at least.</param>
public sealed record FailingLinkRequest(IReadOnlyCollection<string> ContentTypes, int LeastDays)
{
    /// <summary>So many items of a link are named.</summary>
    public const int MostUses = 5;

    /// <summary>The offices to whose items the user is kept; null for those of all.</summary>
    public OfficeChoice? Offices { get; init; }

    /// <summary>Whose items; null for everybody's.</summary>
    public ResponsibleChoice? Responsible { get; init; }

    /// <summary>The page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Lines a page.</summary>
    public int Size { get; init; } = 50;
}

/// <summary>A failing link with the items that have it.</summary>
/// <param name="Link">The link.</param>
/// <param name="Uses">The first of the items, by id.</param>
/// <param name="Total">How many items have it.</param>
public sealed record FailingLink(OutsideLink Link, IReadOnlyList<OutsideLinkUse> Uses, int Total);

/// <summary>A page of failing links.</summary>
/// <param name="Total">How many there are.</param>
/// <param name="Links">The page's links, the longest failing first.</param>
public sealed record FailingLinkPage(int Total, IReadOnlyList<FailingLink> Links);

/// <summary>How far the check of links is.</summary>
/// <param name="Links">How many links public items have.</param>
/// <param name="Looked">How many of them were asked for.</param>
/// <param name="Sequence">The last change of content whose links are known.</param>
public sealed record OutsideLinkProgress(int Links, int Looked, long Sequence);

/// <summary>Port of a home that keeps the content itself: the links of public items to elsewhere, and what is known of them.</summary>
public interface IOutsideLinks
{
    /// <summary>Stores which links some items have now, none for an item that is not public, and how far the changes were followed. A link that no item has is forgotten.</summary>
    /// <param name="links">By item its links, each with id and address.</param>
    /// <param name="sequence">The last change that was followed.</param>
    /// <param name="nowUtc">When a new link is to be asked for, UTC.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task StoreUsesAsync(IReadOnlyDictionary<string, IReadOnlyCollection<OutsideLink>> links, long sequence, DateTime nowUtc, CancellationToken cancellationToken = default);

    /// <summary>The links that are to be asked for, the longest due first.</summary>
    Task<IReadOnlyList<OutsideLink>> DueAsync(DateTime nowUtc, int count, CancellationToken cancellationToken = default);

    /// <summary>Stores what came of some links.</summary>
    Task StoreAsync(IReadOnlyCollection<OutsideLink> links, CancellationToken cancellationToken = default);

    /// <summary>Has a link asked for again as soon as may be; false when there is none.</summary>
    Task<bool> AskAgainAsync(string id, DateTime nowUtc, CancellationToken cancellationToken = default);

    /// <summary>A page of failing links.</summary>
    Task<FailingLinkPage> FindAsync(FailingLinkRequest request, CancellationToken cancellationToken = default);

    /// <summary>How many fail; page and size do not count.</summary>
    Task<int> CountAsync(FailingLinkRequest request, CancellationToken cancellationToken = default);

    /// <summary>How far the check is.</summary>
    Task<OutsideLinkProgress> ProgressAsync(CancellationToken cancellationToken = default);
}
