using System.Text;
using Gongkai.Content;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.Logging;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement.Notify;

namespace Gongkai.OrchardCore.Admin;

/// <summary>What people searched for, as a CSV file.</summary>
[Admin("Gongkai/SearchLog/{action}", "Gongkai.SearchLog.{action}")]
public sealed class SearchLogController(
    IAuthorizationService authorization, ISearchLog log, ISearchLogStore store, INotifier notifier, IHtmlLocalizer<SearchLogController> text, ILogger<SearchLogController> logger) : Controller
{
    /// <summary>Sends the days from one to another, both inclusive, up to this minute.</summary>
    public async Task<IActionResult> Export(DateOnly? from, DateOnly? to)
    {
        if (!await authorization.AuthorizeAsync(User, GongkaiPermissions.ExportSearchLog))
            return Forbid();
        if (!ModelState.IsValid)
        {
            await notifier.ErrorAsync(text["没有导出：起止日期应写作 2026-12-31。"]);
            return RedirectToAction("Index", "Desk");
        }

        await log.WriteAsync(HttpContext.RequestAborted);
        logger.LogInformation("{User} 导出了搜索日志（{From:yyyy-MM-dd} 至 {To:yyyy-MM-dd}）。", User.Identity?.Name, from, to);
        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = "attachment; filename=search-log.csv";
        // Spreadsheets take CSV for UTF-8 by its mark.
        await using var writer = new StreamWriter(Response.Body, Encoding.UTF8, leaveOpen: true);
        await SearchLogExport.WriteAsync(store.ReadAsync(from, to, HttpContext.RequestAborted), writer, HttpContext.RequestAborted);
        return new EmptyResult();
    }
}
