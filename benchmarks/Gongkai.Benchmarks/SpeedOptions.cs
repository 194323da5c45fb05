namespace Gongkai.Benchmarks;

/// <summary>What is measured, and how long.</summary>
/// <param name="Recipes">The recipes, the smallest first.</param>
/// <param name="IsQuick">Whether a first look is enough.</param>
/// <param name="Rows">The rows asked for.</param>
/// <param name="KeptFolder">Where imported data stays from run to run; null to keep nothing.</param>
internal sealed record SpeedOptions(IReadOnlyList<FileInfo> Recipes, bool IsQuick, IReadOnlyList<string> Rows, string? KeptFolder)
{
    /// <summary>How often site and floor take turns.</summary>
    public int Rounds => IsQuick ? 3 : 5;

    /// <summary>How long each turn is.</summary>
    public TimeSpan Turn => TimeSpan.FromSeconds(IsQuick ? 2 : 4);

    /// <summary>How long a load is of which percentiles are read.</summary>
    public TimeSpan LongTurn => TimeSpan.FromSeconds(IsQuick ? 5 : 20);

    /// <summary>How many items are published.</summary>
    public int Publications => IsQuick ? 100 : 400;

    /// <summary>How often the site is started.</summary>
    public int Starts => IsQuick ? 3 : 5;
}
