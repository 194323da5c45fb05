namespace Gongkai.Benchmarks.Relevance;

/// <summary>What is scored.</summary>
/// <param name="Queries">The rated queries.</param>
/// <param name="Recipe">The corpus as a recipe.</param>
/// <param name="KeptFolder">Where the imported data stays; null to keep nothing.</param>
/// <param name="Halves">Whether each random half is shown.</param>
/// <param name="HasFloor">Whether the floor is measured beside.</param>
/// <param name="Overrides">Weights that are set otherwise for this run, as <c>Passage=0</c>.</param>
/// <param name="Misses">Whether the questions whose best hit is not relevant are listed.</param>
/// <param name="Sweeps">Weights to try several values of, as <c>Passage=0,0.5,1</c>, instead of the table.</param>
internal sealed record RelevanceOptions(FileInfo Queries, FileInfo Recipe, string? KeptFolder, bool Halves, bool HasFloor, IReadOnlyList<string> Overrides, bool Misses, IReadOnlyList<string> Sweeps);
