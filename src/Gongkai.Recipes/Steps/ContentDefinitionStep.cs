using Gongkai.Content;
using Gongkai.Recipes.Definitions;
using Gongkai.Recipes.Reading;

namespace Gongkai.Recipes.Steps;

/// <summary><c>{"name": "ContentDefinition", "ContentTypes": […], "ContentParts": […]}</c>: merged into the definitions that are there.</summary>
internal sealed class ContentDefinitionStep(IContentDefinitionStore definitions) : IRecipeStep
{
    public string Name => "ContentDefinition";

    public async Task CheckAsync(IRecipeStepInput step, IRecipeRun run, CancellationToken cancellationToken)
    {
        var shape = new StepShape(await step.ReadAsync(cancellationToken), run);
        var change = DefinitionChange.Read(shape);
        change.Check(shape, run.Definitions);
        change.Tell(run);
        run.Definitions = change.ApplyTo(run.Definitions);
    }

    public async Task ExecuteAsync(IRecipeStepInput step, IRecipeRun run, CancellationToken cancellationToken)
    {
        var change = DefinitionChange.Read(new StepShape(await step.ReadAsync(cancellationToken), run));
        var (types, parts) = change.ChangedBy(definitions.Current);
        if (types.Count + parts.Count > 0)
            await definitions.SaveAsync(types, parts, cancellationToken);
        run.Definitions = definitions.Current;
    }
}
