using System.Globalization;
using Gongkai.Desk.Texts;
using Gongkai.Review.Figures;

namespace Gongkai.Desk.Figures;

/// <summary>The report in the words of a yearly report, to be copied. What was not done is not told.</summary>
internal sealed class FigureSentences(DeskTexts texts, FigureLabels labels)
{
    // More offices than these make no sentence.
    private const int MostOffices = 8;

    /// <summary>The sentences.</summary>
    public IEnumerable<string> Of(FigureReport report)
    {
        var reviewed = report[FigureTables.Reviewed];
        if (reviewed.CountOf(FigureTables.All) > 0)
        {
            yield return texts["共审核认定 {0} 件文件的公开属性。其中：{1}。认定为：{2}。", Number(reviewed.CountOf(FigureTables.All)), Offices(reviewed),
                Listed(reviewed.Columns.Where(column => column != FigureTables.All).Select(column => (column, reviewed.CountOf(FigureTables.All, column))))];
        }

        var interpretations = report[FigureTables.Interpretations];
        if (interpretations.CountOf(FigureTables.All) > 0)
            yield return texts["发布政策解读 {0} 篇：{1}。", Number(interpretations.CountOf(FigureTables.All)), Listed(RowsOf(interpretations))];
        var policies = report[FigureTables.Policies];
        if (policies.CountOf(FigureTables.All) > 0)
            yield return texts["需要解读或已有解读的政策文件 {0} 件：{1}。", Number(policies.CountOf(FigureTables.All)), Listed(RowsOf(policies))];
        var questions = report[FigureTables.Questions];
        if (questions.CountOf(FigureTables.Issues) > 0)
            yield return texts["制作 {0} 期政策简明问答，共 {1} 对问答。", Number(questions.CountOf(FigureTables.Issues)), Number(questions.CountOf(FigureTables.Pairs))];
        var columns = report[FigureTables.Columns];
        if (columns.CountOf(FigureTables.All) > 0)
            yield return texts["主动公开信息 {0} 条：{1}。", Number(columns.CountOf(FigureTables.All)), Listed(RowsOf(columns))];
    }

    /// <summary>A number as people read it.</summary>
    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private string Offices(FigureTable reviewed)
    {
        var offices = RowsOf(reviewed).ToList();
        return offices.Count <= MostOffices
            ? Listed(offices)
            : Listed([.. offices.Take(MostOffices - 1), (texts["其他 {0} 个机构", offices.Count - MostOffices + 1], offices.Skip(MostOffices - 1).Sum(office => office.Count))]);
    }

    private IEnumerable<(string Label, int Count)> RowsOf(FigureTable table) =>
        table.Rows.Where(row => row.Name != FigureTables.All).Select(row => (labels.OfRow(table.Name, row.Name), row.Cells[^1].Count));

    private string Listed(IEnumerable<(string Label, int Count)> parts) =>
        string.Join(texts["、"], parts.Where(part => part.Count > 0).Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Label} {part.Count}")));
}
