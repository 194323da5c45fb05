using System.Text.Json;
using System.Text.Json.Nodes;
using Gongkai.Content;
using Gongkai.Recipes.Reading;

namespace Gongkai.Recipes.Steps;

/// <summary><c>{"name": "settings", "SiteName": "甲市", "PageSize": 20}</c>: each property replaces the site's setting of its name.</summary>
internal sealed class SettingsStep(ISettingsStore settings) : IRecipeStep
{
    private const int MaxPageSize = 100;

    private static readonly string[] Texts = ["SiteName", "TimeZoneId", "BaseUrl", "Calendar", "PageTitleFormat", "SuperUser", "CdnBaseUrl", "MetaDescription"];
    private static readonly string[] Numbers = ["PageSize", "MaxPageSize", "MaxPagedCount"];
    private static readonly string[] Flags = ["UseCdn", "AppendVersion"];
    private static readonly string[] Objects = ["HomeRoute", "SearchSettings", "GongkaiSettings"];

    public string Name => "settings";

    public async Task CheckAsync(IRecipeStepInput step, IRecipeRun run, CancellationToken cancellationToken)
    {
        var element = await step.ReadAsync(cancellationToken);
        var site = settings.Get(SettingsNames.Site);
        foreach (var (name, value) in element.Settings)
        {
            if (FaultOf(name, value) is { } fault)
                run.Error(element.Locate(JsonTrail.Property(name)), fault);
            else
                run.Note($"设置 {name}", site[name], value);
        }
    }

    public async Task ExecuteAsync(IRecipeStepInput step, IRecipeRun run, CancellationToken cancellationToken)
    {
        var site = settings.Get(SettingsNames.Site);
        var before = site.DeepClone();
        foreach (var (name, value) in (await step.ReadAsync(cancellationToken)).Settings)
            site[name] = value?.DeepClone();
        if (!JsonNode.DeepEquals(before, site))
            await settings.SaveAsync(SettingsNames.Site, site, cancellationToken);
    }

    private static string? FaultOf(string name, JsonNode? value)
    {
        if (value is null)
            return null;
        var kind = value.GetValueKind();
        if (Texts.Contains(name) && kind != JsonValueKind.String)
            return Expected(name, "文本", value);
        if (Numbers.Contains(name) && (kind != JsonValueKind.Number || !value.AsValue().TryGetValue<int>(out var number) || number < 0))
            return Expected(name, "不小于 0 的整数（不加引号）", value);
        if (Flags.Contains(name) && kind is not (JsonValueKind.True or JsonValueKind.False))
            return Expected(name, " true 或 false", value);
        if (Objects.Contains(name) && kind != JsonValueKind.Object)
            return Expected(name, "对象", value);

        return name switch
        {
            "PageSize" when value.GetValue<int>() is < 1 or > MaxPageSize => $"PageSize 应在 1 到 {MaxPageSize} 之间。",
            "TimeZoneId" when value.GetValue<string>() is { Length: > 0 } id && !TimeZoneInfo.TryFindSystemTimeZoneById(id, out _) => $"没有名为“{id}”的时区，请写成 Asia/Shanghai 这样的名称。",
            _ => null,
        };
    }

    private static string Expected(string name, string shape, JsonNode value) => $"{name} 应是{shape}，得到的是{FieldKind.Describe(value)}。";
}
