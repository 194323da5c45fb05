namespace Gongkai.Content;

/// <summary>What an import came to.</summary>
/// <param name="WasCarriedOut">Whether steps were executed; false after a check, or when the check found an error.</param>
/// <param name="Steps">How many steps the recipes have, those of enabled features included.</param>
/// <param name="Added">Items that were not there before; after a check, those that would be added.</param>
/// <param name="Changed">Items that got a new version.</param>
/// <param name="Unchanged">Versions that were there already.</param>
/// <param name="Elapsed">How long it took.</param>
/// <param name="Problems">The problems in their order, at most <see cref="MaxProblems"/> of each severity.</param>
/// <param name="Errors">How many errors were found.</param>
/// <param name="Notices">How many notices were found.</param>
/// <param name="StepReports">What each step came to, neighbours of the same name that only bring items taken together; those of features' recipes included.</param>
/// <param name="Completed">The imports that had been cut off and were completed, with the number of steps that were not repeated.</param>
public sealed record RecipeReport(
    bool WasCarriedOut, int Steps, int Added, int Changed, int Unchanged, TimeSpan Elapsed, IReadOnlyList<RecipeProblem> Problems, int Errors, int Notices,
    IReadOnlyList<RecipeStepReport> StepReports, IReadOnlyList<(CutImport Import, int Skipped)> Completed)
{
    /// <summary>How many problems of each severity are told one by one.</summary>
    public const int MaxProblems = 200;

    /// <summary>Whether no error was found.</summary>
    public bool Succeeded => Errors == 0;

    /// <summary>Versions that the recipes brought.</summary>
    public int Items => Added + Changed + Unchanged;

    /// <summary>Versions a second, over the whole run.</summary>
    public double ItemsPerSecond => Elapsed > TimeSpan.Zero ? Items / Elapsed.TotalSeconds : 0;
}

/// <summary>What a step, or several neighbours of the same name, came to.</summary>
/// <param name="File">The recipe.</param>
/// <param name="First">The number of the first step, from 1.</param>
/// <param name="Last">The number of the last step.</param>
/// <param name="Name">The steps' name.</param>
/// <param name="Added">Items added.</param>
/// <param name="Changed">Items that got a new version.</param>
/// <param name="Unchanged">Versions that were there already.</param>
/// <param name="Errors">What was refused.</param>
/// <param name="Things">What other things became, as far as the step can tell; at most <see cref="MaxThings"/>.</param>
public sealed record RecipeStepReport(
    string File, int First, int Last, string Name, int Added, int Changed, int Unchanged, int Errors, IReadOnlyList<(OperationOutcome Outcome, string Thing)> Things)
{
    /// <summary>How many things of a step are named.</summary>
    public const int MaxThings = 200;
}

/// <summary>What an import is doing.</summary>
public enum RecipeStage
{
    /// <summary>Reading a file for the first time.</summary>
    Reading,

    /// <summary>Checking everything before anything is changed.</summary>
    Checking,

    /// <summary>Carrying the steps out.</summary>
    Importing,
}

/// <summary>How far an import is.</summary>
/// <param name="Stage">What it is doing.</param>
/// <param name="File">The recipe's name.</param>
/// <param name="Fraction">How much of the file this stage has seen, from 0 to 1.</param>
/// <param name="Items">Versions that were taken in so far.</param>
public sealed record RecipeProgress(RecipeStage Stage, string File, double Fraction, int Items);
