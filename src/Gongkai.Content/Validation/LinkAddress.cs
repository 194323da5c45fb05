namespace Gongkai.Content;

/// <summary>Says where a link that people fill in may lead: http, https, mailto, tel, or inside the site.</summary>
public static class LinkAddress
{
    private const int MaximumLength = 2000;

    private static readonly string[] Schemes = ["http", "https", "mailto", "tel"];

    /// <summary>The address as a page has it: <c>~/guide</c> is inside the site.</summary>
    public static string Resolve(string url) => url.StartsWith("~/", StringComparison.Ordinal) ? url[1..] : url;

    /// <summary>What is wrong with an address, as the end of a sentence; null when nothing is.</summary>
    public static Wording? FaultOf(string url)
    {
        if (url.Length > MaximumLength)
            return $"网址太长，最多 {MaximumLength} 个字符。";
        // Browsers drop tabs and line ends before they look at an address: java\nscript: would be one.
        if (url.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c is '\\' or '"' or '<' or '>'))
            return new("网址不能含有空白、反斜杠、引号、尖括号和控制字符。");
        if (url.StartsWith("//", StringComparison.Ordinal))
            return new("网址以 // 开头，请写全，如 https://。");
        var end = url.AsSpan().IndexOfAny(":/?#");
        // Anything before a colon counts as a scheme, well-formed or not: what we do not know by name does not pass.
        return end < 0 || url[end] != ':' || Schemes.Contains(url[..end], StringComparer.OrdinalIgnoreCase)
            ? null
            : new("网址“{0}”不能用，应以 https://、http://、mailto: 或 tel: 开头，或是本站地址，如 /guide。", ShortText.Of(url));
    }
}
