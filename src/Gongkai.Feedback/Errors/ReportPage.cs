using Gongkai.Content;
using Gongkai.Web;
using Gongkai.Web.Languages;
using Gongkai.Web.Models;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Gongkai.Feedback.Errors;

/// <summary>The form by which readers say what is wrong on a page (纠错), <c>/report?page=…&amp;passage=…</c>, and the page after it.</summary>
internal sealed class ReportPage(IErrorReports reports, IContentReader reader, FeedbackLimits limits, IPageRenderer renderer, SiteSettings site, TimeProvider time, ILogger<ReportPage> logger)
{
    private const string Thanks = Module.ReportAddress + "/thanks";
    private const string ItemFolder = "Contents/ContentItems/";
    private const int LongestForm = 64 * 1024;
    private const int MostNew = 5_000;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapRead(Module.ReportAddress, (HttpContext http, ReportPage page) => page.ShowAsync(http)).WithName("Gongkai.Feedback.Report").ExcludeFromDescription();
        endpoints.MapPost(Module.ReportAddress, (HttpContext http, ReportPage page) => page.TakeAsync(http)).WithName("Gongkai.Feedback.TakeReport").ExcludeFromDescription();
        endpoints.MapRead(Thanks, (HttpContext http, ReportPage page) => page.ThankAsync(http)).WithName("Gongkai.Feedback.Thanks").ExcludeFromDescription();
    }

    private Task ShowAsync(HttpContext http) =>
        // A link may hold anything; what is too long to be marked is left out.
        RenderAsync(http, ReportForm.Of(PageOf(http, http.Request.Query["page"]), ShortText.Cut(http.Request.Query["passage"].ToString(), ReportForm.LongestPassage), "", ""), new Dictionary<string, string>());

    private async Task TakeAsync(HttpContext http)
    {
        if (!PublicForms.IsOwn(http.Request, site))
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        if (await PublicForms.ReadAsync(http, LongestForm) is not { } fields)
        {
            await FeedbackMessage.ShowAsync(http, renderer, "内容太长，没有收到", "一次最多提交 2000 字的说明和 500 字的原文。请返回，写短一些再提交。", status: StatusCodes.Status413PayloadTooLarge);
            return;
        }

        var form = ReportForm.Of(PageOf(http, fields["page"]), fields["passage"], fields["message"], fields["contact"]);
        if (form.Faults is { Count: > 0 } faults)
        {
            await RenderAsync(http, form.Page.Length > 0 ? form : form with { Page = ShortText.Cut(PublicForms.Clean(fields["page"]), 300) }, faults, StatusCodes.Status422UnprocessableEntity);
            return;
        }

        // A program filled in what people do not see: it is told what people are told, and nothing is kept.
        if (fields[PublicForms.Trap].ToString().Length > 0)
        {
            logger.LogInformation("纠错：一份表单填了隐藏的栏，没有保存。");
        }
        else if (!limits.Reports.TryTake(http) || !await KeepAsync(form, ShortText.Cut(PublicForms.Clean(fields["language"]), 20), http.RequestAborted))
        {
            logger.LogWarning("纠错：提交太多，没有保存。");
            await RenderAsync(http, form, new Dictionary<string, string>(StringComparer.Ordinal) { [""] = "现在提交的人太多，还没有保存。请过几分钟再提交一次。" }, StatusCodes.Status429TooManyRequests);
            return;
        }

        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.Location = $"{http.Request.PathBase}{Thanks}?page={Uri.EscapeDataString(form.Page)}";
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
    }

    private async Task<bool> KeepAsync(ReportForm form, string language, CancellationToken cancellationToken)
    {
        var item = await FindAsync(form.Page, cancellationToken);
        return await reports.AddAsync(
            new(IdGenerator.NewId(), time.GetUtcNow().UtcDateTime, form.Page, item?.ContentItemId ?? "", item?.DisplayText ?? "", form.Passage, form.Message, form.Contact, language), MostNew, cancellationToken);
    }

    /// <summary>The public item that a page shows; null when it shows none.</summary>
    private async Task<ContentItem?> FindAsync(string page, CancellationToken cancellationToken)
    {
        var route = PageAddress.RouteOf(page);
        var id = route.StartsWith(ItemFolder, StringComparison.OrdinalIgnoreCase) ? route[ItemFolder.Length..]
            : route.Length > 0 ? (await reader.FindRouteAsync(route, cancellationToken))?.ContentItemId : null;
        return id is not null && await reader.GetAsync(id, cancellationToken: cancellationToken) is { } item && item.IsPublic() ? item : null;
    }

    private async Task RenderAsync(HttpContext http, ReportForm form, IReadOnlyDictionary<string, string> faults, int status = StatusCodes.Status200OK)
    {
        http.Response.Headers.CacheControl = "no-store";
        var title = form.Page.Length > 0 && !faults.ContainsKey("page") ? (await FindAsync(form.Page, http.RequestAborted))?.DisplayText : null;
        await renderer.RenderAsync(http, new("GongkaiReport", new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["Breadcrumb"] = (Link[])[new("首页", "/"), new("网页纠错", Module.ReportAddress, IsCurrent: true)],
            ["PageAddress"] = form.Page,
            ["PageTitle"] = title,
            ["PageLanguage"] = PageTexts.LanguageOf(title),
            ["Passage"] = ShortText.Cut(form.Passage, 2 * ReportForm.LongestPassage),
            ["Message"] = ShortText.Cut(form.Message, 2 * ReportForm.LongestMessage),
            ["Contact"] = ShortText.Cut(form.Contact, 2 * ReportForm.LongestContact),
            ["Problem"] = faults.GetValueOrDefault(""),
            ["PageFault"] = faults.GetValueOrDefault("page"),
            ["PassageFault"] = faults.GetValueOrDefault("passage"),
            ["MessageFault"] = faults.GetValueOrDefault("message"),
            ["ContactFault"] = faults.GetValueOrDefault("contact"),
        }, PageTexts.Of("网页纠错"), status)
        {
            Metadata = new() { NoIndex = true },
        });
    }

    private Task ThankAsync(HttpContext http) => FeedbackMessage.ShowAsync(
        http, renderer, "谢谢您指出错误", "已经转给网站的编辑。核实后会尽快改正；留了联系方式的，必要时我们会与您联系。", PageOf(http, http.Request.Query["page"]));

    private string? PageOf(HttpContext http, string? typed) => PageAddress.Normalize(typed, http.Request.Host.Value ?? "", site.BaseUrl, http.Request.PathBase.Value ?? "");
}
