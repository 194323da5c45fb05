using Gongkai.Content;
using Gongkai.Recipes.Definitions;
using Gongkai.Recipes.Reading;

namespace Gongkai.Recipes.Steps;

/// <summary><c>{"name": "ReplaceContentDefinition", "ContentTypes": […], "ContentParts": […]}</c>: put in the place of those of the same name, whole.</summary>
/// <remarks>Refused while items hold what would lose its definition, unless the step says <c>"force": true</c>.</remarks>
internal sealed class ReplaceContentDefinitionStep(IContentDefinitionStore definitions, IContentReader reader) : IRecipeStep
{
    public string Name => "ReplaceContentDefinition";

    public async Task CheckAsync(IRecipeStepInput step, IRecipeRun run, CancellationToken cancellationToken)
    {
        var element = await step.ReadAsync(cancellationToken);
        var shape = new StepShape(element, run);
        var change = DefinitionChange.Read(shape);
        var forced = shape.Flag(shape.Root, "force", "");
        change.TellUnknownKinds(shape, run.Definitions);
        foreach (var orphan in await OrphansAsync(change, run.Definitions, cancellationToken))
        {
            if (forced)
                run.Notice(element.Locate(orphan.Path), orphan.Message.Replace(OrphanedData.Advice, "已按 force 照办：数据原样保留，不公开。", StringComparison.Ordinal));
            else
                run.Error(element.Locate(orphan.Path), orphan.Message);
        }

        foreach (var (type, _) in change.NewTypes)
            run.Note($"内容类型 {type.Name}", run.Definitions.Types.GetValueOrDefault(type.Name) is { } known ? DefinitionJson.Of(known) : null, DefinitionJson.Of(type));
        foreach (var (part, _) in change.NewParts)
            run.Note($"部件 {part.Name}", run.Definitions.Parts.GetValueOrDefault(part.Name) is { } known ? DefinitionJson.Of(known) : null, DefinitionJson.Of(part));
        run.Definitions = run.Definitions.With(change.NewTypes.Select(type => type.Type), change.NewParts.Select(part => part.Part));
    }

    public async Task ExecuteAsync(IRecipeStepInput step, IRecipeRun run, CancellationToken cancellationToken)
    {
        var element = await step.ReadAsync(cancellationToken);
        var shape = new StepShape(element, run);
        var change = DefinitionChange.Read(shape);
        // What came in since the check counts as well.
        if (!shape.Flag(shape.Root, "force", "") && await OrphansAsync(change, definitions.Current, cancellationToken) is [var orphan, ..])
            throw new RecipeFaultException(element.Locate(orphan.Path), orphan.Message);
        var current = definitions.Current;
        var types = change.NewTypes.Select(type => type.Type).Where(type => !type.IsSameAs(current.Types.GetValueOrDefault(type.Name))).ToList();
        var parts = change.NewParts.Select(part => part.Part).Where(part => !part.IsSameAs(current.Parts.GetValueOrDefault(part.Name))).ToList();
        if (types.Count + parts.Count > 0)
            await definitions.SaveAsync(types, parts, cancellationToken);
        run.Definitions = definitions.Current;
    }

    private Task<IReadOnlyList<Orphan>> OrphansAsync(DefinitionChange change, DefinitionSnapshot current, CancellationToken cancellationToken) =>
        OrphanedData.OfReplacementAsync(new(reader, current), change.NewTypes, change.NewParts, current, cancellationToken);
}
