using Gongkai.Content;

namespace Gongkai.Recipes;

/// <summary>Imports recipes: everything is checked first, and only when no error is left are the steps carried out.</summary>
/// <remarks>Scoped. The same recipe twice changes nothing; after a broken run, importing again completes the rest.</remarks>
/// <param name="steps">The steps that this home has.</param>
/// <param name="definitions">The site's definitions.</param>
/// <param name="time">The clock, for the report.</param>
public sealed class RecipeImporter(IEnumerable<IRecipeStep> steps, IContentDefinitions definitions, TimeProvider time)
{
    /// <summary>Imports recipes in their order as one run: a later one may use what an earlier one brings.</summary>
    /// <param name="sources">The recipes.</param>
    /// <param name="checkOnly">Whether to stop after the check, having changed nothing.</param>
    /// <param name="progress">Told how far the run is.</param>
    /// <param name="cancellationToken">Ends the run between two batches.</param>
    public async Task<RecipeReport> ImportAsync(
        IReadOnlyList<RecipeSource> sources, bool checkOnly = false, IProgress<RecipeProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var started = time.GetTimestamp();
        var pipeline = new RecipePipeline(steps);
        var run = new RecipeRun(pipeline, definitions.Current, progress);
        try
        {
            foreach (var source in sources)
                await run.RunAsync(source, cancellationToken);

            if (run.Errors == 0 && !checkOnly)
            {
                run.BeginImport(definitions.Current);
                foreach (var source in sources)
                    await run.RunAsync(source, cancellationToken);
            }
        }
        catch (RecipeRefusedException)
        {
            // The run's problems say what happened.
        }

        return new(
            run.Stage == RecipeStage.Importing, pipeline.StepCount,
            run.Counted(OperationOutcome.Added), run.Counted(OperationOutcome.Changed), run.Counted(OperationOutcome.Unchanged),
            time.GetElapsedTime(started), run.Problems, run.Errors, run.Notices);
    }
}
