namespace Gongkai.Content;

/// <summary>Port: reads the tables that people keep in spreadsheets.</summary>
public interface ITableFiles
{
    /// <summary>The most rows of a table.</summary>
    const int MostRows = 5_000;

    /// <summary>The rows of a workbook's first sheet (XLSX), or of a CSV file in UTF-8 or GB 18030. Cells of a merged area all have its text; formulas are their last results.</summary>
    /// <param name="file">A seekable stream.</param>
    /// <param name="fileName">Its name, which says what it claims to be; the content must agree.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>Rows with a text in any cell, in their order.</returns>
    /// <exception cref="DocumentException">It cannot be read, or is larger than anybody fills by hand; the message says what to do.</exception>
    Task<IReadOnlyList<TableRow>> ReadAsync(Stream file, string fileName, CancellationToken cancellationToken = default);
}

/// <summary>A row of a table.</summary>
/// <param name="Number">Its number in the file, from 1: what a spreadsheet shows beside it.</param>
/// <param name="Cells">Its texts by column, without white space around them; empty for empty cells.</param>
public sealed record TableRow(int Number, IReadOnlyList<string> Cells)
{
    /// <summary>The text in a column from 0; empty beyond the last.</summary>
    public string this[int column] => column >= 0 && column < Cells.Count ? Cells[column] : "";
}
