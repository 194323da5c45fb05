using System.Globalization;
using Gongkai.Content;
using Gongkai.Desk.Bulk;
using Gongkai.Desk.Listing;
using Gongkai.Desk.Shell;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Desk.Pages.Content;

/// <summary>The list of a type's items, or of all: filters, order, pages, and boxes to choose several.</summary>
[RequirePermission(Permissions.AccessAdminPanel)]
[RequirePermission(Permissions.ListContent)]
internal sealed class IndexModel(
    IItemLists lists, ListAccess access, StateChips chips, IContentReader reader, Taxonomies taxonomies, IAccounts accounts, SiteSettings site) : DeskPage
{
    private const int MostAuthors = 200;

    /// <summary>The states in the order of their links.</summary>
    public static readonly ItemListState[] States =
        [ItemListState.Unpublished, ItemListState.Scheduled, ItemListState.Published, ItemListState.Changed, ItemListState.Repealed, ItemListState.Withdrawn];

    /// <summary>The type; null for all.</summary>
    public ContentTypeDefinition? Type { get; private set; }

    public IReadOnlyList<ContentTypeDefinition> Types { get; private set; } = [];

    public ListQuery Query { get; private set; } = new();

    public int Total { get; private set; }

    public int AllTotal { get; private set; }

    public IReadOnlyList<ListLine> Lines { get; private set; } = [];

    public IReadOnlyDictionary<ItemListState, int> Counts { get; private set; } = new Dictionary<ItemListState, int>();

    public IReadOnlyList<(string Value, string Text)> Issuers { get; private set; } = [];

    public IReadOnlyList<(string Value, string Text)> Topics { get; private set; } = [];

    public IReadOnlyList<(string Value, string Text)> Authors { get; private set; } = [];

    public int Pages => (Total + ListQuery.PageSize - 1) / ListQuery.PageSize;

    public StateChips Chips => chips;

    /// <summary>What may be done with several at once.</summary>
    public IReadOnlyList<BulkVerb> Verbs { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? type)
    {
        if (type is not null && (Type = access.FindType(CurrentUser, type)) is null)
            return NotFound();
        Types = access.TypesFor(CurrentUser);
        Query = ListQuery.Read(name => Request.Query[name].LastOrDefault());
        string[] names = Type is null ? [.. Types.Select(one => one.Name)] : [Type.Name];
        var request = Query.ToRequest(names, await access.OfficesOfAsync(CurrentUser, HttpContext.RequestAborted), taxonomies.Current, site.TimeZone);
        var list = await lists.FindAsync(request, HttpContext.RequestAborted);
        Counts = await lists.CountStatesAsync(request, HttpContext.RequestAborted);
        AllTotal = Query.State is null ? list.Total : (await lists.FindAsync(request with { State = null, Size = 1, Page = 1 }, HttpContext.RequestAborted)).Total;
        Total = list.Total;
        Lines = await LinesAsync(list.Items);
        await FillFiltersAsync(names);
        Verbs = [.. new[] { (BulkVerb.Publish, Permissions.PublishContent), (BulkVerb.Unpublish, Permissions.PublishContent), (BulkVerb.ChangeTopic, Permissions.EditContent), (BulkVerb.Delete, Permissions.DeleteContent) }
            .Where(verb => names.Any(name => Can(verb.Item2, name))).Select(verb => verb.Item1)];
        Heading = Type is null ? L["全部内容"] : ListAccess.LabelOf(Type);
        return Page();
    }

    /// <summary>What people call a type.</summary>
    public string TypeLabel(string name) => Types.FirstOrDefault(type => type.Name == name) is { } type ? ListAccess.LabelOf(type) : name;

    /// <summary>The address of this list with something changed, on its first page.</summary>
    public string? Link(Func<ListQuery, ListQuery> change)
    {
        var parameters = change(Query with { Page = 1 }).ToParameters();
        if (Type is not null)
            parameters["type"] = Type.Name;
        return Url.Page("/Content/Index", parameters);
    }

    /// <summary>A column's link: it sorts, or turns the order round.</summary>
    public string? SortLink(ItemListSort sort) => Link(query => query with { Sort = sort, Ascending = query.Sort == sort ? !query.Ascending : sort is ItemListSort.Title or ItemListSort.Number or ItemListSort.Due });

    /// <summary>A column's order, for those who do not see the arrow.</summary>
    public string? AriaSort(ItemListSort sort) => Query.Sort != sort ? null : Query.Ascending ? "ascending" : "descending";

    public static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Items whose permissions are asked one by one: a line leads to the editor only for those who may edit.</summary>
    private async Task<IReadOnlyList<ListLine>> LinesAsync(IReadOnlyList<ListedItem> items)
    {
        var latest = (await reader.GetManyAsync([.. items.Select(item => item.ContentItemId)], VersionOption.Latest, HttpContext.RequestAborted)).ToDictionary(item => item.ContentItemId, StringComparer.Ordinal);
        var names = (await accounts.ListAsync(HttpContext.RequestAborted)).ToDictionary(account => account.Name, account => account.DisplayName, StringComparer.OrdinalIgnoreCase);
        return
        [
            .. items.Where(item => latest.TryGetValue(item.ContentItemId, out var version) && Can(Permissions.ViewContent, version)).Select(item => new ListLine(
                item, TypeLabel(item.ContentType), names.GetValueOrDefault(item.Author) is { Length: > 0 } name ? name : item.Author,
                Can(Permissions.EditContent, latest[item.ContentItemId]) ? Url.Page("/Content/Edit", new { id = item.ContentItemId }) : null)),
        ];
    }

    private async Task FillFiltersAsync(string[] types)
    {
        var mine = (await access.OfficesOfAsync(CurrentUser, HttpContext.RequestAborted))?.Issuers;
        Issuers = Options("issuers", mine);
        Topics = Options("topics", null);
        var names = (await accounts.ListAsync(HttpContext.RequestAborted)).ToDictionary(account => account.Name, account => account.DisplayName, StringComparer.OrdinalIgnoreCase);
        Authors = [.. (await lists.AuthorsAsync(types, MostAuthors, HttpContext.RequestAborted)).Select(name => (name, names.GetValueOrDefault(name) is { Length: > 0 } text ? text : name))];
    }

    private List<(string Value, string Text)> Options(string alias, IReadOnlyCollection<string>? only) =>
        [.. (taxonomies.Current.FindByAlias(alias)?.Terms ?? []).SelectMany(term => term.SelfAndDescendants).Where(term => only is null || only.Contains(term.Id))
            .Select(term => (term.Id, new string('　', term.Lineage.Count - 1) + term.Label))];
}

/// <summary>A line of a list.</summary>
/// <param name="Item">The item.</param>
/// <param name="TypeLabel">What people call its type.</param>
/// <param name="AuthorName">What people call its author.</param>
/// <param name="EditAddress">Where it is edited; null for whom it is not.</param>
internal sealed record ListLine(ListedItem Item, string TypeLabel, string AuthorName, string? EditAddress);
