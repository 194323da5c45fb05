using System.Text.Json.Nodes;
using Gongkai.Content;
using Gongkai.Recipes.Reading;

namespace Gongkai.Recipes.Steps;

/// <summary><c>{"name": "media", "Files": [{"TargetPath": "docs/a.pdf", "Base64": "…"}]}</c>, or <c>SourcePath</c>: a file beside the recipe.</summary>
internal sealed class MediaStep(IMediaStore media, ISettingsStore settings) : IRecipeStep
{
    private const string Files = "Files";
    private const string Changes = "Changes";

    public string Name => "media";

    public async Task CheckAsync(IRecipeStepInput step, IRecipeRun run, CancellationToken cancellationToken)
    {
        var targets = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        await foreach (var element in step.ReadElementsAsync(Files, cancellationToken))
        {
            if (Read(element, run) is not { } file)
                continue;
            if (media.FaultOf(file.Target) is { } fault)
                run.Error(element.Locate(file.TargetName), fault.ToString());
            else if (!targets.Add(file.Target))
                run.Error(element.Locate(file.TargetName), $"这一步里有两个文件要写到“{file.Target}”，请改名或去掉一个。");
            await CheckSourceAsync(step, run, element, file);
        }
    }

    public async Task ExecuteAsync(IRecipeStepInput step, IRecipeRun run, CancellationToken cancellationToken)
    {
        var hasChanged = false;
        await foreach (var element in step.ReadElementsAsync(Files, cancellationToken))
        {
            if (Read(element, run) is not { } file)
                continue;
            await using var content = file.Base64 is { } text ? new MemoryStream(Convert.FromBase64String(text)) : step.OpenFile(file.Source!, element.Locate("SourcePath"));
            try
            {
                hasChanged |= await media.SaveAsync(file.Target, content, cancellationToken);
            }
            catch (MediaException fault)
            {
                throw new RecipeFaultException(element.Locate(file.TargetName), fault.Message);
            }
        }

        if (!hasChanged)
            return;
        // Pages tell of a file's size: what was rendered before is out of date.
        var state = settings.Get(SettingsNames.Media);
        state[Changes] = (state[Changes]?.GetValue<int>() ?? 0) + 1;
        await settings.SaveAsync(SettingsNames.Media, state, cancellationToken);
    }

    private static BroughtFile? Read(RecipeElement element, IRecipeRun run)
    {
        if (element.Json is not JsonObject json)
        {
            run.Error(element.Locate(), $"应是对象，得到的是{FieldKind.Describe(element.Json)}。");
            return null;
        }

        var shape = new StepShape(element, run);
        // Orchard Core takes either name.
        var targetName = json.Any(property => property.Key.Equals("Path", StringComparison.OrdinalIgnoreCase)) ? "Path" : "TargetPath";
        var target = shape.Text(json, targetName, "", isRequired: true);
        var base64 = shape.Text(json, "Base64", "");
        var source = shape.Text(json, "SourcePath", "");
        var address = shape.Text(json, "SourceUrl", "");
        if (base64 is null && source is null)
        {
            shape.Error(address is null ? "" : "SourceUrl", address is null
                ? "文件没有内容：请写出 Base64，或用 SourcePath 指明配方旁边的文件。"
                : "导入不从网络下载文件（SourceUrl）。请先下载，放在配方旁边，用 SourcePath 指明。");
            return null;
        }

        return target is null ? null : new(target, targetName, base64, source);
    }

    private async Task CheckSourceAsync(IRecipeStepInput step, IRecipeRun run, RecipeElement element, BroughtFile file)
    {
        long length;
        if (file.Base64 is { } text)
        {
            var buffer = new byte[(text.Length / 4 * 3) + 3];
            if (!Convert.TryFromBase64String(text, buffer, out var written))
            {
                run.Error(element.Locate("Base64"), "不是完整的 Base64，请重新生成。");
                return;
            }

            length = written;
        }
        else
        {
            await using var stream = step.OpenFile(file.Source!, element.Locate("SourcePath"));
            length = stream.Length;
        }

        if (length > media.MaximumLength)
            run.Error(element.Locate(file.Base64 is null ? "SourcePath" : "Base64"), $"文件“{file.Target}”超过 {media.MaximumLength / 1024 / 1024} MB，请缩小它，或调整配置 Media:MaximumMegabytes。");
    }

    private sealed record BroughtFile(string Target, string TargetName, string? Base64, string? Source);
}
