using Gongkai.Content;
using Gongkai.Recipes.Definitions;
using Gongkai.Recipes.Reading;

namespace Gongkai.Recipes.Steps;

/// <summary><c>{"name": "DeleteContentDefinition", "ContentTypes": ["Notice"], "ContentParts": ["Notice"]}</c>; what is not there counts as deleted.</summary>
/// <remarks>Refused while items of a type exist or a type has a part, unless the step says <c>"force": true</c>.</remarks>
internal sealed class DeleteContentDefinitionStep(IContentDefinitionStore definitions, IContentReader reader) : IRecipeStep
{
    public string Name => "DeleteContentDefinition";

    public async Task CheckAsync(IRecipeStepInput step, IRecipeRun run, CancellationToken cancellationToken)
    {
        var element = await step.ReadAsync(cancellationToken);
        var removal = Removal.Read(new StepShape(element, run));
        foreach (var orphan in await OrphansAsync(removal, run.Definitions, cancellationToken))
        {
            if (removal.IsForced)
                run.Notice(element.Locate(orphan.Path), orphan.Message.Split("，不能删除", 2)[0] + "；已按 force 删除定义，数据原样保留，不公开。");
            else
                run.Error(element.Locate(orphan.Path), orphan.Message);
        }

        foreach (var (name, path) in removal.Types.Where(type => !run.Definitions.Types.ContainsKey(type.Name)).Concat(removal.Parts.Where(part => !run.Definitions.Parts.ContainsKey(part.Name))))
            run.Notice(element.Locate(path), $"没有名为“{name}”的定义，无需删除。");
        foreach (var (name, _) in removal.Types.Where(type => run.Definitions.Types.ContainsKey(type.Name)))
            run.Note(OperationOutcome.Changed, $"删除内容类型 {name}");
        foreach (var (name, _) in removal.Parts.Where(part => run.Definitions.Parts.ContainsKey(part.Name)))
            run.Note(OperationOutcome.Changed, $"删除部件 {name}");
        run.Definitions = removal.ApplyTo(run.Definitions);
    }

    public async Task ExecuteAsync(IRecipeStepInput step, IRecipeRun run, CancellationToken cancellationToken)
    {
        var element = await step.ReadAsync(cancellationToken);
        var removal = Removal.Read(new StepShape(element, run));
        // What came in since the check counts as well.
        if (!removal.IsForced && await OrphansAsync(removal, definitions.Current, cancellationToken) is [var orphan, ..])
            throw new RecipeFaultException(element.Locate(orphan.Path), orphan.Message);
        var types = removal.Types.Select(type => type.Name).Where(definitions.Current.Types.ContainsKey).ToList();
        var parts = removal.Parts.Select(part => part.Name).Where(definitions.Current.Parts.ContainsKey).ToList();
        if (types.Count + parts.Count > 0)
            await definitions.RemoveAsync(types, parts, cancellationToken);
        run.Definitions = definitions.Current;
    }

    private Task<IReadOnlyList<Orphan>> OrphansAsync(Removal removal, DefinitionSnapshot current, CancellationToken cancellationToken) =>
        OrphanedData.OfRemovalAsync(new(reader, current), removal.Types, removal.Parts, current, cancellationToken);

    private sealed record Removal(IReadOnlyList<(string Name, string Path)> Types, IReadOnlyList<(string Name, string Path)> Parts, bool IsForced)
    {
        public static Removal Read(StepShape shape) => new([.. shape.Texts("ContentTypes")], [.. shape.Texts("ContentParts")], shape.Flag(shape.Root, "force", ""));

        public DefinitionSnapshot ApplyTo(DefinitionSnapshot current) =>
            current.Without([.. Types.Select(type => type.Name)], [.. Parts.Select(part => part.Name).Where(current.Parts.ContainsKey)]);
    }
}
