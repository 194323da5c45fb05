using System.Net;

namespace Gongkai.Content;

/// <summary>Finds the media files that derived HTML links to or shows.</summary>
public static class MediaLinks
{
    private const string Start = "=\"/media/";

    /// <summary>The paths below the media folder, as stored.</summary>
    public static IEnumerable<string> In(string html)
    {
        for (var at = html.IndexOf(Start, StringComparison.Ordinal); at >= 0; at = html.IndexOf(Start, at, StringComparison.Ordinal))
        {
            at += Start.Length;
            var end = html.IndexOf('"', at);
            if (end < 0)
                yield break;
            var address = WebUtility.HtmlDecode(html[at..end]).Split('?', '#')[0];
            if (address.Length > 0)
                yield return Uri.UnescapeDataString(address);
        }
    }
}
