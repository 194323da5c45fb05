using System.Text;
using Gongkai.Content;

namespace Gongkai.Web.Tables;

/// <summary>Writes a table as CSV in UTF-8, with the mark by which Excel knows it, a row at a time. What a spreadsheet would take for a formula is made a text.</summary>
public static class CsvWriter
{
    /// <summary>The media type.</summary>
    public const string MediaType = "text/csv; charset=utf-8";

    /// <summary>Writes the rows; the first is the heading.</summary>
    public static async Task WriteAsync(Stream target, IEnumerable<IReadOnlyList<string>> rows, CancellationToken cancellationToken)
    {
        await target.WriteAsync(Encoding.UTF8.Preamble.ToArray(), cancellationToken);
        foreach (var row in rows)
            await target.WriteAsync(Encoding.UTF8.GetBytes(string.Join(',', row.Select(CsvText.Of)) + "\r\n"), cancellationToken);
    }
}
