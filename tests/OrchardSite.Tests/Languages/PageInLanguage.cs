using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Gongkai.Web.Languages;

namespace OrchardSite.Tests.Languages;

/// <summary>A page as somebody reads it who knows one language.</summary>
/// <param name="html">The page.</param>
internal sealed class PageInLanguage(string html)
{
    private static readonly string[] Spoken = ["aria-label", "placeholder", "alt", "title", "data-label"];

    // Characters that our texts in Simplified have and none of those in Traditional.
    private static readonly HashSet<char> OnlySimplified =
        [.. PageTexts.All["zh-Hant"].Keys.SelectMany(key => key).Where(IsHan).Except(PageTexts.All["zh-Hant"].Values.SelectMany(text => text))];

    private readonly IDocument _document = new HtmlParser().ParseDocument(html);

    /// <summary>The page's language.</summary>
    public string? Language => _document.DocumentElement.GetAttribute("lang");

    /// <summary>The document.</summary>
    public IDocument Document => _document;

    /// <summary>What stands on the page in another language without saying so. What somebody asked, or content is called, may stand in quotation marks.</summary>
    public IReadOnlyList<string> Strangers() =>
        [.. _document.Body!.Descendants<IText>().Where(text => text.ParentElement is not { LocalName: "script" or "style" }).Select(text => (text.ParentElement!, text.Data))
            .Concat(_document.Body!.QuerySelectorAll("*").SelectMany(element => Spoken.Select(element.GetAttribute).OfType<string>().Select(said => (element, said))))
            .Where(said => IsStrange(WithoutQuotes(said.Item2), said.Item1.Closest("[lang]")!.GetAttribute("lang")!)).Select(said => said.Item2.Trim())];

    private static bool IsStrange(string text, string language) => language switch
    {
        "en" => text.Any(IsHan),
        "zh-Hant" => text.Any(OnlySimplified.Contains),
        _ => false,
    };

    private static string WithoutQuotes(string text)
    {
        while (text.IndexOfAny(['“', '「']) is >= 0 and var start && text.IndexOfAny(['”', '」'], start) is >= 0 and var end)
            text = text.Remove(start, end - start + 1);
        return text;
    }

    private static bool IsHan(char c) => c is >= '\u4e00' and <= '\u9fff';
}
