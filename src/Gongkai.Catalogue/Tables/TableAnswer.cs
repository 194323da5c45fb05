using Gongkai.Web.Languages;
using Gongkai.Web.Tables;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Catalogue.Tables;

/// <summary>Sends a table as a file, a workbook or CSV, as its rows are read. Two at once: each is a pass over a whole list.</summary>
internal sealed class TableAnswer : IDisposable
{
    private const int AtOnce = 2;
    private const string RetryAfterSeconds = "30";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _turns = new(AtOnce);

    public void Dispose() => _turns.Dispose();

    /// <summary>Sends it.</summary>
    /// <param name="http">The request.</param>
    /// <param name="isWorkbook">A workbook; else CSV.</param>
    /// <param name="name">What the file is called, without its ending.</param>
    /// <param name="sheet">The workbook's sheet.</param>
    /// <param name="rows">The rows, the first the heading. They are not read for HEAD.</param>
    public async Task SendAsync(HttpContext http, bool isWorkbook, string name, WorkbookSheet sheet, IEnumerable<IReadOnlyList<string>> rows)
    {
        var response = http.Response;
        var ending = isWorkbook ? "xlsx" : "csv";
        response.ContentType = isWorkbook ? WorkbookWriter.MediaType : CsvWriter.MediaType;
        response.Headers.ContentDisposition = $"attachment; filename=list.{ending}; filename*=UTF-8''{Uri.EscapeDataString(name)}.{ending}";
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        if (HttpMethods.IsHead(http.Request.Method))
            return;
        if (!await _turns.WaitAsync(Patience, http.RequestAborted))
        {
            response.Headers.ContentDisposition = default;
            response.Headers.RetryAfter = RetryAfterSeconds;
            await TypedResults.Problem(PageTexts.Of("正在下载的人较多，请过半分钟再试。"), statusCode: StatusCodes.Status503ServiceUnavailable, title: PageTexts.Of("请稍后再试")).ExecuteAsync(http);
            return;
        }

        try
        {
            if (isWorkbook)
                // What ends a compressed part is written without waiting, which the response itself forbids.
                await WorkbookWriter.WriteAsync(response.BodyWriter.AsStream(leaveOpen: true), sheet, rows, http.RequestAborted);
            else
                await CsvWriter.WriteAsync(response.Body, rows, http.RequestAborted);
        }
        finally
        {
            _turns.Release();
        }
    }
}
