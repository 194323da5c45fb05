using System.ComponentModel;
using Gongkai.Content;
using Gongkai.Web;
using Gongkai.Web.Languages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Gongkai.SearchPages.Api;

/// <summary><c>GET /api/suggestions</c>: what somebody who types may be about to ask.</summary>
internal static class SuggestionEndpoint
{
    private const int Most = 8;

    public static void Map(IEndpointRouteBuilder endpoints, string api) => endpoints.MapRead(api + "/suggestions", Answer)
        .AddEndpointFilter(ApiJson.NeverHtmlAsync).WithName("Gongkai.Api.Suggestions").WithSummary("搜索建议").WithDescription("输入时的建议：常搜的词、分类、标题中的词、标题、问答中的问题。可用汉字（简体或繁体）、拼音或拼音首字母。")
        .WithTags("公开接口").Produces<SuggestionAnswer>().ProducesValidationProblem();

    private static IResult Answer(HttpContext http, ISearchHelp help, ListEntries lists, [FromQuery(Name = "q"), Description("已输入的文字，最多 64 个字符")] string? q)
    {
        var faults = ApiJson.Unknown(http.Request.Query, "q");
        if (q?.Length > ISearchHelp.LongestTyped)
            faults["q"] = [PageTexts.Of("输入太长：{0} 个字符，最多 {1} 个。", q.Length, ISearchHelp.LongestTyped)];
        if (faults.Count > 0)
            return ApiJson.BadRequest(faults);
        // Nowhere kept: what is withdrawn is suggested by nobody, and one typed letter takes the room of no page.
        http.Response.Headers.CacheControl = "no-store";
        return ApiJson.Ok(new SuggestionAnswer([.. help.Suggest(q, Most, http.RequestAborted).Select(suggestion => SuggestionAnswerEntry.Of(suggestion, lists))]));
    }
}

/// <summary>The suggestions, best first.</summary>
internal sealed record SuggestionAnswer(IReadOnlyList<SuggestionAnswerEntry> Suggestions);

/// <summary>A suggestion. Its marks are where the typed part begins and ends in the text, in UTF-16 units; its kind is <c>query</c>, <c>term</c>, <c>word</c>, <c>title</c> or <c>question</c>.</summary>
internal sealed record SuggestionAnswerEntry(string Text, IReadOnlyList<int[]> Marks, string Kind, string Label)
{
    public static SuggestionAnswerEntry Of(Suggestion suggestion, ListEntries lists) => suggestion.Kind switch
    {
        SuggestionKind.Query => Entry(suggestion, "query", PageTexts.Of("常搜")),
        SuggestionKind.Term => Entry(suggestion, "term", PageTexts.Of("分类")),
        SuggestionKind.Word => Entry(suggestion, "word", PageTexts.Of("词语")),
        SuggestionKind.Question => Entry(suggestion, "question", PageTexts.Of("问答")),
        _ => Entry(suggestion, "title", PageTexts.Of(lists.LabelOfType(suggestion.ContentType))),
    };

    private static SuggestionAnswerEntry Entry(Suggestion suggestion, string kind, string label) =>
        new(suggestion.Text.Text, [.. suggestion.Text.Marks.Select(mark => (int[])[mark.Start.Value, mark.End.Value])], kind, label);
}
