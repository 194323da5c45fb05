using System.Globalization;
using Gongkai.Content;
using Gongkai.Web;
using Gongkai.Web.Languages;

namespace Gongkai.Syndication.Feeds;

/// <summary>A list that has a feed.</summary>
/// <param name="Name">Its address below <c>/feeds/</c>, without its ending.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Page">The page that shows it, beginning with <c>/</c>.</param>
/// <param name="Base">What it lists.</param>
/// <param name="TakesFilters">Whether its address may have the parameters of a search.</param>
internal sealed record FeedList(string Name, string Title, string Page, SearchRequest Base, bool TakesFilters) : NamedList(Name, Title, Page, Base, TakesFilters)
{
    /// <summary>What people call it in the language of the page.</summary>
    public string Text => PageTexts.Of(Title);

    /// <summary>Whether it is the search, whose feed says what was asked and how much there is.</summary>
    public bool IsSearch { get; init; }

    /// <summary>Its feed's address.</summary>
    /// <param name="ending"><c>.atom</c> or <c>.rss</c>.</param>
    /// <param name="query">Its parameters, beginning with <c>?</c>, or nothing.</param>
    public string UrlOf(string ending, string query = "") => $"/feeds/{Name}{ending}{query}";
}

/// <summary>Which lists have feeds: all that is public, the catalogue and each of its terms, each column and each of its years, each list of items, every search.</summary>
/// <param name="columns">The columns of the modules.</param>
/// <param name="taxonomies">The terms.</param>
/// <param name="search">Knows which items are public.</param>
/// <param name="addresses">Where the search page is.</param>
internal sealed class FeedLists(IEnumerable<YearColumn> columns, Taxonomies taxonomies, ISearch search, SiteAddresses addresses) : INamedLists
{
    private const string Catalogue = "catalogue";
    private const string EntryType = "DisclosureEntry";
    private const string ListFolder = "lists/";
    private const string Audiences = "audiences";

    private static readonly SearchRequest Everything = new() { CountFacets = false };

    private readonly YearColumn[] _columns = [.. columns];

    /// <summary>All that is public.</summary>
    public static FeedList All { get; } = new("all", "最新公开", "/", Everything, TakesFilters: false);

    /// <summary>The columns.</summary>
    public IReadOnlyList<YearColumn> Columns => _columns;

    /// <summary>The catalogue.</summary>
    public static FeedList WholeCatalogue { get; } = new(Catalogue, "政府信息公开目录", "/catalogue", Everything.With(SearchFacets.Type, EntryType), TakesFilters: true);

    /// <summary>The search.</summary>
    public FeedList Search => new("search", "搜索", addresses.Search, Everything, TakesFilters: true) { IsSearch = true };

    /// <summary>A list by its name, or null.</summary>
    public FeedList? Find(string name)
    {
        if (name == All.Name)
            return All;
        if (name == "search")
            return Search;
        if (name == Catalogue || name.StartsWith(Catalogue + "/", StringComparison.Ordinal))
            return FindTerm(name[Catalogue.Length..].Trim('/'));
        if (name.StartsWith(ListFolder, StringComparison.Ordinal))
            return FindItems(name[ListFolder.Length..]);
        return _columns.Select(column => FindColumn(column, name)).FirstOrDefault(list => list is not null);
    }

    NamedList? INamedLists.Find(string name) => Find(name);

    /// <summary>The list that the page of an address shows, or null.</summary>
    /// <param name="path">The page's path, below the path base.</param>
    public FeedList? OfPage(string path)
    {
        if (path == "/")
            return All;
        if (string.Equals(path, addresses.Search, StringComparison.OrdinalIgnoreCase))
            return Search;
        var name = path.Trim('/');
        return name.StartsWith(ListFolder, StringComparison.Ordinal) || name is "search" or "all" ? null : Find(name);
    }

    /// <summary>The list that an item is.</summary>
    public static FeedList OfItem(string contentItemId, string title, string page) =>
        new(ListFolder + Uri.EscapeDataString(contentItemId), title, page, Everything with { ContainerId = contentItemId }, TakesFilters: false);

    private FeedList? FindTerm(string path)
    {
        if (path.Length == 0)
            return WholeCatalogue;
        var segments = path.Split('/');
        if (segments[0] == Audiences)
            return FindAudience(segments);
        if (taxonomies.Current.FindByAlias(segments[0]) is not { } tree)
            return null;
        if (segments.Length == 1)
            return WholeCatalogue with { Name = tree.Url.TrimStart('/'), Title = PageTexts.Of("{0}：{1}", WholeCatalogue.Text, PageTexts.Of(tree.Title)), Page = tree.Url };
        if (tree.Find(segments[1..]) is not { } term || SearchFacets.OfTaxonomy(tree.Id) is not { } facet)
            return null;
        return WholeCatalogue with
        {
            Name = term.Url.TrimStart('/'),
            Title = PageTexts.Of("{0}：{1}", WholeCatalogue.Text, string.Join(" / ", term.Lineage.Select(one => PageTexts.Of(one.Label)))),
            Page = term.Url,
            Base = WholeCatalogue.Base.With(facet, term.Id),
        };
    }

    /// <summary>The catalogue by whom something is for: all of it, or what is for one, while something is.</summary>
    private FeedList? FindAudience(string[] segments)
    {
        var inUse = search.Search(WholeCatalogue.Base with { Size = 0, CountFacets = true }).Facets.GetValueOrDefault(SearchFacets.Audience) ?? [];
        var whole = WholeCatalogue with { Name = $"{Catalogue}/{Audiences}", Title = PageTexts.Of("{0}：{1}", WholeCatalogue.Text, PageTexts.Of("服务对象")), Page = $"{WholeCatalogue.Page}/{Audiences}" };
        if (segments.Length == 1)
            return inUse.Count > 0 ? whole : null;
        if (segments is not [_, var value] || !inUse.Any(count => count.Id == value))
            return null;
        var segment = Uri.EscapeDataString(value);
        return whole with { Name = $"{whole.Name}/{segment}", Title = $"{whole.Title} / {value}", Page = $"{whole.Page}/{segment}", Base = WholeCatalogue.Base.With(SearchFacets.Audience, value) };
    }

    private FeedList? FindItems(string id) => search.Find([id]) is [var hit] ? OfItem(id, hit.Title.Text, hit.Url) : null;

    private FeedList? FindColumn(YearColumn column, string name)
    {
        var own = column.Path.TrimStart('/');
        var list = new FeedList(own, column.Title, column.Path, Everything.With(SearchFacets.Type, column.ContentType), TakesFilters: false);
        if (string.Equals(name, own, StringComparison.Ordinal))
            return list;
        if (!name.StartsWith(own + "/", StringComparison.Ordinal) || name.Length != own.Length + 5
            || !int.TryParse(name.AsSpan(own.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year < 1)
            return null;
        var ofYear = list with
        {
            Name = column.UrlOf(year).TrimStart('/'),
            Title = column.HeadingOf(year),
            Page = column.UrlOf(year),
            Base = list.Base with { RoutePrefix = column.PrefixOf(year) },
        };
        return search.Search(ofYear.Base with { Size = 0 }).Total > 0 ? ofYear : null;
    }
}
