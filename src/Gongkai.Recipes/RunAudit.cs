using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.Recipes;

/// <summary>What the audit trail says of a run: that it began, and how it ended. Between the two stand the rows of what it changed, one for a batch of items.</summary>
internal static class RunAudit
{
    private const int MaxProblems = 10;

    /// <summary>It is checked, and begins to change things.</summary>
    public static AuditEntry Begun(IReadOnlyList<RecipeSource> sources, RecipeRun run)
    {
        var details = new JsonObject { ["files"] = NamesOf(sources) };
        // Their values may be secret.
        if (run.Inputs.Parameters.Count > 0)
            details["parameters"] = new JsonArray([.. run.Inputs.Parameters.Keys.Order(StringComparer.Ordinal).Select(name => JsonValue.Create(name))]);
        return Entry(AuditActions.RecipeBegun, AuditResult.Succeeded, sources, details);
    }

    /// <summary>It went through, was refused before anything was changed, or met a fault on its way.</summary>
    public static AuditEntry Ended(IReadOnlyList<RecipeSource> sources, RecipeRun run) => Entry(
        AuditActions.RecipeImported,
        run.Errors == 0 ? AuditResult.Succeeded : run.Stage == RecipeStage.Importing ? AuditResult.Failed : AuditResult.Refused,
        sources, DetailsOf(sources, run));

    /// <summary>It was broken off from outside.</summary>
    public static AuditEntry BrokenOff(IReadOnlyList<RecipeSource> sources, RecipeRun run) => Entry(AuditActions.RecipeImported, AuditResult.Failed, sources, DetailsOf(sources, run));

    private static AuditEntry Entry(string action, AuditResult result, IReadOnlyList<RecipeSource> sources, JsonObject details) =>
        new(action, result) { Title = Path.GetFileName(sources is [var first, ..] ? first.Name : ""), Details = details };

    private static JsonObject DetailsOf(IReadOnlyList<RecipeSource> sources, RecipeRun run)
    {
        var details = new JsonObject { ["files"] = NamesOf(sources) };
        if (run.Stage == RecipeStage.Importing)
        {
            details["added"] = run.Counted(OperationOutcome.Added);
            details["changed"] = run.Counted(OperationOutcome.Changed);
            details["unchanged"] = run.Counted(OperationOutcome.Unchanged);
        }

        if (run.Errors > 0)
        {
            details["errors"] = run.Errors;
            details["problems"] = new JsonArray([.. run.Problems.Where(problem => problem.Severity == RecipeSeverity.Error).Take(MaxProblems)
                .Select(problem => JsonValue.Create($"{problem.Place.File}({problem.Place.Line},{problem.Place.Column}) {problem.Message}"))]);
        }

        return details;
    }

    private static JsonArray NamesOf(IReadOnlyList<RecipeSource> sources) => new([.. sources.Select(source => JsonValue.Create(Path.GetFileName(source.Name)))]);
}
