using Gongkai.Content;

namespace Gongkai.Documents.Tables;

/// <summary>How large a table may be: what is beyond nobody fills in by hand. Counts what was taken.</summary>
internal sealed class TableLimits
{
    /// <summary>The most columns.</summary>
    public const int MostColumns = 100;

    private const int LongestCell = 20_000;
    private const int MostCharacters = 8_000_000;

    private readonly List<TableRow> _rows = [];
    private int _characters;

    /// <summary>The rows.</summary>
    public IReadOnlyList<TableRow> Rows => _rows;

    /// <summary>The text of a cell, if it may be so long.</summary>
    public string Take(string text, int row, int column)
    {
        if (column >= MostColumns)
            throw new DocumentException($"第 {row} 行超过 {MostColumns} 列，不像是填写的表格。请删去多余的列再上传。");
        if (text.Length > LongestCell)
            throw new DocumentException($"第 {row} 行第 {column + 1} 列的文字有 {text.Length} 个字符，最多 {LongestCell} 个。");
        _characters += text.Length;
        if (_characters > MostCharacters)
            throw new DocumentException(new("表格里的文字太多，请分成几个文件。"));
        return text.Trim();
    }

    /// <summary>Adds a row that has a text.</summary>
    public void Add(int number, List<string> cells)
    {
        if (cells.TrueForAll(text => text.Length == 0))
            return;
        if (_rows.Count == ITableFiles.MostRows)
            throw new DocumentException($"表格超过 {ITableFiles.MostRows} 行，请分成几个文件。");
        _rows.Add(new(number, cells));
    }
}
