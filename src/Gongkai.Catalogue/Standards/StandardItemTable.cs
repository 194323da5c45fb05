using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Gongkai.Content;

namespace Gongkai.Catalogue.Standards;

/// <summary>Makes items of a standard catalogue that somebody filled in, in the columns of the national form.</summary>
/// <remarks>
/// An item is known again by field, first and second level: importing a mended table changes it and adds no other. The same content gives the same
/// version, so importing a file twice changes nothing.
/// </remarks>
internal sealed partial class StandardItemTable(TimeProvider time) : IItemTable
{
    private const int MostTicks = 20;

    public ItemTable Read(IReadOnlyList<TableRow> rows, string fileName)
    {
        var problems = new List<RecipeProblem>();
        if (StandardColumns.Find(rows) is not { } columns)
        {
            Report(rows is [var first, ..] ? first.Number : 1, 1, "表头", "前 10 行里没有找到表头。表头应有这些列：领域、序号、一级事项、二级事项、公开内容（要素）、公开依据、公开时限、公开主体、公开渠道和载体、公开对象、公开方式、公开层级。");
            return new([], problems);
        }

        var heading = rows[columns.FirstRow - 1];
        foreach (var missing in columns.Missing)
            Report(heading.Number, 1, missing, $"表头没有“{missing}”这一列，请补上。");
        var field = FieldOfTitle(rows.Take(columns.FirstRow));
        if (!columns.Has("领域") && field is null)
            Report(heading.Number, 1, "领域", "不知道是哪个领域：请加一列“领域”，或在表头上面写“××领域基层政务公开标准目录”。");
        if (problems.Count > 0)
            return new([], problems);

        var items = new List<ContentItem>();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in rows.Skip(columns.FirstRow))
        {
            var part = new StandardRow(row, columns, field, (name, message) => Report(row.Number, columns.NumberOf(name), name, message)).Read();
            var view = StandardItemPart.Over(part);
            var id = IdOf(view);
            if (!seen.TryAdd(id, row.Number))
                Report(row.Number, columns.NumberOf("一级事项"), "一级事项", $"与第 {seen[id]} 行的领域、一级事项、二级事项都相同。请合并成一行，或把二级事项写得不一样。");
            items.Add(ItemOf(id, view));
        }

        if (items.Count == 0)
            Report(heading.Number, 1, "表头", "表头下面没有内容，请填写后再导入。");
        return problems.Count > 0 ? new([], problems) : new(items, problems);

        void Report(int row, int column, string name, string message) => problems.Add(new(RecipeSeverity.Error, new(fileName, row, column, "标准目录", name), message));
    }

    private static string? FieldOfTitle(IEnumerable<TableRow> rows) =>
        rows.SelectMany(row => row.Cells.Take(MostTicks)).Select(cell => Title().Match(cell)).FirstOrDefault(match => match.Success)?.Groups["field"].Value;

    private static string IdOf(StandardItemPart item) => "standard-" + HashOf($"{item.Field}\n{item.FirstLevel}\n{item.SecondLevel}");

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));

    private ContentItem ItemOf(string id, StandardItemPart part)
    {
        var title = part.SecondLevel ?? part.FirstLevel;
        var now = time.GetUtcNow().UtcDateTime;
        var item = new ContentItem("StandardItem", id)
        {
            ContentItemVersionId = string.Create(CultureInfo.InvariantCulture, $"{id}-{HashOf(part.Json.ToJsonString())}"),
            DisplayText = title,
            Latest = true,
            Published = true,
            CreatedUtc = now,
            ModifiedUtc = now,
            PublishedUtc = now,
            Owner = "",
            Author = "",
        };
        item.Json["TitlePart"] = new JsonObject { ["Title"] = title };
        item.Json["AutoroutePart"] = new JsonObject { ["Path"] = $"standards/{id["standard-".Length..]}" };
        item.Json[StandardItemPart.PartName] = part.Json.DeepClone();
        return item;
    }

    [GeneratedRegex(@"(?<field>[\p{L}、\s]{2,40}?)(领域|)\s*(基层政务公开|政务公开)标准目录", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Title();
}
