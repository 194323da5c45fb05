using System.Text;
using Gongkai.Content;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Gongkai.Desk.Audit;

/// <summary>Rows as a file, sent as they are read.</summary>
internal sealed class AuditDownload(IAsyncEnumerable<AuditRecord> records, bool asJsonLines) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = asJsonLines ? "application/jsonl; charset=utf-8" : "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = asJsonLines ? "audit.jsonl" : "audit.csv" }.ToString();
        // Spreadsheets take CSV for UTF-8 by its mark.
        await using var writer = new StreamWriter(response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: !asJsonLines), leaveOpen: true);
        await AuditExport.WriteAsync(records, writer, asJsonLines);
    }
}
