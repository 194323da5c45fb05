using Gongkai.Content;
using Gongkai.Recipes.Reading;
using Gongkai.Recipes.Steps;

namespace Gongkai.Recipes;

/// <summary>Takes recipes through their steps: first to check all, then to carry all out.</summary>
/// <param name="steps">The steps that this home has.</param>
internal sealed class RecipePipeline(IEnumerable<IRecipeStep> steps)
{
    private readonly Dictionary<string, IRecipeStep> _steps = Index(steps);
    private readonly Dictionary<RecipeSource, RecipeOutline> _outlines = [];

    /// <summary>How many steps the recipes have that were read.</summary>
    public int StepCount => _outlines.Values.Sum(outline => outline.Steps.Count);

    public Task CheckAsync(RecipeSource source, RecipeRun run, CancellationToken cancellationToken) => RunAsync(source, run, async text =>
    {
        text.Read = offset => run.Progress(RecipeStage.Reading, source.Name, offset / (double)text.Length);
        var outline = _outlines[source] = await text.ReadOutlineAsync(run.Error, cancellationToken);
        text.Read = offset => run.Progress(RecipeStage.Checking, source.Name, offset / (double)text.Length);

        var inputs = outline.Steps.Select(step => new RecipeStepText(text, outline, step)).ToList();
        foreach (var input in inputs)
        {
            if (_steps.GetValueOrDefault(input.Name) is ISurveyedStep surveyed)
                await GuardAsync(run, () => surveyed.SurveyAsync(input, run, cancellationToken));
        }

        foreach (var input in inputs)
        {
            if (_steps.TryGetValue(input.Name, out var step))
                await GuardAsync(run, () => step.CheckAsync(input, run, cancellationToken));
            else if (KnownElsewhere.IsStep(input.Name))
                run.Notice(input.Place, $"不适用：步骤“{input.Name}”是 Orchard Core 的，本站用不到，已略过。");
            else
                run.Error(input.Place, $"不认识步骤“{input.Name}”，请检查名称，或删去这一步。");
        }
        text.Read = null;
    }, cancellationToken);

    public Task ExecuteAsync(RecipeSource source, RecipeRun run, CancellationToken cancellationToken) => RunAsync(source, run, async text =>
    {
        text.Read = offset => run.Progress(RecipeStage.Importing, source.Name, offset / (double)text.Length);
        var outline = _outlines[source];
        foreach (var step in outline.Steps)
        {
            if (_steps.TryGetValue(step.Name, out var owner))
                await owner.ExecuteAsync(new RecipeStepText(text, outline, step), run, cancellationToken);
        }
        run.Progress(RecipeStage.Importing, source.Name, 1);
    }, cancellationToken);

    private static async Task RunAsync(RecipeSource source, RecipeRun run, Func<RecipeText, Task> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Stream stream;
        try
        {
            stream = source.Open();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            run.Error(new(source.Name, 1, 1, "", "$"), $"无法打开文件：{fault.Message}");
            return;
        }

        using var text = new RecipeText(source.Name, stream, source.Folder);
        try
        {
            await GuardAsync(run, () => work(text));
        }
        catch (Exception fault) when (fault is IOException or JsonFaultException)
        {
            // What the first pass found whole cannot be read any more.
            run.Error(new(source.Name, 1, 1, "", "$"), $"无法读完文件，它可能在读取时被改动了：{fault.Message}");
            throw new RecipeRefusedException();
        }
    }

    private static async Task GuardAsync(RecipeRun run, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (RecipeFaultException fault)
        {
            run.Error(fault.Place, fault.Message);
            // Half a step carried out is no ground for the next one.
            if (run.Stage == RecipeStage.Importing)
                throw new RecipeRefusedException();
        }
    }

    private static Dictionary<string, IRecipeStep> Index(IEnumerable<IRecipeStep> steps)
    {
        var index = new Dictionary<string, IRecipeStep>(StringComparer.OrdinalIgnoreCase);
        foreach (var step in steps)
            index[step.Name] = step;
        return index;
    }
}

/// <summary>A step that looks ahead: it is shown all steps of its name before any step is checked.</summary>
internal interface ISurveyedStep
{
    Task SurveyAsync(RecipeStepText step, RecipeRun run, CancellationToken cancellationToken);
}
