namespace Gongkai.Syndication.Feeds;

/// <summary>A feed, in whatever format it is written. All addresses are absolute.</summary>
/// <param name="Title">What people read.</param>
/// <param name="SiteName">Who publishes it.</param>
/// <param name="Self">Its own address.</param>
/// <param name="Page">The page that shows the same list.</param>
/// <param name="UpdatedUtc">The last change among its entries.</param>
/// <param name="Entries">Its entries, newest first.</param>
internal sealed record Feed(string Title, string SiteName, string Self, string Page, DateTime UpdatedUtc, IReadOnlyList<FeedEntry> Entries)
{
    /// <summary>What identifies the feed, on whichever of its pages.</summary>
    public string Id { get; init; } = Self;

    /// <summary>RFC 5005: other pages of the list, by relation.</summary>
    public IReadOnlyList<(string Relation, string Url)> Pages { get; init; } = [];

    /// <summary>OpenSearch 1.1: how many items the list has, where these begin (from 1), how many a page has, what was asked.</summary>
    public (int Total, int Start, int Size, string? Query)? Search { get; init; }
}

/// <summary>An entry of a feed.</summary>
/// <param name="Id">An address that never changes.</param>
/// <param name="Title">The title.</param>
/// <param name="Url">Where it is.</param>
/// <param name="PublishedUtc">When it was made public; null when that is not known.</param>
/// <param name="UpdatedUtc">Its last change.</param>
/// <param name="Summary">A text about it; empty when there is none.</param>
/// <param name="Author">Who issued it; null leaves it to the feed.</param>
/// <param name="Categories">What it belongs to.</param>
internal sealed record FeedEntry(
    string Id, string Title, string Url, DateTime? PublishedUtc, DateTime UpdatedUtc, string Summary, string? Author, IReadOnlyList<FeedCategory> Categories);

/// <summary>A category of an entry.</summary>
/// <param name="Term">Identifies it.</param>
/// <param name="Label">What people read.</param>
internal sealed record FeedCategory(string Term, string Label);
