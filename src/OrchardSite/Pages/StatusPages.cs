using System.Globalization;
using Gongkai.Desk.Requests;
using Gongkai.Storage;
using Gongkai.Theming;
using Gongkai.Web;
using Gongkai.Web.Languages;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;

namespace OrchardSite.Pages;

/// <summary>Answers without a body of their own: a helpful 404, a calm 500, 503 while the database is away; problem details for the API.</summary>
internal static class StatusPages
{
    private const string RetryAfterSeconds = "10";

    private const string MaintenanceHeading = "网站正在维护";

    private static string LastResort => $"""
        <!doctype html><html lang="{PageLanguage.Current.Code}"><meta charset="utf-8"><title>{PageTexts.Of("页面暂时无法显示")}</title>
        <body><h1>{PageTexts.Of("页面暂时无法显示")}</h1><p>{PageTexts.Of("请稍后再试。")}</p><p><a href="/">{PageTexts.Of("返回首页")}</a></p></body></html>
        """;

    /// <summary>Gives errors their pages.</summary>
    public static IApplicationBuilder UseStatusPages(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = ShowFaultAsync,
            // An outage is told in a line, not with a stack for each reader who meets it.
            SuppressDiagnosticsCallback = fault => OutageOf(fault.HttpContext, fault.Exception) is not null,
        });
        return app.UseStatusCodePages(context => ShowAsync(context.HttpContext, context.HttpContext.Response.StatusCode));
    }

    /// <summary>Shows that the site is being worked on, and what its operator says of it.</summary>
    public static Task ShowMaintenanceAsync(HttpContext http, string text) => ShowAsync(http, StatusCodes.Status503ServiceUnavailable, text);

    /// <summary>The pages that a web server shows which gives out a copy of the site, by the addresses of their files. They stand for any address, so they name none.</summary>
    public static IEnumerable<(string Name, Page Page)> ForCopy() =>
    [
        ("/404.html", PageOf(StatusCodes.Status404NotFound, "")),
        ("/410.html", new("GongkaiGone", new Dictionary<string, object?>(StringComparer.Ordinal), "内容已撤下", StatusCodes.Status410Gone) { Metadata = new() { NoIndex = true } }),
        ("/500.html", PageOf(StatusCodes.Status500InternalServerError, "")),
        ("/maintenance.html", MaintenancePage(StatusCodes.Status503ServiceUnavailable, "")),
    ];

    private static Task ShowFaultAsync(HttpContext http)
    {
        var fault = http.Features.Get<IExceptionHandlerFeature>()?.Error;
        // At the desk a template is rendered by previews alone: only there a live site knows who is signed in.
        if (fault is TemplateException template && FaultyTemplatePage.MayBeShown(http))
            return FaultyTemplatePage.ShowAsync(http, template);
        if (OutageOf(http, fault) is not { } outage)
            return ShowAsync(http, StatusCodes.Status500InternalServerError);
        http.RequestServices.GetRequiredService<ILogger<StorageDatabase>>().LogWarning("{Outage}（{Path}）", outage, http.Request.Path);
        http.Response.Headers.RetryAfter = RetryAfterSeconds;
        return ShowAsync(http, StatusCodes.Status503ServiceUnavailable);
    }

    private static string? OutageOf(HttpContext http, Exception? fault) =>
        fault is null ? null : http.RequestServices.GetRequiredService<StorageDatabase>().OutageOf(fault);

    private static async Task ShowAsync(HttpContext http, int status, string? maintenance = null)
    {
        // The desk has a page of its own.
        if (DeskRequest.Is(http))
            return;
        if (http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
        {
            await TypedResults.Problem(maintenance ?? PageTexts.Of(TextOf(status)), statusCode: status, title: PageTexts.Of(maintenance is null ? HeadingOf(status) : MaintenanceHeading)).ExecuteAsync(http);
            return;
        }

        try
        {
            await http.RequestServices.GetRequiredService<IPageRenderer>().RenderAsync(http, maintenance is null ? PageOf(status, ReadableOf(http.Request.Path)) : MaintenancePage(status, maintenance));
        }
        catch (Exception fault) when (!http.Response.HasStarted)
        {
            // The theme itself is broken: say it in the log, and to the reader without a theme.
            http.RequestServices.GetRequiredService<ILogger<ProblemHttpResult>>().LogError(fault, "错误页面无法显示");
            http.Response.StatusCode = status;
            http.Response.ContentType = "text/html; charset=utf-8";
            await http.Response.WriteAsync(LastResort, http.RequestAborted);
        }
    }

    /// <summary>An address as people write it; with what cannot be seen in it, as it was sent.</summary>
    private static string ReadableOf(PathString path) => path.Value is { } text && !text.Any(c => char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate) ? text : path.ToString();

    private static Page PageOf(int status, string path) => new(
        status switch { StatusCodes.Status404NotFound => "GongkaiNotFound", >= 500 => "GongkaiError", _ => "GongkaiMessage" },
        new Dictionary<string, object?>(StringComparer.Ordinal) { ["Path"] = path.Length > 0 ? path : null, ["Heading"] = PageTexts.Of(HeadingOf(status)), ["Text"] = PageTexts.Of(TextOf(status)) },
        PageTexts.Of(HeadingOf(status)), status)
    {
        Metadata = new() { NoIndex = true },
    };

    private static Page MaintenancePage(int status, string text) => new(
        "GongkaiMaintenance", new Dictionary<string, object?>(StringComparer.Ordinal) { ["Heading"] = PageTexts.Of(MaintenanceHeading), ["Text"] = text }, PageTexts.Of(MaintenanceHeading), status)
    {
        Metadata = new() { NoIndex = true },
    };

    private static string HeadingOf(int status) => status switch
    {
        StatusCodes.Status404NotFound => "没有找到这个页面",
        StatusCodes.Status405MethodNotAllowed => "不支持这种访问方式",
        >= 500 => "页面暂时无法显示",
        _ => "请求有误",
    };

    private static string TextOf(int status) => status switch
    {
        StatusCodes.Status404NotFound => "地址可能有误，或者内容已经移走。请从首页、目录或搜索重新查找。",
        StatusCodes.Status405MethodNotAllowed => "这个地址只能阅读，不能提交内容。",
        StatusCodes.Status503ServiceUnavailable => "网站的一部分正在恢复，请稍后再试。目录和搜索可能仍然可用。",
        >= 500 => "问题已经记录，请稍后再试。",
        _ => "请检查地址后再试。",
    };
}
