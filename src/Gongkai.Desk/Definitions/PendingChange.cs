using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.Desk.Definitions;

/// <summary>A change of definitions that is shown with all it comes to before it is made.</summary>
/// <param name="Type">The type that it is about.</param>
/// <param name="Seen">The type's fingerprint when it was looked at.</param>
/// <param name="Title">What is to be done, in words.</param>
/// <param name="Step">The recipe's step that does it.</param>
/// <param name="Report">What it would come to.</param>
/// <param name="Orphans">What items hold that would be left without a definition: the change is made only by force.</param>
public sealed record PendingChange(string Type, string Seen, string Title, JsonObject Step, RecipeReport Report, IReadOnlyList<string> Orphans)
{
    /// <summary>Whether it can be made, by force or without.</summary>
    public bool CanBeMade => Report.Succeeded || Orphans.Count > 0;

    /// <summary>Looks at what a step would come to, also by force.</summary>
    public static async Task<PendingChange> CheckAsync(
        IDefinitionChanges changes, DefinitionSnapshot definitions, string type, string title, JsonObject step, CancellationToken cancellationToken)
    {
        var seen = DefinitionFingerprint.Of(definitions, type);
        var report = await changes.CheckAsync(step, cancellationToken);
        if (report.Succeeded || step.Text("name") == "ContentDefinition")
            return new(type, seen, title, step, report, []);
        var forced = step.DeepClone().AsObject();
        forced["force"] = true;
        var orphans = report.Problems.Where(problem => problem.Severity == RecipeSeverity.Error)
            // What to do in a recipe is not what to do here.
            .Select(problem => problem.Message.Split("请", 2)[0]).ToList();
        return (await changes.CheckAsync(forced, cancellationToken)).Succeeded ? new(type, seen, title, forced, report, orphans) : new(type, seen, title, step, report, []);
    }
}
