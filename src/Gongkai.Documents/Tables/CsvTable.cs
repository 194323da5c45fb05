using System.Text;
using Gongkai.Content;

namespace Gongkai.Documents.Tables;

/// <summary>CSV as RFC 4180 has it and spreadsheets write it: quoted cells may hold line breaks.</summary>
internal static class CsvTable
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static async Task<IReadOnlyList<TableRow>> ReadAsync(Stream file, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancellationToken);
        return Read(Decode(bytes.ToArray()));
    }

    /// <summary>Excel writes CSV in the system's own encoding, which in China is GB 18030.</summary>
    private static string Decode(byte[] bytes)
    {
        try
        {
            return StrictUtf8.GetString(bytes).TrimStart('\ufeff');
        }
        catch (DecoderFallbackException)
        {
            var text = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetString(bytes);
            return text.Contains('\ufffd', StringComparison.Ordinal)
                ? throw new DocumentException(new("CSV 文件的文字编码不对。请在 Excel 中“另存为”选“CSV UTF-8（逗号分隔）”，或存为 .xlsx。"))
                : text;
        }
    }

    private static IReadOnlyList<TableRow> Read(string text)
    {
        var table = new TableLimits();
        var (cells, cell, isQuoted) = (new List<string>(), new StringBuilder(), false);
        var row = 1;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (isQuoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"')
                cell.Append(text[i++]);
            else if (isQuoted ? c == '"' : c == '"' && cell.Length == 0)
                isQuoted = !isQuoted;
            else if (isQuoted || c is not (',' or '\r' or '\n'))
                cell.Append(c);
            else if (c == ',')
                EndCell();
            else if (c == '\n' || i + 1 == text.Length || text[i + 1] != '\n')
                EndRow();
        }

        if (isQuoted)
            throw new DocumentException($"第 {row} 行的引号没有成对，后面的内容分不清列。请在 Excel 或 WPS 中打开检查后另存。");
        EndRow();
        return table.Rows;

        void EndCell()
        {
            cells.Add(table.Take(cell.ToString(), row, cells.Count));
            cell.Clear();
        }

        void EndRow()
        {
            EndCell();
            table.Add(row, cells);
            cells = [];
            row++;
        }
    }
}
