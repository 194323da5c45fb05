using System.Net;
using System.Text;

namespace OrchardSite.StaticCopy.Rewriting;

/// <summary>The links of a page, and the page with links as a copy must have them.</summary>
/// <remarks>
/// What only a running site can answer leads there, or, where readers cannot reach it, is left out: a form whole, an element that a template marked with
/// <c>data-live</c> whole, of any other link the address, so that its text stays. A form marked <c>data-reading-help</c> works by script alone and stays.
/// </remarks>
internal static class HtmlLinks
{
    private const string LiveMark = "data-live";
    private const string ReadingHelp = "data-reading-help";

    private static readonly string[] Addresses = ["href", "src", "poster"];

    // Scripts ask the running site by them: from another address a browser would not let them.
    private static readonly string[] Asked = ["data-suggest", "data-words", "data-try"];

    /// <summary>All that a page links to or shows.</summary>
    public static IEnumerable<string> Find(string html)
    {
        var scanner = new HtmlScanner(html);
        while (scanner.Next() is { } tag)
        {
            scanner.PassText(tag);
            foreach (var attribute in tag.Attributes)
            {
                if (Addresses.Contains(attribute.Name))
                    yield return attribute.Value;
                else if (attribute.Name == "srcset")
                    foreach (var (address, _) in Candidates(attribute.Value))
                        yield return address;
            }
        }
    }

    /// <summary>The page as the copy has it.</summary>
    /// <param name="html">The page as the site has it.</param>
    /// <param name="page">Its address, escaped, beginning with <c>/</c>.</param>
    /// <param name="file">Its file; null for one that a server gives out at any address.</param>
    /// <param name="links">Writes links.</param>
    public static string Rewrite(string html, string page, string? file, LinkWriter links)
    {
        var scanner = new HtmlScanner(html);
        var output = new StringBuilder(html.Length);
        var copied = 0;
        while (scanner.Next() is { } tag)
        {
            if (IsLeftOut(tag, page, file, links))
            {
                output.Append(html, copied, tag.Start - copied);
                copied = tag.Name is "link" or "img" ? tag.End : scanner.EndOf(tag);
                scanner.GoTo(copied);
                continue;
            }

            foreach (var attribute in tag.Attributes)
            {
                if (Written(tag, attribute, page, file, links) is not { } written)
                    continue;
                output.Append(html, copied, attribute.Start - copied).Append(written);
                copied = attribute.End;
            }

            if (tag.Name == "script" && tag.Find("type")?.Value == "application/ld+json")
            {
                var end = scanner.EndOfText(tag);
                output.Append(html, copied, tag.End - copied).Append(PageData.Rewrite(html[tag.End..end], links));
                copied = end;
            }

            scanner.PassText(tag);
        }

        return output.Append(html, copied, html.Length - copied).ToString();
    }

    private static bool IsLeftOut(HtmlTag tag, string page, string? file, LinkWriter links)
    {
        if (!links.HasLive && tag.Find(LiveMark) is not null)
            return true;
        return tag.Name switch
        {
            // Without a server nothing takes what is typed.
            "form" => tag.Find(ReadingHelp) is null && (!links.HasLive || !IsGet(tag)),
            "link" when tag.Find("rel")?.Value == "canonical" => links.Origin.Length == 0,
            "link" or "img" => (tag.Find("href") ?? tag.Find("src")) is { } address && links.Write(address.Value, page, file) is null,
            _ => false,
        };
    }

    /// <summary>What stands in place of an attribute: another value, nothing; null when it stays.</summary>
    private static string? Written(HtmlTag tag, HtmlAttribute attribute, string page, string? file, LinkWriter links)
    {
        if (attribute.Name == LiveMark || Asked.Contains(attribute.Name))
            return "";
        if (tag.Name == "form" && attribute.Name == "action")
        {
            // A form that only a script answers leads to the page itself; any other to the running site.
            var action = tag.Find(ReadingHelp) is not null ? "" : links.Live(LiveUrlOf(attribute.Value, page));
            return string.IsNullOrEmpty(action) ? "" : Attribute("action", action);
        }

        // The one address of a page is absolute already.
        if (tag.Name == "link" && tag.Find("rel")?.Value == "canonical")
            return null;
        if (attribute.Name == "srcset")
            return Attribute("srcset", string.Join(", ", Candidates(attribute.Value).Select(one => (Address: links.Write(one.Address, page, file), one.Size)).Where(one => one.Address is not null).Select(one => one.Address + one.Size)));
        if (!Addresses.Contains(attribute.Name))
            return null;
        var written = links.Write(attribute.Value, page, file);
        return written == attribute.Value ? null : written is null ? "" : Attribute(attribute.Name, written);
    }

    private static bool IsGet(HtmlTag form) => form.Find("method") is not { } method || method.Value.Equals("get", StringComparison.OrdinalIgnoreCase);

    private static string LiveUrlOf(string action, string page) =>
        Uri.TryCreate(new Uri("http://copy.invalid" + page), action, out var uri) ? uri.PathAndQuery : "/";

    private static IEnumerable<(string Address, string Size)> Candidates(string set)
    {
        foreach (var candidate in set.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var space = candidate.IndexOf(' ', StringComparison.Ordinal);
            yield return space < 0 ? (candidate, "") : (candidate[..space], candidate[space..]);
        }
    }

    private static string Attribute(string name, string value) => $" {name}=\"{WebUtility.HtmlEncode(value)}\"";
}
