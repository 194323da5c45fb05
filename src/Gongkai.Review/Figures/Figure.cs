namespace Gongkai.Review.Figures;

/// <summary>A number of a report with the items that it counts: the number is nothing but what its list adds up to.</summary>
/// <param name="Table">The table that it stands in: one of <see cref="FigureTables"/>.</param>
/// <param name="Row">The row: a term, a form, a type or a name of <see cref="FigureTables"/>; <see cref="FigureTables.All"/> for the sum, empty for what says none.</param>
/// <param name="Column">The column, as the row.</param>
/// <param name="Items">The items.</param>
public sealed record Figure(string Table, string Row, string Column, IReadOnlyList<FigureItem> Items)
{
    /// <summary>The number.</summary>
    public int Count { get; } = Items.Sum(item => item.Weight);
}

/// <summary>An item that a figure counts.</summary>
/// <param name="ContentItemId">The item.</param>
/// <param name="Day">The day by which it is in the period: of its decision, else the one that readers see.</param>
/// <param name="Weight">How much it counts: 1, or its question–answer pairs.</param>
public sealed record FigureItem(string ContentItemId, DateOnly Day, int Weight = 1);

/// <summary>A row of figures, one for each column of its table.</summary>
/// <param name="Name">The row, as <see cref="Figure.Row"/> has it.</param>
/// <param name="Cells">The figures.</param>
public sealed record FigureRow(string Name, IReadOnlyList<Figure> Cells);

/// <summary>A table of figures.</summary>
/// <param name="Name">One of <see cref="FigureTables"/>.</param>
/// <param name="Columns">The columns.</param>
/// <param name="Rows">The rows.</param>
public sealed record FigureTable(string Name, IReadOnlyList<string> Columns, IReadOnlyList<FigureRow> Rows)
{
    /// <summary>A figure of the table; null when there is none of these names.</summary>
    public Figure? Find(string row, string column) => Rows.FirstOrDefault(one => one.Name == row)?.Cells.FirstOrDefault(cell => cell.Column == column);

    /// <summary>The number of a figure; 0 when there is none of these names.</summary>
    public int CountOf(string row, string column = FigureTables.All) => Find(row, column)?.Count ?? 0;
}

/// <summary>What an office did in a period, as its yearly report states it.</summary>
/// <param name="Period">The period.</param>
/// <param name="Tables">The tables in their order.</param>
public sealed record FigureReport(FigurePeriod Period, IReadOnlyList<FigureTable> Tables)
{
    /// <summary>A table by its name.</summary>
    public FigureTable this[string table] => Tables.First(one => one.Name == table);

    /// <summary>A figure by its names; null when there is none.</summary>
    public Figure? Find(string table, string row, string column) => Tables.FirstOrDefault(one => one.Name == table)?.Find(row, column);
}
