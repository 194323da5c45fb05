using Gongkai.Content;
using Gongkai.Desk.Bulk;
using Gongkai.Desk.Listing;
using Gongkai.Desk.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace Gongkai.Desk.Pages.Content;

/// <summary>Asks once more before many items are changed, and for what is needed; then begins.</summary>
[RequirePermission(Permissions.AccessAdminPanel)]
[RequirePermission(Permissions.ListContent)]
internal sealed class BulkModel(BulkJobs jobs, ListAccess access, IItemLists lists, IContentReader reader, Taxonomies taxonomies, SiteSettings site) : DeskPage
{
    public BulkVerb Verb { get; private set; }

    public IReadOnlyList<string> Ids { get; private set; } = [];

    /// <summary>The first of the items by title, to show what is meant.</summary>
    public IReadOnlyList<string> Titles { get; private set; } = [];

    public string? Type { get; private set; }

    public string? List { get; private set; }

    public string? Fault { get; private set; }

    public string? Value { get; private set; }

    public IReadOnlyList<(string Value, string Text)> Topics => [.. (taxonomies.Current.FindByAlias("topics")?.Terms ?? []).SelectMany(term => term.SelfAndDescendants)
        .Select(term => (term.Id, new string('　', term.Lineage.Count - 1) + term.Label))];

    public string VerbText => Verb switch { BulkVerb.Publish => L["发布"], BulkVerb.Unpublish => L["撤下"], BulkVerb.ChangeTopic => L["改主题"], _ => L["删除"] };

    /// <summary>Back to the list as it was.</summary>
    public string ListAddress => Url.Page("/Content/Index", new { type = string.IsNullOrEmpty(Type) ? null : Type }) + (List is { Length: > 0 } query && query[0] == '?' ? query : "");

    public IActionResult OnGet() => RedirectToPage("/Content/Index");

    /// <summary>From the list: asks.</summary>
    public async Task<IActionResult> OnPostAsync(BulkVerb verb, string? type, string? list, string[] id, bool all)
    {
        (Verb, Type, List) = (verb, type, list);
        Ids = all ? await AllAsync() : [.. id.Distinct(StringComparer.Ordinal)];
        return await AskAsync();
    }

    /// <summary>From the question: begins.</summary>
    public async Task<IActionResult> OnPostStartAsync(BulkVerb verb, string? type, string? list, string? ids, string? value)
    {
        (Verb, Type, List, Value) = (verb, type, list, value?.Trim());
        Ids = [.. (ids ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)];
        if (verb == BulkVerb.ChangeTopic && taxonomies.Current.FindByAlias("topics")?.All.ContainsKey(Value ?? "") != true)
            Fault = L["请选择主题。"];
        else if (verb == BulkVerb.Unpublish && Value?.Length > WithdrawalRules.LongestExplanation)
            Fault = L["说明最多 {0} 个字。", WithdrawalRules.LongestExplanation];
        if (Fault is not null || Ids.Count is 0 or > BulkWork.MostItems)
            return await AskAsync();
        var job = await jobs.BeginAsync(CurrentUser, new(verb, string.IsNullOrEmpty(Value) ? null : Value, Ids, []), HttpContext.RequestAborted);
        return RedirectToPage("/Content/Job", new { id = job });
    }

    private async Task<IActionResult> AskAsync()
    {
        if (!Enum.IsDefined(Verb))
            return BadRequest();
        if (Ids.Count == 0)
        {
            Tell(L["没有选中内容。请先勾选，再点“继续”。"], MessageKind.Warn);
            return LocalRedirect(ListAddress);
        }

        if (Ids.Count > BulkWork.MostItems)
        {
            Tell(L["一次最多处理 {0} 条，选中的有 {1} 条。请用筛选缩小范围，分几次处理。", BulkWork.MostItems, Ids.Count], MessageKind.Warn);
            return LocalRedirect(ListAddress);
        }

        Titles = [.. (await reader.GetManyAsync([.. Ids.Take(8)], VersionOption.Latest, HttpContext.RequestAborted)).Where(item => Can(Permissions.ViewContent, item))
            .Select(item => item.DisplayText.Length > 0 ? item.DisplayText : item.ContentItemId)];
        Heading = L["{0} {1} 条内容", VerbText, Ids.Count];
        return Page();
    }

    /// <summary>All items that fit the list's filters, up to one more than may be.</summary>
    private async Task<IReadOnlyList<string>> AllAsync()
    {
        var parameters = QueryHelpers.ParseQuery(List);
        string[] types = string.IsNullOrEmpty(Type) ? [.. access.TypesFor(CurrentUser).Select(one => one.Name)] : access.FindType(CurrentUser, Type) is { } found ? [found.Name] : [];
        var request = ListQuery.Read(name => parameters.TryGetValue(name, out var values) ? values.LastOrDefault() : null)
            .ToRequest(types, await access.OfficesOfAsync(CurrentUser, HttpContext.RequestAborted), taxonomies.Current, site.TimeZone);
        request = request with { Page = 1, Size = ItemListRequest.LargestPage };
        var ids = new List<string>();
        while (ids.Count <= BulkWork.MostItems)
        {
            var page = await lists.FindAsync(request, HttpContext.RequestAborted);
            ids.AddRange(page.Items.Select(item => item.ContentItemId));
            if (page.Items.Count < request.Size)
                break;
            request = request with { Page = request.Page + 1 };
        }

        return [.. ids.Distinct(StringComparer.Ordinal)];
    }
}
