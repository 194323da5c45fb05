using Gongkai.Content;
using Gongkai.Recipes.Journal;
using Gongkai.Recipes.Reading;
using Gongkai.Recipes.Scripting;

namespace Gongkai.Recipes;

/// <summary>Imports recipes: everything is checked first, and only when no error is left are the steps carried out.</summary>
/// <remarks>Scoped. The same recipe twice changes nothing; after a broken run, importing again completes the rest.</remarks>
/// <param name="steps">The steps that this home has.</param>
/// <param name="definitions">The site's definitions.</param>
/// <param name="time">The clock, for the report.</param>
/// <param name="journal">Knows what was cut off.</param>
/// <param name="site">The site's name, which recipes of a set-up ask for.</param>
/// <param name="audit">Is told of every run that changes something or was refused.</param>
/// <param name="configuration">What the home lets scripts read of its configuration.</param>
public sealed class RecipeImporter(IEnumerable<IRecipeStep> steps, IContentDefinitions definitions, TimeProvider time, ImportJournal journal, SiteSettings site, IAuditTrail audit, RecipeConfiguration? configuration = null)
{
    /// <summary>Imports recipes in their order as one run: a later one may use what an earlier one brings.</summary>
    /// <param name="sources">The recipes.</param>
    /// <param name="checkOnly">Whether to stop after the check, having changed nothing.</param>
    /// <param name="progress">Told how far the run is.</param>
    /// <param name="parameters">What scripts get from <c>parameters('name')</c>.</param>
    /// <param name="cancellationToken">Ends the run between two batches.</param>
    public async Task<RecipeReport> ImportAsync(
        IReadOnlyList<RecipeSource> sources, bool checkOnly = false, IProgress<RecipeProgress>? progress = null, IReadOnlyDictionary<string, string>? parameters = null,
        CancellationToken cancellationToken = default)
    {
        var started = time.GetTimestamp();
        var pipeline = new RecipePipeline(steps);
        var run = new RecipeRun(pipeline, definitions.Current, new(parameters ?? ScriptInputs.None.Parameters, configuration, site.SiteName), progress);
        var completed = new List<(CutImport, int)>();
        try
        {
            foreach (var source in sources)
                await run.RunAsync(source, cancellationToken);

            if (run.Errors == 0 && !checkOnly)
                await CarryOutAsync(sources, pipeline, run, completed, cancellationToken);
        }
        catch (RecipeRefusedException)
        {
            // The run's problems say what happened.
        }
        catch (Exception) when (run.Stage == RecipeStage.Importing)
        {
            await audit.AppendAsync([RunAudit.BrokenOff(sources, run)], CancellationToken.None);
            throw;
        }

        if (!checkOnly)
            await audit.AppendAsync([RunAudit.Ended(sources, run)], CancellationToken.None);
        return new(
            run.Stage == RecipeStage.Importing, pipeline.StepCount,
            run.Counted(OperationOutcome.Added), run.Counted(OperationOutcome.Changed), run.Counted(OperationOutcome.Unchanged),
            time.GetElapsedTime(started), run.Problems, run.Errors, run.Notices, run.Tallies.Reports, completed);
    }

    private async Task CarryOutAsync(
        IReadOnlyList<RecipeSource> sources, RecipePipeline pipeline, RecipeRun run, List<(CutImport, int)> completed, CancellationToken cancellationToken)
    {
        var entries = new List<ImportEntry>();
        foreach (var source in sources)
            entries.Add(await journal.BeginAsync(source, pipeline.StepsOf(source), run.Inputs.Parameters, cancellationToken));

        await audit.AppendAsync([RunAudit.Begun(sources, run)], cancellationToken);
        run.BeginImport(definitions.Current);
        foreach (var (source, entry) in sources.Zip(entries))
        {
            var before = entry.Import;
            await pipeline.ExecuteAsync(source, run, entry, cancellationToken);
            if (run.Errors > 0)
                return;
            journal.End(entry);
            if (entry.IsTakenUp)
                completed.Add((before, before.Done.Count));
        }
    }
}
