using Gongkai.Benchmarks.Load;

namespace Gongkai.Benchmarks.Rows;

/// <summary>What the rows of one recipe share.</summary>
/// <param name="Options">How long to measure.</param>
/// <param name="Recipe">The recipe.</param>
/// <param name="Data">The data folder that it was imported into.</param>
/// <param name="Scratch">A folder for whatever is not needed afterwards.</param>
/// <param name="Wrk">The load generator.</param>
internal sealed record Trial(SpeedOptions Options, FileInfo Recipe, string Data, string Scratch, Wrk Wrk);
