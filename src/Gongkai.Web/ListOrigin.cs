using Gongkai.Content;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Gongkai.Web;

/// <summary>From which list somebody came to an item: the parameter <c>list</c> of a link in it, as <c>list=topic%3Dtopic-02</c>. Canonical links do not have it.</summary>
public static class ListOrigin
{
    /// <summary>The parameter's name.</summary>
    public const string Parameter = "list";

    private const string Everything = "all";
    private const int Longest = 600;

    /// <summary>A link with the list that it stands in, before its anchor if it has one; the link alone when the list takes too long to say.</summary>
    public static string AddTo(string link, SearchRequest list)
    {
        var text = SearchQuery.Write(list with { Page = 1 }).TrimStart('?');
        if (text.Length > Longest)
            return link;
        var anchor = link.IndexOf('#', StringComparison.Ordinal);
        var (page, rest) = anchor < 0 ? (link, "") : (link[..anchor], link[anchor..]);
        var separator = page.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        return $"{page}{separator}{Parameter}={Uri.EscapeDataString(text.Length == 0 ? Everything : text)}{rest}";
    }

    /// <summary>The list that an address names; null when it names none.</summary>
    public static SearchRequest? Read(IQueryCollection query)
    {
        if (query[Parameter] is not [{ Length: > 0 and <= Longest } text])
            return null;
        var list = SearchQuery.Read(new QueryCollection(QueryHelpers.ParseQuery(text))).Request;
        return text == Everything || SearchQuery.Write(list).Length > 0 ? list : null;
    }
}
