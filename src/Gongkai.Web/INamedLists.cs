using Gongkai.Content;

namespace Gongkai.Web;

/// <summary>Port of the module that knows which lists there are: lists by the names that their feeds have.</summary>
public interface INamedLists
{
    /// <summary>A list by its name, as <c>catalogue/topics/topic-02</c>; null when there is none.</summary>
    NamedList? Find(string name);
}

/// <summary>A list that has a name.</summary>
/// <param name="Name">Its name, as <c>questions/2021</c>.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Page">The page that shows it, beginning with <c>/</c>.</param>
/// <param name="Base">What it lists.</param>
/// <param name="TakesFilters">Whether it can be asked for a part, by the parameters of a search.</param>
public record NamedList(string Name, string Title, string Page, SearchRequest Base, bool TakesFilters)
{
    /// <summary>What is asked, inside of what the list is, newest first.</summary>
    public SearchRequest Narrow(SearchRequest asked)
    {
        var filters = new Dictionary<string, IReadOnlyList<string>>(asked.Filters, StringComparer.Ordinal);
        foreach (var (facet, values) in Base.Filters)
            filters[facet] = values;
        return Base with { Query = asked.Query, Filters = filters, Since = asked.Since, Until = asked.Until, Sort = SearchSort.Newest, Page = asked.Page, Size = asked.Size };
    }
}
