using Gongkai.Content;
using Gongkai.Web;
using Gongkai.Web.Languages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gongkai.Syndication.Feeds;

/// <summary><c>/feeds/LIST.atom</c> and <c>/feeds/LIST.rss</c>: the name of a list is the address of its page. A list that does not exist is 404.</summary>
internal static class FeedEndpoint
{
    private static readonly string[] Endings = [".atom", ".rss"];

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints
        .MapRead("/feeds/{**list}", (HttpContext http, string list, FeedLists lists, FeedBuilder builder, ISearch search, SiteSettings site) => AnswerAsync(http, list, lists, builder, search, site))
        .WithName("Gongkai.Feeds").ExcludeFromDescription();

    private static Task AnswerAsync(HttpContext http, string path, FeedLists lists, FeedBuilder builder, ISearch search, SiteSettings site)
    {
        if (Endings.FirstOrDefault(candidate => path.EndsWith(candidate, StringComparison.Ordinal)) is not { } ending || lists.Find(path[..^ending.Length]) is not { } list)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        var (asked, faults) = SearchQuery.Read(http.Request.Query, site.PageSize);
        if (faults.FirstOrDefault(fault => SearchQuery.Names.Contains(fault.Key, StringComparer.OrdinalIgnoreCase)) is { Value: not null } fault)
            return JsonAnswer.BadRequestAsync(http, PageTexts.Of("{0}：{1}", fault.Key, string.Join(' ', fault.Value)));
        // Feeds are of one size and order, whatever is asked: their readers look for what is new.
        var own = (list.TakesFilters ? asked : new() { Page = asked.Page }) with { Sort = SearchSort.Relevance, Size = site.PageSize };
        SearchResult result;
        try
        {
            result = search.Search(list.Narrow(own), http.RequestAborted);
        }
        catch (SearchRequestException tooMuch)
        {
            return JsonAnswer.BadRequestAsync(http, SearchFaults.TextOf(tooMuch));
        }

        if (Paging.IsPast(own, result.Total))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        var feed = builder.Build(SiteOrigin.Of(http, site), ending, list, own, result, SiteOrigin.Bare(http, site));
        return ending == ".atom"
            ? XmlAnswer.SendAsync(http, AtomWriter.MediaType, writer => AtomWriter.WriteAsync(writer, feed))
            : XmlAnswer.SendAsync(http, RssWriter.MediaType, writer => RssWriter.WriteAsync(writer, feed));
    }
}
