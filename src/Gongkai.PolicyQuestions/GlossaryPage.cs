using Gongkai.Content;
using Gongkai.Web;
using Gongkai.Web.Glossary;
using Gongkai.Web.Languages;
using Gongkai.Web.Models;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gongkai.PolicyQuestions;

/// <summary>名词解释, <c>/glossary</c>: all terms of the glossary, by the letter with which they are read. From memory alone.</summary>
internal sealed class GlossaryPage(SiteGlossary glossary, IPageRenderer renderer, IPinyin? pinyin = null)
{
    private const string Title = "名词解释";
    private const string Description = "政策文件和办事问答里的专门用语，用平实的话说明。";
    private const string OtherLetter = "#";

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapRead(GlossaryTerm.PagePath, (HttpContext http, GlossaryPage page) => page.ShowAsync(http)).WithName("Gongkai.PolicyQuestions.Glossary");

    private async Task ShowAsync(HttpContext http)
    {
        var heading = PageTexts.Of(Title);
        var groups = glossary.Current.All.GroupBy(LetterOf).OrderBy(group => group.Key == OtherLetter).ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new GlossaryLetter(group.Key, [.. group.Select(term => new GlossaryEntry(term.Anchor, term.Term, string.Join('、', term.OtherSpellings), term.Explanation))])).ToList();
        await renderer.RenderAsync(http, new("GongkaiGlossary", new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["Heading"] = heading,
            ["Groups"] = groups,
            ["Breadcrumb"] = (IReadOnlyList<Link>)[new("首页", "/"), new(Module.Column.Title, Module.Column.Path), new(Title, GlossaryTerm.PagePath, IsCurrent: true)],
        }, heading)
        {
            Metadata = new() { ColumnName = heading, ColumnType = Module.Column.ColumnType, ColumnKeywords = heading, Description = PageTexts.Of(Description), Canonical = GlossaryTerm.PagePath },
        });
    }

    private string LetterOf(GlossaryTerm term) =>
        (pinyin?.Read(term.Term) ?? term.Term) is [var first, ..] && char.IsAsciiLetter(first) ? char.ToUpperInvariant(first).ToString() : OtherLetter;
}
