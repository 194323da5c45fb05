using System.Text;
using Gongkai.Content;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Gongkai.Desk.Searching;

/// <summary>The search log as a file, sent as it is read; the same that the command writes.</summary>
internal sealed class SearchLogDownload(IAsyncEnumerable<SearchLogEntry> entries) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = Gongkai.Web.Tables.CsvWriter.MediaType;
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = "search-log.csv" }.ToString();
        response.Headers.CacheControl = "no-store";
        // Spreadsheets take CSV for UTF-8 by its mark.
        await using var writer = new StreamWriter(response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await SearchLogExport.WriteAsync(entries, writer, context.HttpContext.RequestAborted);
    }
}
