using System.Globalization;
using Gongkai.Catalogue.Entries;
using Gongkai.Content;
using Gongkai.Web.Models;

namespace Gongkai.Catalogue.Standards;

/// <summary>Which items of the standard catalogues are published, late or missing.</summary>
/// <param name="reader">The items, and the entries that link to them.</param>
/// <param name="site">Says what day it is.</param>
internal sealed class StandardOverview(IContentReader reader, SiteSettings site)
{
    private const int MostLinks = 3;

    /// <summary>公开层级.</summary>
    public static readonly IReadOnlyList<string> Levels = ["县级", "乡级"];

    /// <summary>The public items, by field, number and title.</summary>
    public async Task<IReadOnlyList<ContentItem>> ItemsAsync(CancellationToken cancellationToken)
    {
        var items = new List<ContentItem>();
        await foreach (var item in reader.StreamAsync([StandardItemPart.PartName], cancellationToken: cancellationToken))
        {
            if (item.IsPublic())
                items.Add(item);
        }

        return [.. items.OrderBy(item => item.As<StandardItemPart>().Field, StringComparer.Ordinal)
            .ThenBy(item => item.As<StandardItemPart>().Number ?? decimal.MaxValue).ThenBy(item => item.ContentItemId, StringComparer.Ordinal)];
    }

    /// <summary>The public entries that fulfil an item, newest first.</summary>
    public async Task<IReadOnlyList<ContentItem>> FulfilledByAsync(string contentItemId, CancellationToken cancellationToken) =>
        [.. (await reader.BacklinksAsync(contentItemId, DisclosureEntryPart.PartName, cancellationToken)).Where(Publicity.IsPublic)
            .Where(entry => entry.As<DisclosureEntryPart>().StandardItems.Contains(contentItemId)).OrderByDescending(DayOf)];

    /// <summary>An item as a row of the table.</summary>
    public async Task<StandardRowModel> RowAsync(ContentItem item, CancellationToken cancellationToken)
    {
        var part = item.As<StandardItemPart>();
        var entries = await FulfilledByAsync(item.ContentItemId, cancellationToken);
        var late = TimeLimit.Parse(part.TimeLimit)?.LatenessOf([.. entries.Select(entry => new EntryDates(entry.As<DisclosureEntryPart>().Json.DateField("IssuedOn"), DayOf(entry)))], site.Today);
        return new(
            part.Number?.ToString("0.##", CultureInfo.InvariantCulture) ?? "", part.FirstLevel, new(item.DisplayText, AutoroutePart.UrlOf(item)), part.TimeLimit ?? "", part.Subject ?? "",
            string.Join('、', part.Levels), StateOf(part, entries.Count, late), late ?? "", entries.Count,
            [.. entries.Take(MostLinks).Select(LinkOf)]);
    }

    /// <summary>An entry as a link, its label the title.</summary>
    public static Link LinkOf(ContentItem entry) => new(entry.DisplayText, AutoroutePart.UrlOf(entry));

    /// <summary>The day that an entry was made public.</summary>
    public static DateOnly DayOf(ContentItem entry) =>
        entry.As<DisclosureEntryPart>().Json.DateField("PublishedOn") ?? DateOnly.FromDateTime(entry.PublishedUtc ?? DateTime.UnixEpoch);

    /// <summary>What is only given to those who ask need not be published.</summary>
    private static string StateOf(StandardItemPart part, int count, string? late) =>
        late is not null ? StandardStates.Late : count > 0 ? StandardStates.Published : part.Mode == "依申请" ? StandardStates.OnRequest : StandardStates.Missing;
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
