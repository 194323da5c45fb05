using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Gongkai.Content;
using Gongkai.Recipes.Checking;
using Gongkai.Recipes.Reading;

namespace Gongkai.Recipes.Steps;

/// <summary><c>{"name": "Content", "data": […]}</c>: versions of items, taken in by batches, each one short transaction.</summary>
internal sealed class ContentStep(
    IContentManager manager, IImportCheck imports, IContentReader reader, IStoredVersions versions, IContentDefinitions definitions, ContentValidator validator, Foreground foreground, TimeProvider time) : IRecipeStep, ISurveyedStep, IRepeatableStep
{
    private const string Property = "data";

    private const int MinBatchItems = 10;
    private const int MaxBatchItems = 250;
    private const long MaxBatchBytes = 4 * 1024 * 1024;

    // So long that a transaction's cost is shared by many, so short that an editor of another process, whom nobody sees here, hardly notices; shorter still where editors are at work in this one.
    // A part of it is HTML, made before the transaction.
    private static readonly TimeSpan BatchTime = TimeSpan.FromMilliseconds(120);
    private static readonly TimeSpan LivelyBatchTime = TimeSpan.FromMilliseconds(60);

    private readonly Pace _pace = new(time, () => foreground.IsLively ? LivelyBatchTime : BatchTime, MinBatchItems, MaxBatchItems);

    // The steps of each recipe that have taxonomies: these go in before what carries their terms.
    private readonly Dictionary<RecipeOutline, SortedSet<int>> _taxonomySteps = [];
    private readonly HashSet<(RecipeOutline Recipe, long Offset)> _early = [];
    private readonly HashSet<(RecipeOutline Recipe, long Offset)> _present = [];
    private ContentCheck? _check;

    public string Name => "Content";

    public async Task SurveyAsync(RecipeStepText step, RecipeRun run, CancellationToken cancellationToken)
    {
        if (!step.HasArray(Property))
            return;
        await foreach (var element in step.ReadElementsAsync(Property, MayBeTaxonomy, cancellationToken))
        {
            if (!IsTaxonomy(element))
                continue;
            if (!_taxonomySteps.TryGetValue(step.Recipe, out var numbers))
                _taxonomySteps[step.Recipe] = numbers = [];
            numbers.Add(step.Number);
            await CheckOf(run).SurveyAsync(element, cancellationToken);
        }
    }

    public async Task CheckAsync(IRecipeStepInput step, IRecipeRun run, CancellationToken cancellationToken)
    {
        var text = (RecipeStepText)step;
        await foreach (var batch in BatchesAsync(step, () => MaxBatchItems, cancellationToken))
        {
            foreach (var element in await CheckOf(run).CheckAsync(batch, cancellationToken))
                _present.Add(KeyOf(text, element));
        }
    }

    public async Task ExecuteAsync(IRecipeStepInput step, IRecipeRun run, CancellationToken cancellationToken)
    {
        _check = null;
        var text = (RecipeStepText)step;
        await BringTaxonomiesAsync(text, run, cancellationToken);
        await foreach (var batch in BatchesAsync(step, () => _pace.Size, cancellationToken))
        {
            var left = batch.Where(element => !_early.Contains(KeyOf(text, element))).ToList();
            var missing = left.Where(element => !_present.Contains(KeyOf(text, element))).ToList();
            _pace.Begin();
            await BringAsync(missing, run, cancellationToken);
            _pace.End(missing.Count);
            run.Count(OperationOutcome.Unchanged, left.Count(element => _present.Contains(KeyOf(text, element))));
        }
    }

    /// <summary>Takes in the taxonomies of this step and of those after it, as far as their types are defined by now: an item may stand before its terms.</summary>
    private async Task BringTaxonomiesAsync(RecipeStepText step, IRecipeRun run, CancellationToken cancellationToken)
    {
        foreach (var number in _taxonomySteps.GetValueOrDefault(step.Recipe, []).Where(number => number >= step.Number))
        {
            await foreach (var element in step.Sibling(number).ReadElementsAsync(Property, MayBeTaxonomy, cancellationToken))
            {
                if (IsTaxonomy(element) && IsDefined((JsonObject)element.Json) && !_present.Contains(KeyOf(step, element)) && _early.Add(KeyOf(step, element)))
                    await BringAsync([element], run, cancellationToken);
            }
        }
    }

    private async Task BringAsync(IReadOnlyList<RecipeElement> batch, IRecipeRun run, CancellationToken cancellationToken)
    {
        var result = await manager.ExecuteAsync([.. batch.Select(element => new ImportVersion(new ContentItem((JsonObject)element.Json)))], cancellationToken);
        if (!result.Succeeded)
            Refuse(batch, result, run);
        foreach (var outcome in result.Results.CountBy(one => one.Outcome))
            run.Count(outcome.Key, outcome.Value);
    }

    private bool IsDefined(JsonObject taxonomy) =>
        definitions.Current.FindType("Taxonomy") is not null
        && taxonomy.Child("TaxonomyPart")?.Text("TermContentType") is var terms && (terms is null || definitions.Current.FindType(terms) is not null);

    private static (RecipeOutline Recipe, long Offset) KeyOf(RecipeStepText step, RecipeElement element) => (step.Recipe, ((RecipeTextElement)element).Range.Start);

    private static bool MayBeTaxonomy(ReadOnlyMemory<byte> bytes) => bytes.Span.IndexOf("\"TaxonomyPart\""u8) >= 0;

    private static bool IsTaxonomy(RecipeElement element) =>
        element.Json is JsonObject json && json.Text("ContentType") == "Taxonomy" && json.Text("ContentItemId") is { Length: > 0 };

    private static async IAsyncEnumerable<List<RecipeElement>> BatchesAsync(IRecipeStepInput step, Func<int> size, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var batch = new List<RecipeElement>();
        var bytes = 0L;
        await foreach (var element in step.ReadElementsAsync(Property, cancellationToken))
        {
            batch.Add(element);
            bytes += ((RecipeTextElement)element).Size;
            if (batch.Count < size() && bytes < MaxBatchBytes)
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
            _check = new(imports, reader, versions, definitions, validator, run);
        return _check!;
    }
}
