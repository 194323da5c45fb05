using System.Globalization;
using System.Net;
using System.Text;

namespace Gongkai.Subscriptions.Texts;

/// <summary>What a mail says, written once as plain text and once as HTML. Everything is escaped; nothing is loaded from anywhere.</summary>
internal sealed class MailBody(string language)
{
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _html = new();

    /// <summary>The plain text.</summary>
    public string Text => _text.ToString();

    /// <summary>The HTML: mail programs know no style sheets, so what little look there is stands with each element.</summary>
    public string Html => $"<!doctype html><html lang=\"{Escape(language)}\"><meta charset=\"utf-8\"><body style=\"margin:0;padding:24px;max-width:40em;font:16px/1.7 sans-serif;color:#1b1f24;background:#ffffff\">{_html}</body></html>";

    /// <summary>Adds a paragraph.</summary>
    public MailBody Paragraph(string text) => Add(text, $"<p>{Escape(text)}</p>");

    /// <summary>Adds a paragraph of less weight.</summary>
    public MailBody Quiet(string text) => Add(text, $"<p style=\"color:#4d5661;font-size:14px\">{Escape(text)}</p>");

    /// <summary>Adds a link; the plain text has its address.</summary>
    public MailBody Link(string label, string url) => Add(url, $"<p><a href=\"{Escape(url)}\" style=\"color:#0b4f94\">{Escape(label)}</a></p>");

    /// <summary>Adds a list of links, each with something said about it.</summary>
    public MailBody List(IEnumerable<(string Label, string Url, string Facts)> links)
    {
        _html.Append("<ol style=\"padding-left:1.5em\">");
        foreach (var (label, url, facts) in links)
        {
            _text.Append("- ").Append(OneLine(label)).Append('\n');
            if (facts.Length > 0)
                _text.Append("  ").Append(OneLine(facts)).Append('\n');
            _text.Append("  ").Append(url).Append("\n\n");
            _html.Append(CultureInfo.InvariantCulture, $"<li style=\"margin-bottom:8px\"><a href=\"{Escape(url)}\" style=\"color:#0b4f94\">{Escape(label)}</a>");
            if (facts.Length > 0)
                _html.Append(CultureInfo.InvariantCulture, $"<br><span style=\"color:#4d5661;font-size:14px\">{Escape(facts)}</span>");
            _html.Append("</li>");
        }

        _html.Append("</ol>");
        return this;
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Escape(string text) => WebUtility.HtmlEncode(text);

    private MailBody Add(string text, string html)
    {
        _text.Append(text).Append("\n\n");
        _html.Append(html);
        return this;
    }
}
