using System.Text;
using Gongkai.Content;

namespace Gongkai.Catalogue.Standards;

/// <summary>Where the columns of a standard catalogue are in a table: its heading has one row or, as the national form, two.</summary>
internal sealed class StandardColumns
{
    /// <summary>The columns by what people call them; those that a table must have are starred.</summary>
    private static readonly (string Name, string[] Headings, bool IsRequired)[] Known =
    [
        ("领域", ["领域", "试点领域", "公开领域"], false),
        ("序号", ["序号"], false),
        ("一级事项", ["一级事项", "公开事项一级事项", "公开事项"], true),
        ("二级事项", ["二级事项", "公开事项二级事项"], false),
        ("公开内容", ["公开内容", "公开内容要素"], true),
        ("公开依据", ["公开依据"], true),
        ("公开时限", ["公开时限"], true),
        ("公开主体", ["公开主体"], true),
        ("公开渠道和载体", ["公开渠道和载体", "公开渠道"], false),
        ("公开对象", ["公开对象"], false),
        ("全社会", ["全社会", "公开对象全社会"], false),
        ("特定群体", ["特定群体", "特定群众", "公开对象特定群体", "公开对象特定群众"], false),
        ("公开方式", ["公开方式"], false),
        ("主动", ["主动", "主动公开", "公开方式主动", "公开方式主动公开"], false),
        ("依申请", ["依申请", "依申请公开", "公开方式依申请", "公开方式依申请公开"], false),
        ("公开层级", ["公开层级"], false),
        ("县级", ["县级", "公开层级县级", "区县级"], false),
        ("乡级", ["乡级", "公开层级乡级", "乡、村级", "乡镇级"], false),
    ];

    /// <summary>What only a second row of headings says together: a row of values names one of each.</summary>
    private static readonly string[][] SubHeadings = [["一级事项", "二级事项"], ["全社会", "特定群体"], ["全社会", "特定群众"], ["县级", "乡级"]];

    private readonly Dictionary<string, int> _columns;

    private StandardColumns(Dictionary<string, int> columns, int firstRow) => (_columns, FirstRow) = (columns, firstRow);

    /// <summary>The place among the rows where the items begin.</summary>
    public int FirstRow { get; }

    /// <summary>The columns that the table must have and has not.</summary>
    public IEnumerable<string> Missing => Known.Where(column => column.IsRequired && !_columns.ContainsKey(column.Name)).Select(column => column.Name);

    /// <summary>Whether there is such a column.</summary>
    public bool Has(string name) => _columns.ContainsKey(name);

    /// <summary>A column's number from 1, as people count; 1 for one that is not there.</summary>
    public int NumberOf(string name) => _columns.GetValueOrDefault(name) + 1;

    /// <summary>What a row has in a column; empty when there is no such column.</summary>
    public string Of(TableRow row, string name) => _columns.TryGetValue(name, out var column) ? row[column] : "";

    /// <summary>The columns of a table; null when no row within the first ten is a heading.</summary>
    public static StandardColumns? Find(IReadOnlyList<TableRow> rows)
    {
        for (var i = 0; i < Math.Min(rows.Count, 10); i++)
        {
            if (!rows[i].Cells.Any(cell => Plain(cell).StartsWith("公开内容", StringComparison.Ordinal)) || !rows[i].Cells.Any(cell => Plain(cell) == "公开依据"))
                continue;
            var below = i + 1 < rows.Count ? rows[i + 1].Cells.Select(Plain).ToHashSet(StringComparer.Ordinal) : [];
            var isDouble = SubHeadings.Any(below.IsSupersetOf);
            return new(Map(rows[i], isDouble ? rows[i + 1] : null), i + (isDouble ? 2 : 1));
        }

        return null;
    }

    private static Dictionary<string, int> Map(TableRow top, TableRow? sub)
    {
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var column = 0; column < Math.Max(top.Cells.Count, sub?.Cells.Count ?? 0); column++)
        {
            // A cell that is merged downwards says the same twice.
            var (heading, below) = (Plain(top[column]), Plain(sub?[column] ?? ""));
            var text = below.Length > 0 ? below : heading;
            if (Known.FirstOrDefault(known => known.Headings.Contains(text)) is { Name: { } name })
                columns.TryAdd(name, column);
        }

        return columns;
    }

    /// <summary>A heading without white space and what stands in brackets.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        var depth = 0;
        foreach (var c in text)
        {
            if (c is '（' or '(')
                depth++;
            else if (c is '）' or ')')
                depth--;
            else if (depth <= 0 && !char.IsWhiteSpace(c))
                plain.Append(c);
        }

        return plain.ToString();
    }
}
