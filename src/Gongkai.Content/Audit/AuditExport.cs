using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gongkai.Content;

/// <summary>Rows of the audit trail as text: CSV (RFC 4180) for spreadsheets, or JSON lines with every field as it was hashed, for checking with other means.</summary>
public static class AuditExport
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes rows; returns how many.</summary>
    /// <param name="records">The rows.</param>
    /// <param name="writer">Gets the text.</param>
    /// <param name="asJsonLines">Whether as JSON lines, else as CSV.</param>
    public static async Task<long> WriteAsync(IAsyncEnumerable<AuditRecord> records, TextWriter writer, bool asJsonLines)
    {
        if (!asJsonLines)
            await writer.WriteAsync("编号,时间（UTC）,用户,姓名,地址,操作,内容编号,版本编号,类型,标题,结果,详情,校验值\r\n");
        var rows = 0L;
        await foreach (var record in records)
        {
            await writer.WriteAsync(asJsonLines ? JsonOf(record) + "\n" : CsvOf(record) + "\r\n");
            rows++;
        }

        return rows;
    }

    private static string CsvOf(AuditRecord record) => string.Join(',', new[]
    {
        record.Sequence.ToString(CultureInfo.InvariantCulture), record.TimeText, record.User, record.DisplayName, record.Address, record.Action, record.ContentItemId, record.VersionId,
        record.ContentType, record.Title, record.Result.ToString(), record.Details, record.Hash,
    }.Select(CsvText.Of));

    private static string JsonOf(AuditRecord record) => new JsonObject
    {
        ["sequence"] = record.Sequence,
        ["time"] = record.TimeText,
        ["user"] = record.User,
        ["displayName"] = record.DisplayName,
        ["address"] = record.Address,
        ["action"] = record.Action,
        ["item"] = record.ContentItemId,
        ["version"] = record.VersionId,
        ["type"] = record.ContentType,
        ["title"] = record.Title,
        ["result"] = record.Result.ToString(),
        ["details"] = record.Details,
        ["hash"] = record.Hash,
    }.ToJsonString(Options);
}
