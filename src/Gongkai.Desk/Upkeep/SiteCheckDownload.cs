using System.Text;
using Gongkai.Content;
using Gongkai.Desk.Checking;
using Gongkai.Review.Upkeep.SiteChecks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Gongkai.Desk.Upkeep;

/// <summary>What a check of the site found as a file, sent as it is read.</summary>
internal sealed class SiteCheckDownload(ISiteCheckRecords records, SiteFindingRequest request) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = "site-check.csv" }.ToString();
        // Spreadsheets take CSV for UTF-8 by its mark.
        await using var writer = new StreamWriter(response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await SiteCheckReport.WriteAsync(records, request, CheckLabels.Of, writer, context.HttpContext.RequestAborted);
    }
}
