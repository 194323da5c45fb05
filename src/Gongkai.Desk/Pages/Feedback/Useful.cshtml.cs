using Gongkai.Content;
using Gongkai.Desk.Shell;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Desk.Pages.Feedback;

/// <summary>The pages that most readers found useless.</summary>
[RequirePermission(Permissions.ManageFeedback)]
internal sealed class UsefulModel(IUsefulCounts counts, IContentReader reader, SiteSettings site) : DeskPage
{
    private const int Most = 100;

    /// <summary>The periods that can be chosen, in days.</summary>
    public static readonly int[] Periods = [30, 90, 365];

    [BindProperty(SupportsGet = true, Name = "days")]
    public int? Days { get; set; }

    public int Period => Days is { } days && Periods.Contains(days) ? days : Periods[0];

    /// <summary>The pages, most “no” first; the item is null when it is gone or none of whoever looks.</summary>
    public IReadOnlyList<(UsefulCount Count, ContentItem? Item)> Rows { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Heading = L["有用程度"];
        var worst = await counts.WorstAsync(site.Today.AddDays(1 - Period), Most, HttpContext.RequestAborted);
        var items = (await reader.GetManyAsync([.. worst.Select(count => count.ContentItemId)], VersionOption.Latest, HttpContext.RequestAborted))
            .Where(item => Can(Permissions.ViewContent, item)).ToDictionary(item => item.ContentItemId, StringComparer.Ordinal);
        Rows = [.. worst.Select(count => (count, items.GetValueOrDefault(count.ContentItemId)))];
    }
}
