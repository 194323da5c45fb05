namespace Gongkai.Benchmarks.Report;

/// <summary>One line of the table.</summary>
/// <param name="Work">What was done.</param>
/// <param name="Ours">What the site made of it.</param>
/// <param name="Floor">What the floor made of it; empty for a target that is no ratio.</param>
/// <param name="Result">The figure that the target is about.</param>
/// <param name="Target">The target; empty for what is only told.</param>
/// <param name="IsMet">Whether it is met.</param>
/// <param name="Cost">What the work costs, in <paramref name="Unit"/>: to compare a large site with a small one.</param>
/// <param name="Unit">The unit of the cost.</param>
internal sealed record SpeedRow(string Work, string Ours, string Floor, string Result, string Target, bool? IsMet, double Cost, string Unit);
