using Gongkai.Web.Tables;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Gongkai.Desk.Figures;

/// <summary>A table as a file: a workbook or CSV. No cell is ever a formula.</summary>
/// <param name="name">The file's name without its extension.</param>
/// <param name="sheet">The workbook's sheet.</param>
/// <param name="rows">The rows; the first is the heading.</param>
/// <param name="isWorkbook">Whether as a workbook, else as CSV.</param>
internal sealed class TableDownload(string name, WorkbookSheet sheet, IReadOnlyList<IReadOnlyList<string>> rows, bool isWorkbook) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var (response, aborted) = (context.HttpContext.Response, context.HttpContext.RequestAborted);
        response.ContentType = isWorkbook ? WorkbookWriter.MediaType : CsvWriter.MediaType;
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(name + (isWorkbook ? ".xlsx" : ".csv"));
        response.Headers.ContentDisposition = disposition.ToString();
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        if (isWorkbook)
            // What ends a compressed part is written without waiting, which the response itself forbids.
            await WorkbookWriter.WriteAsync(response.BodyWriter.AsStream(leaveOpen: true), sheet, rows, aborted);
        else
            await CsvWriter.WriteAsync(response.Body, rows, aborted);
    }
}
