using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.Review.Graphs;

/// <summary>The recipe step <c>ReviewGraphs</c>: <c>{"name": "ReviewGraphs", "Graphs": [{"Name": "disclosure", "Stages": […], "Transitions": […]}]}</c>. Graphs are kept by name; one takes the place of the one before.</summary>
internal sealed class ReviewGraphsStep(ISettingsStore settings) : IRecipeStep
{
    private const string Graphs = "Graphs";

    public string Name => "ReviewGraphs";

    public async Task CheckAsync(IRecipeStepInput step, IRecipeRun run, CancellationToken cancellationToken)
    {
        var whole = await step.ReadAsync(cancellationToken);
        if ((whole.Json as JsonObject)?[Graphs] is not JsonArray)
        {
            run.Error(whole.Locate(), "这一步缺少 Graphs，或者它不是列表。请写成 \"Graphs\": [{\"Name\": \"…\", \"Stages\": […], \"Transitions\": […]}]。");
            return;
        }

        var stored = settings.Get(SettingsNames.ReviewGraphs);
        var roles = ReviewGraphs.RolesIn(settings);
        roles.UnionWith(run.Roles);
        var brought = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var element in step.ReadElementsAsync(Graphs, cancellationToken))
        {
            if (element.Json is not JsonObject json)
            {
                run.Error(element.Locate(), "流程应是对象，形如 {\"Name\": \"…\", \"Stages\": […], \"Transitions\": […]}。");
                continue;
            }

            var faults = GraphReading.Read(json, out var unread) is { } graph ? GraphRules.FaultsOf(graph, roles) : unread;
            foreach (var fault in faults)
                run.Error(element.Locate(fault.Path), fault.Wording.ToString());
            if (json.Text("Name") is not { } name)
                continue;
            if (!brought.Add(name))
                run.Error(element.Locate("Name"), $"这一步里有两个流程都叫“{name}”。请改其中一个。");
            else
                run.Note($"审核流程 {name}", stored[name], json);
        }
    }

    public async Task ExecuteAsync(IRecipeStepInput step, IRecipeRun run, CancellationToken cancellationToken)
    {
        var stored = settings.Get(SettingsNames.ReviewGraphs);
        var before = stored.DeepClone();
        await foreach (var element in step.ReadElementsAsync(Graphs, cancellationToken))
        {
            if (element.Json is JsonObject json && json.Text("Name") is { } name)
                stored[name] = json.DeepClone();
        }

        if (!JsonNode.DeepEquals(before, stored))
            await settings.SaveAsync(SettingsNames.ReviewGraphs, stored, cancellationToken);
    }
}
