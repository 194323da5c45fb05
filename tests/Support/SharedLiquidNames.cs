namespace Gongkai.Tests;

/// <summary>The Liquid names that both homes understand, as docs/orchard-core.md lists them. Templates of ours use no others.</summary>
internal static class SharedLiquidNames
{
    /// <summary>Tags that Orchard Core adds to Liquid.</summary>
    public static readonly string[] Tags = ["render_body", "render_section", "resources", "page_title", "antiforgerytoken", "zone", "endzone"];

    /// <summary>Filters that Orchard Core adds to Liquid.</summary>
    public static readonly string[] Filters =
    [
        "t", "href", "absolute_url", "display_url", "display_text", "local", "utc", "slugify", "sanitize_html", "markdownify", "html_class", "shape_build_display", "shape_render",
        "taxonomy_terms", "inherited_terms", "asset_url", "append_version", "json",
    ];

    /// <summary>Objects by what templates may read of them; <c>*</c> for anything below.</summary>
    public static readonly string[] Objects =
    [
        "Model.*", "Content.ContentItemId", "Site.SiteName", "Site.BaseUrl", "Site.Properties.*", "Culture.Name", "Culture.Dir", "Request.Path", "Request.PathBase", "Request.QueryString", "Request.Cookies",
        "User.Identity.Name",
    ];

    /// <summary>Tags of Liquid itself.</summary>
    public static readonly string[] StandardTags =
    [
        "assign", "break", "capture", "case", "comment", "continue", "cycle", "decrement", "else", "elsif", "endcapture", "endcase", "endcomment", "endfor", "endif", "endraw", "endunless",
        "for", "if", "include", "increment", "raw", "render", "unless", "when",
    ];

    /// <summary>Filters of Liquid itself, <c>raw</c> and <c>date</c> among them.</summary>
    public static readonly string[] StandardFilters =
    [
        "abs", "append", "at_least", "at_most", "capitalize", "ceil", "compact", "concat", "date", "default", "divided_by", "downcase", "escape", "first", "floor", "join", "last", "lstrip",
        "map", "minus", "modulo", "newline_to_br", "plus", "prepend", "raw", "remove", "remove_first", "replace", "replace_first", "reverse", "round", "rstrip", "size", "slice", "sort", "split",
        "strip", "strip_html", "strip_newlines", "times", "truncate", "truncatewords", "uniq", "upcase", "url_decode", "url_encode", "where",
    ];
}
