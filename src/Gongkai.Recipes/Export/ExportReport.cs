namespace Gongkai.Recipes.Export;

/// <summary>What an export came to.</summary>
/// <param name="Definitions">Types and parts that were written: those that the set-up does not bring.</param>
/// <param name="Items">Items that were written.</param>
/// <param name="Versions">Versions that were written: two of an item with a draft beside its published version.</param>
/// <param name="Warnings">What will not be the same after an import, in Simplified Chinese; at most <see cref="MaxWarnings"/>.</param>
public sealed record ExportReport(int Definitions, int Items, int Versions, IReadOnlyList<string> Warnings)
{
    /// <summary>How many warnings are told.</summary>
    public const int MaxWarnings = Reading.ScriptMarks.MaxMessages;
}
