using Gongkai.Content;
using Gongkai.Recipes.Export;
using Gongkai.Recipes.Reading;

namespace Gongkai.Recipes.Packages;

/// <summary>A table of items (XLSX, CSV) as a recipe, so that it is checked, carried out and reported as any other.</summary>
/// <param name="items">Makes items of tables; null in a home without such a module.</param>
/// <param name="files">Reads tables; null in a home that reads none.</param>
public sealed class TableRecipe(IItemTable? items, ITableFiles? files)
{
    /// <summary>Whether a file is a table by its name.</summary>
    public static bool Is(string path) => path.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a table.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">What people call it.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The recipe; or, when anything in the table is wrong, a report of all that is by row and column.</returns>
    /// <exception cref="PackageRefusedException">It is no table, or one that must not be read.</exception>
    public async Task<(RecipeSource? Source, RecipeReport? Refused)> OpenAsync(string path, string name, CancellationToken cancellationToken)
    {
        if (items is null || files is null)
            throw new PackageRefusedException($"不能导入 {name}：本站没有读取表格的功能，请改用配方。");
        IReadOnlyList<TableRow> rows;
        try
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024, useAsync: true);
            rows = await files.ReadAsync(file, name, cancellationToken);
        }
        catch (Exception fault) when (fault is DocumentException or IOException or UnauthorizedAccessException)
        {
            throw new PackageRefusedException($"不能导入 {name}：{fault.Message}", fault);
        }

        var table = items.Read(rows, name);
        return table.Problems.Count > 0 ? (null, ReportOf(table.Problems)) : (new(name, await WriteAsync(table.Items, cancellationToken)), null);
    }

    private static RecipeReport ReportOf(IReadOnlyList<RecipeProblem> problems) =>
        new(WasCarriedOut: false, 0, 0, 0, 0, TimeSpan.Zero, [.. problems.Take(RecipeReport.MaxProblems)], problems.Count, 0, [], []);

    /// <summary>A cell that looks like a script of recipes is a text all the same: it is marked as one.</summary>
    private static async Task<Func<Stream>> WriteAsync(IReadOnlyList<ContentItem> found, CancellationToken cancellationToken)
    {
        using var recipe = new MemoryStream();
        var writer = new RecipeWriter(recipe);
        var marks = new ScriptMarks();
        foreach (var item in found)
        {
            marks.Mark(item.Json, item.ContentItemId);
            await writer.WriteItemAsync([item.Json], cancellationToken);
        }

        await writer.EndAsync(cancellationToken);
        var bytes = recipe.ToArray();
        return () => new MemoryStream(bytes, writable: false);
    }
}
