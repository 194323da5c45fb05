namespace Gongkai.Content;

/// <summary>Port: makes content items of a table that people fill in. A module offers it for its type.</summary>
public interface IItemTable
{
    /// <summary>Reads a table whole, or tells everything that is wrong with it.</summary>
    /// <param name="rows">The table's rows.</param>
    /// <param name="fileName">What people call the file, in the places of problems.</param>
    ItemTable Read(IReadOnlyList<TableRow> rows, string fileName);
}

/// <summary>What a table came to.</summary>
/// <param name="Items">The items, published; none when there is an error.</param>
/// <param name="Problems">What is wrong, each with row and column.</param>
public sealed record ItemTable(IReadOnlyList<ContentItem> Items, IReadOnlyList<RecipeProblem> Problems);
