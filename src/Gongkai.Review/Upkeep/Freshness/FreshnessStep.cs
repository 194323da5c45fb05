using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.Review.Upkeep.Freshness;

/// <summary><c>{"name": "Freshness", "Types": {"Page": {"Months": 6}}, "Columns": [{"Label": "要闻", "Type": "News", "Days": 14, "Owner": "zhang"}]}</c>: a type replaces the one of its name, the columns replace all.</summary>
internal sealed class FreshnessStep(ISettingsStore settings) : IRecipeStep
{
    private const string Types = "Types";
    private const string Columns = "Columns";

    public string Name => FreshnessSettings.Document;

    public async Task CheckAsync(IRecipeStepInput step, IRecipeRun run, CancellationToken cancellationToken)
    {
        var element = await step.ReadAsync(cancellationToken);
        var json = (JsonObject)element.Json;
        var stored = settings.Get(FreshnessSettings.Document);
        if (!json.ContainsKey(Types) && !json.ContainsKey(Columns))
            run.Error(element.Locate(), "缺少 Types 或 Columns，请至少写一项。");
        foreach (var (type, value) in json.Child(Types) ?? [])
        {
            if (value is not JsonObject rule || (!rule.Flag("Off") && FreshnessSettings.PeriodOf(rule) is null))
                run.Error(element.Locate($"{Types}.{type}"), "应写 Months（几个月）或 Days（几天），最多 600；不必复核的写 \"Off\": true。");
            else
                run.Note($"内容类型 {type} 的复核期限", stored.Child(Types)?[type], value);
        }

        if (json.ContainsKey(Types) && json[Types] is not JsonObject)
            run.Error(element.Locate(Types), "Types 应是对象，如 {\"Page\": {\"Months\": 6}}。");
        if (!json.ContainsKey(Columns))
            return;
        if (json[Columns] is not JsonArray { Count: <= FreshnessSettings.MostColumns } columns)
        {
            run.Error(element.Locate(Columns), "Columns 应是数组，最多 100 个栏目。");
            return;
        }

        foreach (var (index, column) in columns.Index())
        {
            if (column is not JsonObject one || FreshnessSettings.ColumnOf(one) is not { } read)
                run.Error(element.Locate($"{Columns}[{index}]"), "栏目应写 Type（内容类型）和 Months 或 Days（最多 600）。");
            else if ((read.Facet.Length > 0 || read.Term.Length > 0) && (SearchFacets.TaxonomyOf(read.Facet) is null || read.Term.Length == 0))
                run.Error(element.Locate($"{Columns}[{index}]"), "Facet 应为 topic、genre 或 issuer，并用 Term 写明是哪一项。");
        }

        run.Note("栏目的更新期限", stored[Columns], columns);
    }

    public async Task ExecuteAsync(IRecipeStepInput step, IRecipeRun run, CancellationToken cancellationToken)
    {
        var json = (JsonObject)(await step.ReadAsync(cancellationToken)).Json;
        var stored = settings.Get(FreshnessSettings.Document);
        var before = stored.DeepClone();
        if (json.Child(Types) is { } types)
        {
            var known = stored.Child(Types)?.DeepClone().AsObject() ?? [];
            foreach (var (type, value) in types)
                known[type] = value?.DeepClone();
            stored[Types] = known;
        }

        if (json[Columns] is JsonArray columns)
            stored[Columns] = columns.DeepClone();
        if (!JsonNode.DeepEquals(before, stored))
            await settings.SaveAsync(FreshnessSettings.Document, stored, cancellationToken);
    }
}
