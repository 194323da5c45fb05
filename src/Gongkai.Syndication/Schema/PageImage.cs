using Gongkai.Content;
using Gongkai.Web;

namespace Gongkai.Syndication.Schema;

/// <summary>The picture by which a page is shown where people share it: an item's cover, else the first picture of its text.</summary>
internal static class PageImage
{
    private const string Element = "<img ";
    private const string Source = " src=\"";
    private const string Media = "/media/";

    // What those who show pages of others can show.
    private static readonly string[] Endings = [".png", ".jpg", ".jpeg", ".webp", ".gif"];

    /// <summary>The picture's address, beginning with <c>/media/</c>; null when the page has none of this site's own.</summary>
    public static string? Of(ShownPage page) => page.Item is { } item ? Cover(item) ?? page.Html.Values.Select(FirstIn).FirstOrDefault(found => found is not null) : null;

    private static string? Cover(ContentItem item) =>
        (item.Part(item.ContentType)?.Child("Cover")?.Texts("Paths") ?? []).Where(MediaField.IsInside).Select(MediaField.Normalize).Where(IsPicture)
            .Select(path => Media + string.Join('/', path.Split('/').Select(Uri.EscapeDataString))).FirstOrDefault();

    private static string? FirstIn(string html)
    {
        for (var at = html.IndexOf(Element, StringComparison.Ordinal); at >= 0; at = html.IndexOf(Element, at + Element.Length, StringComparison.Ordinal))
        {
            var end = html.IndexOf('>', at);
            var source = html.IndexOf(Source, at, StringComparison.Ordinal);
            if (end < 0)
                return null;
            if (source < 0 || source > end || html.IndexOf('"', source + Source.Length) is not (> 0 and var close))
                continue;
            var address = System.Net.WebUtility.HtmlDecode(html[(source + Source.Length)..close]).Split('?', '#')[0];
            if (address.StartsWith(Media, StringComparison.Ordinal) && IsPicture(address))
                return address;
        }

        return null;
    }

    private static bool IsPicture(string path) => Array.Exists(Endings, ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}
