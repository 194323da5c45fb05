using System.Net;
using Gongkai.Theming;

namespace OrchardSite.Pages;

/// <summary>A template's fault as whoever works on the theme needs it: message, template, line. Made without a template; readers get the calm page instead.</summary>
internal static class FaultyTemplatePage
{
    /// <summary>People who are signed in are the site's own, which only the desk's addresses know; while developing everybody is.</summary>
    public static bool MayBeShown(HttpContext http) =>
        http.User.Identity?.IsAuthenticated == true || http.RequestServices.GetRequiredService<IHostEnvironment>().IsDevelopment();

    /// <summary>Writes the page, with status 500.</summary>
    public static Task ShowAsync(HttpContext http, TemplateException fault)
    {
        http.Response.StatusCode = StatusCodes.Status500InternalServerError;
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.CacheControl = "private, no-store";
        var theme = http.RequestServices.GetRequiredService<ThemingOptions>().ThemeName;
        return http.Response.WriteAsync($"""
            <!DOCTYPE html>
            <html lang="zh-Hans"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>模板出错</title>
            <link rel="stylesheet" href="{Escape(http.Request.PathBase + "/" + theme)}/gongkai.css"></head>
            <body><main class="wrap message"><h1>模板出错</h1>
            <p>{Escape(fault.Message)}</p>
            {PlaceOf(fault.Place)}
            <p>这一页只在预览里给登录的工作人员看（开发环境里人人可见）；公众看到的是“页面暂时无法显示”。改好模板后刷新即可，可用的名称见 docs/themes.md。</p>
            <p><a href="{Escape(http.Request.PathBase)}/">返回首页</a></p></main></body></html>
            """, http.RequestAborted);
    }

    private static string PlaceOf(TemplatePlace? place) => place switch
    {
        null => "",
        { Line: { } line } => $"""<div class="prose"><p>{Escape(place.Template)}，第 {line} 行：</p><pre><code>{Escape(place.Text)}</code></pre></div>""",
        _ => $"<p>{Escape(place.Template)}</p>",
    };

    private static string Escape(string? text) => WebUtility.HtmlEncode(text ?? "");
}
