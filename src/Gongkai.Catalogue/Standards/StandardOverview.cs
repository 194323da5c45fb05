using Gongkai.Catalogue.Entries;
using Gongkai.Content;
using Gongkai.Web;
using Gongkai.Web.Languages;
using Gongkai.Web.Models;

namespace Gongkai.Catalogue.Standards;

/// <summary>Which items of the standard catalogues are published, late or missing: one question to the search, however many items there are.</summary>
/// <param name="search">Knows the entries that fulfil each item.</param>
/// <param name="site">Says what day it is.</param>
/// <param name="calendar">Says which days are worked.</param>
internal sealed class StandardOverview(ISearch search, SiteSettings site, SiteCalendar calendar)
{
    /// <summary>公开层级.</summary>
    public static readonly IReadOnlyList<string> Levels = ["县级", "乡级"];

    private static readonly SearchRequest Entries = new SearchRequest { CountFacets = false }.With(SearchFacets.Type, DisclosureEntryPart.PartName);

    /// <summary>Items as rows of a table.</summary>
    /// <param name="items">The items.</param>
    /// <param name="links">How many of the newest entries a row names.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public IReadOnlyList<StandardRowModel> Rows(IReadOnlyList<StandardItem> items, int links, CancellationToken cancellationToken)
    {
        if (items.Count == 0)
            return [];
        // The newest is asked for in any case: lateness is told by it.
        var found = search.Newest(Entries.With(SearchFacets.Standard, [.. items.Select(item => item.Id)]), SearchFacets.Standard, Math.Max(1, links), cancellationToken);
        return [.. items.Select(item => Row(item, found.GetValueOrDefault(item.Id), links))];
    }

    /// <summary>The list of the entries that fulfil an item, in the catalogue.</summary>
    public static string UrlOfEntries(string contentItemId) => "/catalogue" + SearchQuery.Write(new SearchRequest().With(SearchFacets.Standard, contentItemId));

    private StandardRowModel Row(StandardItem item, FacetNewest? found, int links)
    {
        var count = found?.Count ?? 0;
        var (isLate, reason) = found?.Hits is [var newest, ..] ? LatenessOf(item, DatesOf(newest)) : Lateness.None;
        return new(
            item.NumberText, item.FirstLevel, new(item.Title, item.Url), item.TimeLimit, item.Subject, string.Join(PageTexts.Of("、"), item.Levels.Select(PageTexts.Of)), StateOf(item, count, isLate), reason, count,
            [.. (found?.Hits ?? []).Take(links).Select(hit => new Link(hit.Title.Text, hit.Url))]);
    }

    private static EntryDates DatesOf(SearchHit entry) =>
        new(entry.Item.As<DisclosureEntryPart>().Json.DateField("IssuedOn"), entry.Date ?? DateOnly.FromDateTime(entry.Item.PublishedUtc ?? DateTime.UnixEpoch));

    /// <summary>Whether an item is late and why, or why nobody can tell.</summary>
    private Lateness LatenessOf(StandardItem item, EntryDates newest)
    {
        if (TimeLimit.Parse(item.TimeLimit) is not { } limit)
            return new(false, item.TimeLimit.Length > 0 ? PageTexts.Of("时限没有写明天数或周期，不作推算") : PageTexts.Of("没有写明时限"));
        if (!limit.CanBeReckoned(newest))
            return new(false, PageTexts.Of("最新一条没有成文日期，不能推算是否逾期"));
        return limit.LatenessOf(newest, site.Today, calendar.Current);
    }

    /// <summary>What is only given to those who ask need not be published.</summary>
    private static string StateOf(StandardItem item, int count, bool isLate) =>
        isLate ? StandardStates.Late : count > 0 ? StandardStates.Published : item.IsOnRequest ? StandardStates.OnRequest : StandardStates.Missing;
}

/// <summary>What an item can be.</summary>
internal static class StandardStates
{
    public const string Published = "已公开";
    public const string Late = "可能逾期";
    public const string Missing = "未公开";
    public const string OnRequest = "依申请公开";

    public static readonly IReadOnlyList<string> All = [Published, Late, Missing, OnRequest];
}
