using System.Globalization;
using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.Review.Checks.Running;

/// <summary><c>{"name": "Holidays", "Years": {"2027": {"Off": ["2027-01-01/2027-01-03"], "Work": ["2027-02-06"]}}}</c>: a year replaces the one there is.</summary>
internal sealed class HolidaysStep(ISettingsStore settings) : IRecipeStep
{
    public string Name => "Holidays";

    public async Task CheckAsync(IRecipeStepInput step, IRecipeRun run, CancellationToken cancellationToken)
    {
        var element = await step.ReadAsync(cancellationToken);
        if ((element.Json as JsonObject)?["Years"] is not JsonObject years)
        {
            run.Error(element.Locate(), "缺少 Years：应是对象，如 {\"2027\": {\"Off\": [\"2027-01-01/2027-01-03\"], \"Work\": []}}。");
            return;
        }

        var stored = settings.Get(SiteCalendar.Document);
        foreach (var (name, value) in years)
        {
            if (FaultOf(name, value) is { } fault)
                run.Error(element.Locate("Years." + name), fault);
            else
                run.Note($"{name} 年的节假日", stored[name], value);
        }
    }

    public async Task ExecuteAsync(IRecipeStepInput step, IRecipeRun run, CancellationToken cancellationToken)
    {
        var stored = settings.Get(SiteCalendar.Document);
        var before = stored.DeepClone();
        foreach (var (name, value) in (JsonObject)((JsonObject)(await step.ReadAsync(cancellationToken)).Json)["Years"]!)
            stored[name] = value?.DeepClone();
        if (!JsonNode.DeepEquals(before, stored))
            await settings.SaveAsync(SiteCalendar.Document, stored, cancellationToken);
    }

    private static string? FaultOf(string name, JsonNode? value)
    {
        if (!int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 1949 or > 2200 || value is not JsonObject notice)
            return $"“{name}”不是年份，或它的值不是对象。";
        return HolidayList.Parse(year, string.Join('\n', notice.Texts("Off")), string.Join('\n', notice.Texts("Work")), out var fault) is null ? fault!.ToString() : null;
    }
}
