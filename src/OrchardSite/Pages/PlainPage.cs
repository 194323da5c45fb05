using System.Globalization;
using Gongkai.Content;
using Gongkai.Web;
using Gongkai.Web.Models;

namespace OrchardSite.Pages;

/// <summary>The page of an item whose type no module knows: its fields, and what is in it when it is a list.</summary>
internal sealed class PlainPage(ItemViews views, IContentReader reader, IContentDefinitions definitions, ISearch search, ListEntries lists, SiteSettings site, ListDownloads downloads)
{
    private const string PageParameter = "page";

    /// <summary>The template's model and the page's tags; null when the address asks for a page of a list that is not there.</summary>
    public async Task<(IReadOnlyDictionary<string, object?> Model, PageMetadata Metadata)?> BuildAsync(
        ContentItem item, IReadOnlyDictionary<string, string> html, IQueryCollection query, CancellationToken cancellationToken)
    {
        var title = views.TitleOf(item);
        var day = site.DateOf(item, IndexContribution.Of(item, definitions.Current));
        var container = ContainedPart.ListOf(item) is { } id && await reader.GetAsync(id, cancellationToken: cancellationToken) is { } found && found.IsPublic()
            ? new Link(views.TitleOf(found), AutoroutePart.UrlOf(found)) : null;
        IReadOnlyList<Link> breadcrumb = [new("首页", "/"), .. new[] { container }.OfType<Link>(), new(title, AutoroutePart.UrlOf(item), IsCurrent: true)];
        var model = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["Breadcrumb"] = breadcrumb,
            ["View"] = await views.OfAsync(item, html, cancellationToken),
            ["Date"] = day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
            ["IsList"] = false,
        };
        if (definitions.Current.FindType(item.ContentType)?.PartOfKind("ListPart") is { } list && !await AddListAsync(model, item, list, query, cancellationToken))
            return null;
        var page = model.GetValueOrDefault("Pager") is Pager { Page: > 1 } pager ? string.Create(CultureInfo.InvariantCulture, $"?{PageParameter}={pager.Page}") : "";
        return (model, MetadataOf(item, title, day, container, PageDescription.Of(html.Values)) with { Canonical = AutoroutePart.UrlOf(item) + page });
    }

    /// <summary>Whether an address says more than the page of an item knows: such pages are one.</summary>
    public bool IsMoreThanKnown(ContentItem item, IQueryCollection query) =>
        query.ContainsKey(PageParameter) && definitions.Current.FindType(item.ContentType)?.PartOfKind("ListPart") is null;

    private async Task<bool> AddListAsync(Dictionary<string, object?> model, ContentItem item, TypePart list, IQueryCollection query, CancellationToken cancellationToken)
    {
        var page = 1;
        if (query[PageParameter].LastOrDefault() is { Length: > 0 } text && (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out page) || page < 1))
            return false;
        var request = new SearchRequest
        {
            ContainerId = item.ContentItemId,
            Sort = ListPart.IsOrdered(list) ? SearchSort.Place : SearchSort.Newest,
            Page = page,
            Size = ListPart.PageSize(list) ?? site.PageSize,
            CountFacets = false,
        };
        if ((long)request.Page * request.Size > Paging.MaximumDepth)
            return false;
        var result = search.Search(request, cancellationToken);
        // A file is made of what the search covers.
        model["Downloads"] = result.Total > 0 ? downloads.LinksOf(request with { Sort = SearchSort.Relevance }) : [];
        if (result.Total == 0)
            result = await ReadContainedAsync(request, cancellationToken);
        if (Paging.IsPast(request, result.Total))
            return false;
        var url = AutoroutePart.UrlOf(item);
        model["IsList"] = true;
        model["List"] = lists.Of(result.Hits);
        model["Total"] = result.Total;
        model["Pager"] = Paging.Of(request, result.Total, other => other.Page == 1 ? url : string.Create(CultureInfo.InvariantCulture, $"{url}?{PageParameter}={other.Page}"));
        return true;
    }

    /// <summary>What is in a list whose types the search does not cover: from the database, so that a recipe from elsewhere shows its lists without an index profile.</summary>
    private async Task<SearchResult> ReadContainedAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        var contained = (await reader.BacklinksAsync(request.ContainerId!, cancellationToken: cancellationToken))
            .Where(item => item.IsPublic() && ContainedPart.ListOf(item) == request.ContainerId)
            .Select(item => (Item: item, Contribution: IndexContribution.Of(item, definitions.Current)))
            .Select(one => (one.Contribution.Container!.Order, Hit: new SearchHit(one.Item, AutoroutePart.UrlOf(one.Item), site.DateOf(one.Item, one.Contribution),
                MarkedText.Plain(views.TitleOf(one.Item)), MarkedText.Plain(""), 0)))
            .OrderBy(one => request.Sort == SearchSort.Place ? one.Order : 0).ThenByDescending(one => one.Hit.Date).ToList();
        return new(contained.Count, [.. contained.Skip((request.Page - 1) * request.Size).Take(request.Size).Select(one => one.Hit)], new Dictionary<string, IReadOnlyList<FacetCount>>());
    }

    private static PageMetadata MetadataOf(ContentItem item, string title, DateOnly? day, Link? container, string? beginning)
    {
        var description = PageDescription.Shorten(item.Part(item.ContentType)?.TextField("Abstract")) ?? beginning;
        return new()
        {
            ColumnName = container?.Label ?? title,
            ColumnDescription = container is null ? description ?? title : container.Label,
            ColumnType = AutoroutePart.RouteOf(item)?.ToUpperInvariant() switch { "GUIDE" => "信息公开指南", "RULES" => "政策文件", _ => "概况信息" },
            ArticleTitle = title,
            PubDate = PageMetadata.PubDateOf(day),
            Description = description ?? title,
        };
    }
}
