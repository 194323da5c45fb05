using Gongkai.Content;
using Gongkai.Web;
using Gongkai.Web.Languages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gongkai.SearchPages.Api;

/// <summary><c>GET /api/taxonomies/{alias}</c>.</summary>
internal static class TaxonomyEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints, string api) => endpoints.MapRead(api + "/taxonomies/{alias}", Answer)
        .AddEndpointFilter(ApiJson.NeverHtmlAsync).WithName("Gongkai.Api.Taxonomy").WithSummary("分类").WithDescription("一个分类的全部条目，各附其下（含各级）公开内容的数量。")
        .WithTags("公开接口").Produces<TaxonomyAnswer>().ProducesProblem(StatusCodes.Status404NotFound).ProducesValidationProblem();

    private static IResult Answer(HttpContext http, string alias, Taxonomies taxonomies, ISearch search)
    {
        if (http.Request.Query.Count > 0)
            return ApiJson.BadRequest(ApiJson.Unknown(http.Request.Query));
        if (taxonomies.Current.FindByAlias(alias) is not { } tree)
            return ApiJson.NotFound(PageTexts.Of("没有别名为“{0}”的分类。", alias));
        var counts = SearchFacets.OfTaxonomy(tree.Id) is { } facet
            ? (search.Search(new() { Size = 0 }, http.RequestAborted).Facets.GetValueOrDefault(facet) ?? []).ToDictionary(count => count.Id, count => count.Count, StringComparer.Ordinal)
            : [];
        return ApiJson.Ok(new TaxonomyAnswer(tree.Id, tree.Alias, tree.Title, [.. tree.Terms.Select(term => TermAnswer.Of(term, counts, http.Request.PathBase))]));
    }
}

/// <summary>A taxonomy.</summary>
internal sealed record TaxonomyAnswer(string Id, string Alias, string Title, IReadOnlyList<TermAnswer> Terms);

/// <summary>A term with those below it.</summary>
internal sealed record TermAnswer(string Id, string Label, string Url, int Count, IReadOnlyList<TermAnswer> Terms)
{
    public static TermAnswer Of(Term term, Dictionary<string, int> counts, PathString pathBase) =>
        new(term.Id, term.Label, pathBase + term.Url, counts.GetValueOrDefault(term.Id), [.. term.Children.Select(child => Of(child, counts, pathBase))]);
}
