using AngleSharp.Html.Parser;
using Gongkai.Content;

namespace Gongkai.Markup.Pasting;

/// <summary>Reduces what Word, WPS and others put on the clipboard to what a document means.</summary>
/// <remarks>The script <c>paste.js</c> of the desk does the same in the browser, so that an editor sees it at once; this is what holds.</remarks>
internal sealed class OfficePaste : IPastedHtml
{
    private const string Start = "<!--StartFragment-->";
    private const string End = "<!--EndFragment-->";
    private static readonly string[] Marks = ["mso-", "class=Mso", "class=\"Mso", "class='Mso", "<o:p>", "urn:schemas-microsoft-com:office", "content=\"Word.Document\"", "content=Word.Document"];

    public bool IsFromOffice(string html) => Marks.Any(mark => html.Contains(mark, StringComparison.OrdinalIgnoreCase));

    public string Clean(string html)
    {
        ArgumentNullException.ThrowIfNull(html);
        try
        {
            var nesting = new NestingLimit();
            var parser = new HtmlParser(new HtmlParserOptions { IsNotSupportingFrames = true, MaximumDepth = 200, SkipComments = true, OnToken = (token, _) => nesting.Watch(token) });
            var body = parser.ParseDocument("<!doctype html>").Body!;
            foreach (var node in parser.ParseFragment(Fragment(html), body).ToArray())
                body.AppendChild(node);
            var blocks = new PastedBlocks(IsFromOffice(html) ? 1 : 0);
            blocks.Read(body);
            return blocks.ToHtml();
        }
        catch (NestedTooDeeplyException)
        {
            return PlainText.ToHtml(html);
        }
    }

    /// <summary>What was copied, without the page that word processors put around it.</summary>
    private static string Fragment(string html)
    {
        var start = html.IndexOf(Start, StringComparison.OrdinalIgnoreCase);
        var end = html.LastIndexOf(End, StringComparison.OrdinalIgnoreCase);
        return start >= 0 && end > start ? html[(start + Start.Length)..end] : html;
    }
}
