using Gongkai.Content;
using Gongkai.Desk.Listing;
using Gongkai.Desk.Texts;
using Gongkai.Review.Figures;

namespace Gongkai.Desk.Figures;

/// <summary>What people call the tables, rows and columns of a report.</summary>
internal sealed class FigureLabels(DeskTexts texts, Taxonomies taxonomies, IContentDefinitions definitions)
{
    /// <summary>A table.</summary>
    public string OfTable(string table) => table switch
    {
        FigureTables.Reviewed => texts["审核认定的文件"],
        FigureTables.Interpretations => texts["政策解读"],
        FigureTables.Policies => texts["政策与解读"],
        FigureTables.Questions => texts["政策简明问答"],
        _ => texts["各栏目公开的内容"],
    };

    /// <summary>What a table counts.</summary>
    public string RuleOf(string table) => table switch
    {
        FigureTables.Reviewed => texts["这段时间里认定了公开属性，认定到期末仍然有效的文件。每件计一次，列在牵头机构名下；退回或改动之后作废的认定不计。包括不公开的文件。"],
        FigureTables.Interpretations => texts["公开日期在这段时间里、现在公开着的解读。"],
        FigureTables.Policies => texts["公开日期在这段时间里、现在公开着的目录条目，标了“需要解读”或已有解读的。解读的公开日期不晚于政策的，是同步。"],
        FigureTables.Questions => texts["公开日期在这段时间里、现在公开着的各期。"],
        _ => texts["公开日期在这段时间里、现在公开着的内容，按内容类型。"],
    };

    /// <summary>The heading of a table's rows.</summary>
    public string HeadOf(string table) => table switch
    {
        FigureTables.Reviewed => texts["牵头机构"],
        FigureTables.Interpretations => texts["解读形式"],
        FigureTables.Policies => texts["解读情况"],
        FigureTables.Questions => texts["项目"],
        _ => texts["栏目"],
    };

    /// <summary>A row.</summary>
    public string OfRow(string table, string row) => row == FigureTables.All ? texts["合计"] : table switch
    {
        FigureTables.Reviewed => row.Length == 0 ? texts["没有写机构"] : taxonomies.Current.FindTerm(OfficeChoice.Taxonomy, row)?.Label ?? row,
        FigureTables.Interpretations => row.Length == 0 ? texts["没有写形式"] : row,
        FigureTables.Policies => row switch
        {
            nameof(InterpretationTiming.InStep) => texts["同步解读"],
            nameof(InterpretationTiming.Late) => texts["解读晚于政策"],
            _ => texts["还没有解读"],
        },
        FigureTables.Questions => row == FigureTables.Pairs ? texts["问答对"] : texts["期数"],
        _ => definitions.Current.Types.GetValueOrDefault(row) is { } type ? ListAccess.LabelOf(type) : row,
    };

    /// <summary>A column.</summary>
    public string OfColumn(string table, string column) => column != FigureTables.All ? column : table == FigureTables.Reviewed ? texts["合计"] : texts["数量"];

    /// <summary>A figure in words: its table, row and column.</summary>
    public string Of(Figure figure) => string.Join(texts["，"], new[]
    {
        OfTable(figure.Table), OfRow(figure.Table, figure.Row), figure.Column == FigureTables.All ? "" : OfColumn(figure.Table, figure.Column),
    }.Where(part => part.Length > 0));
}
