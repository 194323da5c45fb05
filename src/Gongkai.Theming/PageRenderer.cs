using Fluid.Values;
using Gongkai.Content;
using Gongkai.Theming.Liquid;
using Gongkai.Theming.Templates;
using Gongkai.Theming.Values;
using Gongkai.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Theming;

/// <summary>Renders pages and items with the theme's templates, inside its layout.</summary>
internal sealed class PageRenderer(LiquidEngine engine, ThemingOptions options) : IPageRenderer, IItemRenderer
{
    private const string Layout = "Layout";

    private static readonly Dictionary<string, string> NoHtml = [];

    public Task RenderAsync(HttpContext http, Page page)
    {
        var template = engine.Templates.Current.Find(page.Template)
            ?? throw new TemplateException($"没有模板 {page.Template}.liquid，请把它放进主题的 Views 文件夹，或检查名称。");
        var shown = new ShownPage(page.Title, page.Status, null, NoHtml, page.Model, page.Metadata);
        var model = new Dictionary<string, object?>(page.Model, StringComparer.Ordinal) { ["PageMetadata"] = WithHead(http, shown) };
        return RenderAsync(http, template, model, page.Title, page.Status);
    }

    public Task RenderItemAsync(HttpContext http, ContentItem item, IReadOnlyDictionary<string, string> html, IReadOnlyDictionary<string, object?> model, PageMetadata metadata)
    {
        var template = engine.Templates.Current.FindForItem(item.ContentType, "")
            ?? throw new TemplateException($"没有显示“{item.ContentType}”的模板，请添加 Content-{item.ContentType}.liquid 或 Content.liquid。");
        var described = metadata with { Description = metadata.Description ?? PageDescription.Of(html.Values) };
        var shown = new ShownPage(item.DisplayText, StatusCodes.Status200OK, item, html, model, described);
        var all = new Dictionary<string, object?>(model, StringComparer.Ordinal) { ["ContentItem"] = item, ["Html"] = html, ["PageMetadata"] = WithHead(http, shown) };
        return RenderAsync(http, template, all, item.DisplayText, StatusCodes.Status200OK);
    }

    private static PageMetadata WithHead(HttpContext http, ShownPage page)
    {
        var metadata = LanguageLinks.With(http, page.Metadata);
        return http.RequestServices.GetService<IPageHead>() is { } head ? metadata with { Head = head.Of(http, page with { Metadata = metadata }) } : metadata;
    }

    private async Task RenderAsync(HttpContext http, TemplateFile template, Dictionary<string, object?> model, string? title, int status)
    {
        var layout = engine.Templates.Current.Find(Layout) ?? throw new TemplateException("主题没有 Layout.liquid，请把它放进主题的 Views 文件夹。");
        var context = new PageContext(engine.Options, engine, http) { Encoder = LiquidEngine.Encoder };
        RequestObjects.Add(context, http, options.SiteProperties);
        context.SetValue("Model", (FluidValue)new PageModel(model, engine.Options));
        if (!string.IsNullOrEmpty(title))
            context.Titles.Add(title);

        using var body = new Utf8Writer();
        await RenderAsync(template, body, context);
        context.Body = body;
        using var whole = new Utf8Writer();
        await RenderAsync(layout, whole, context);

        http.Response.StatusCode = status;
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.ContentLength = whole.Written.Length;
        await http.Response.BodyWriter.WriteAsync(whole.Written, http.RequestAborted);
    }

    private async Task RenderAsync(TemplateFile file, Utf8Writer writer, PageContext context)
    {
        context.EnterChildScope();
        try
        {
            await file.Parse(engine.Parser).RenderAsync(writer, context.Encoder, context);
        }
        catch (Exception exception) when (exception is not (TemplateException { Place: not null } or OperationCanceledException))
        {
            var place = TemplatePlace.OfRendering(exception.Message, file, engine.Templates.Current.All.OrderBy(other => other.Name, StringComparer.Ordinal));
            throw new TemplateException($"模板 {place} 出错：{exception.Message}", exception) { Place = place };
        }
        finally
        {
            context.ReleaseScope();
        }
    }
}
