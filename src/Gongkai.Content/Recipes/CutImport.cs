namespace Gongkai.Content;

/// <summary>An import that was begun and has not ended.</summary>
/// <param name="Name">The recipe's file with its folder.</param>
/// <param name="BeganUtc">When it began.</param>
/// <param name="Steps">How many steps the recipe has.</param>
/// <param name="Step">The step that was under way, as people name it; empty before the first.</param>
/// <param name="Done">The numbers of the steps that are done.</param>
public sealed record CutImport(string Name, DateTime BeganUtc, int Steps, string Step, IReadOnlyList<int> Done);
