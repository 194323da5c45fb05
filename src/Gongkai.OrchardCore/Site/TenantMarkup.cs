using Gongkai.Content;
using OrchardCore.Infrastructure.Html;
using OrchardCore.Markdown.Services;

namespace Gongkai.OrchardCore.Site;

/// <summary>Markdown and HTML by the tenant's own services and their settings, always sanitised.</summary>
internal sealed class TenantMarkup(IMarkdownService markdown, IHtmlSanitizerService sanitizer) : IMarkup
{
    public string Version => "orchard-core-3";

    public string ToHtml(string source, MarkupFormat format) => sanitizer.Sanitize(format == MarkupFormat.Markdown ? markdown.ToHtml(source) : source);
}
