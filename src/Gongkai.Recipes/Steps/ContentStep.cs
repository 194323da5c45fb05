using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Gongkai.Content;
using Gongkai.Recipes.Checking;
using Gongkai.Recipes.Reading;

namespace Gongkai.Recipes.Steps;

/// <summary><c>{"name": "Content", "data": […]}</c>: versions of items, taken in by batches, each one short transaction.</summary>
internal sealed class ContentStep(IContentManager manager, IContentReader reader, IContentDefinitions definitions, ContentValidator validator) : IRecipeStep, ISurveyedStep
{
    private const string Property = "data";

    // So large that a transaction's cost is shared by many, so small that an editor does not notice the wait.
    private const int MaxBatchItems = 250;
    private const long MaxBatchBytes = 4 * 1024 * 1024;

    private ContentCheck? _check;

    public string Name => "Content";

    public async Task SurveyAsync(RecipeStepText step, RecipeRun run, CancellationToken cancellationToken)
    {
        if (!step.HasArray(Property))
            return;
        await foreach (var element in step.ReadElementsAsync(Property, bytes => bytes.Span.IndexOf("\"TaxonomyPart\""u8) >= 0, cancellationToken))
            await CheckOf(run).SurveyAsync(element, cancellationToken);
    }

    public async Task CheckAsync(IRecipeStepInput step, IRecipeRun run, CancellationToken cancellationToken)
    {
        await foreach (var batch in BatchesAsync(step, cancellationToken))
            await CheckOf(run).CheckAsync(batch, cancellationToken);
    }

    public async Task ExecuteAsync(IRecipeStepInput step, IRecipeRun run, CancellationToken cancellationToken)
    {
        _check = null;
        await foreach (var batch in BatchesAsync(step, cancellationToken))
        {
            var result = await manager.ExecuteAsync([.. batch.Select(element => new ImportVersion(new ContentItem((JsonObject)element.Json)))], cancellationToken);
            if (!result.Succeeded)
                Refuse(batch, result, run);
            foreach (var outcome in result.Results.CountBy(one => one.Outcome))
                run.Count(outcome.Key, outcome.Value);
        }
    }

    private static async IAsyncEnumerable<List<RecipeElement>> BatchesAsync(IRecipeStepInput step, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var batch = new List<RecipeElement>();
        var bytes = 0L;
        await foreach (var element in step.ReadElementsAsync(Property, cancellationToken))
        {
            batch.Add(element);
            bytes += element is RecipeTextElement text ? text.Range.Length : 0;
            if (batch.Count < MaxBatchItems && bytes < MaxBatchBytes)
                continue;
            cancellationToken.ThrowIfCancellationRequested();
            yield return batch;
            batch = [];
            bytes = 0;
        }
        if (batch.Count > 0)
            yield return batch;
    }

    private static void Refuse(IReadOnlyList<RecipeElement> batch, ContentResult result, IRecipeRun run)
    {
        foreach (var (element, one) in batch.Zip(result.Results))
        {
            foreach (var error in one.Errors)
                run.Error(element.Locate(error.Path), error.Message + "（这一批没有写入；改好后再导入一次，会接着完成。）");
        }
        throw new RecipeRefusedException();
    }

    private ContentCheck CheckOf(IRecipeRun run)
    {
        if (!ReferenceEquals(_check?.Run, run))
            _check = new(manager, reader, definitions, validator, run);
        return _check!;
    }
}
