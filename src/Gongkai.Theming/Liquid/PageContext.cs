using System.Text.Encodings.Web;
using Fluid;
using Gongkai.Content;
using Gongkai.Web.Languages;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Theming.Liquid;

/// <summary>What one rendering knows beside its variables. Tags and filters find it as their context.</summary>
/// <param name="options">The engine's options.</param>
/// <param name="engine">The engine.</param>
/// <param name="http">The request; null where a pattern is rendered.</param>
internal sealed class PageContext(TemplateOptions options, LiquidEngine engine, HttpContext? http) : TemplateContext(options)
{
    public LiquidEngine Engine => engine;

    public HttpContext? Http => http;

    /// <summary>The page's encoder; a filter that renders a template needs it.</summary>
    public TextEncoder Encoder { get; init; } = NullEncoder.Default;

    /// <summary>The parts of the page's title, in reading order.</summary>
    public List<string> Titles { get; } = [];

    /// <summary>What templates put into the layout's zones.</summary>
    public Dictionary<string, string> Zones { get; } = new(StringComparer.Ordinal);

    /// <summary>The page's body, while its layout is rendered.</summary>
    public Utf8Writer? Body { get; set; }

    public IServiceProvider Services => http?.RequestServices ?? throw new TemplateException("这里没有网页请求，不能使用与网页有关的标签和过滤器。");

    /// <summary>The language of the page; a pattern's is that of the content.</summary>
    public PageLanguage Language { get; } = http is null ? PageLanguage.Simplified : PageLanguage.Current;

    /// <summary>Where files are that have no language.</summary>
    public PathString BareBase => http is null ? PathString.Empty : RequestLanguage.BareBase(http);

    public PathString PathBase => http?.Request.PathBase ?? PathString.Empty;

    public CancellationToken Cancellation => http?.RequestAborted ?? default;

    public static PageContext Of(TemplateContext context) => (PageContext)context;

    /// <summary>A published item that everyone may see, or null.</summary>
    public async Task<ContentItem?> FindPublicAsync(string contentItemId)
    {
        if (Services.GetService(typeof(IContentReader)) is not IContentReader reader || contentItemId.Length == 0)
            return null;
        return await reader.GetAsync(contentItemId, VersionOption.Published, Cancellation) is { } item && item.IsPublic() ? item : null;
    }
}
