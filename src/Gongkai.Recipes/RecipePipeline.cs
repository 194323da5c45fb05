using Gongkai.Content;
using Gongkai.Recipes.Journal;
using Gongkai.Recipes.Reading;
using Gongkai.Recipes.Scripting;
using Gongkai.Recipes.Steps;

namespace Gongkai.Recipes;

/// <summary>Takes recipes through their steps: first to check all, then to carry all out.</summary>
/// <param name="steps">The steps that this home has.</param>
internal sealed class RecipePipeline(IEnumerable<IRecipeStep> steps)
{
    private readonly Dictionary<string, IRecipeStep> _steps = Index(steps);
    private readonly Dictionary<RecipeSource, RecipeOutline> _outlines = [];
    private readonly Dictionary<RecipeSource, RecipeScripts> _scripts = [];

    /// <summary>How many steps the recipes have that were read.</summary>
    public int StepCount => _outlines.Values.Sum(outline => outline.Steps.Count);

    /// <summary>How many steps a recipe has that was read.</summary>
    public int StepsOf(RecipeSource source) => _outlines[source].Steps.Count;

    public Task CheckAsync(RecipeSource source, RecipeRun run, CancellationToken cancellationToken) => RunAsync(source, run, async text =>
    {
        text.Read = offset => run.Progress(RecipeStage.Reading, source.Name, offset / (double)text.Length);
        var outline = _outlines[source] = await text.ReadOutlineAsync(cancellationToken);
        text.Scripts = _scripts[source] = new(outline, run.Inputs);
        text.Read = offset => run.Progress(RecipeStage.Checking, source.Name, offset / (double)text.Length);
        // What steps would make of a script that has no value says nothing about the recipe.
        var hasValues = !outline.HasScripts || await EvaluateAsync(text, run, cancellationToken);
        foreach (var assumption in run.Inputs.TakeAssumptions())
            run.Notice(new(source.Name, 1, 1, "", "$"), assumption + "。");
        if (!hasValues)
            return;

        var inputs = outline.Steps.Select(step => new RecipeStepText(text, outline, step)).ToList();
        foreach (var input in inputs)
        {
            if (_steps.GetValueOrDefault(input.Name) is ISurveyedStep surveyed)
                await GuardAsync(run, () => surveyed.SurveyAsync(input, run, cancellationToken));
        }

        foreach (var input in inputs)
        {
            if (_steps.TryGetValue(input.Name, out var step))
                await run.Tallies.DuringAsync(source.Name, input, () => GuardAsync(run, () => step.CheckAsync(input, run, cancellationToken)));
            else if (KnownElsewhere.IsStep(input.Name))
                run.Notice(input.Place, $"不适用：步骤“{input.Name}”是 Orchard Core 的，本站用不到，已略过。");
            else
                run.Error(input.Place, $"不认识步骤“{input.Name}”，请检查名称，或删去这一步。");
        }
        text.Read = null;
    }, cancellationToken);

    /// <summary>Carries the steps out; those that the journal's entry has as done and that an editor may have changed something of since are not repeated.</summary>
    public Task ExecuteAsync(RecipeSource source, RecipeRun run, ImportEntry? entry, CancellationToken cancellationToken) => RunAsync(source, run, async text =>
    {
        text.Read = offset => run.Progress(RecipeStage.Importing, source.Name, offset / (double)text.Length);
        text.Scripts = _scripts[source];
        var outline = _outlines[source];
        foreach (var step in outline.Steps)
        {
            if (!_steps.TryGetValue(step.Name, out var owner) || (owner is not IRepeatableStep && entry?.IsDone(step.Number) == true))
                continue;
            var input = new RecipeStepText(text, outline, step);
            entry?.Begin(input.Place.Step);
            await run.Tallies.DuringAsync(source.Name, input, () => owner.ExecuteAsync(input, run, cancellationToken));
            if (owner is not IRepeatableStep)
                entry?.Finish(step.Number);
        }
        run.Progress(RecipeStage.Importing, source.Name, 1);
    }, cancellationToken);

    /// <summary>Evaluates every script of a text; false when one is faulty.</summary>
    private static async Task<bool> EvaluateAsync(RecipeText text, RecipeRun run, CancellationToken cancellationToken)
    {
        var whole = true;
        await text.VisitScriptsAsync(async (script, place) =>
        {
            try
            {
                await text.Scripts!.ValueOfAsync(text, script, cancellationToken);
            }
            catch (ScriptFaultException fault)
            {
                whole = false;
                run.Error(place(), fault.Message);
            }
        }, cancellationToken);
        return whole;
    }

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

/// <summary>A step that leaves alone whatever it has brought before: repeating it harms nothing.</summary>
internal interface IRepeatableStep;

/// <summary>A step that looks ahead: it is shown all steps of its name before any step is checked.</summary>
internal interface ISurveyedStep
{
    Task SurveyAsync(RecipeStepText step, RecipeRun run, CancellationToken cancellationToken);
}
