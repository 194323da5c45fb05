using System.Text.Json.Nodes;
using Gongkai.Content;
using Gongkai.Recipes.Reading;

namespace Gongkai.Recipes.Steps;

/// <summary><c>{"name": "themes", "site": "GongkaiTheme", "admin": "TheAdmin"}</c>: chooses the theme of the public pages.</summary>
internal sealed class ThemesStep(ISettingsStore settings, IThemes themes) : IRecipeStep
{
    private const string Setting = "CurrentThemeName";

    public string Name => "themes";

    public async Task CheckAsync(IRecipeStepInput step, IRecipeRun run, CancellationToken cancellationToken)
    {
        var shape = new StepShape(await step.ReadAsync(cancellationToken), run);
        foreach (var (property, path) in (ReadOnlySpan<(string, string)>)[("site", "site"), ("admin", "admin")])
        {
            if (shape.Text(shape.Root, property, "") is not { } name)
                continue;
            var isOurs = themes.Names.Contains(name, StringComparer.Ordinal);
            if (!isOurs && KnownElsewhere.IsTheme(name))
                shape.Notice(path, $"不适用：主题“{name}”是 Orchard Core 的，本站没有，仍用现在的主题。");
            else if (!isOurs)
                shape.Error(path, $"没有名为“{name}”的主题。themes 文件夹里有：{string.Join("、", themes.Names)}。");
            else if (property == "admin")
                shape.Notice(path, "不适用：主题只用于公开页面，后台的样子不能更换。");
            else
                run.Note($"主题 {name}", settings.Get(SettingsNames.Site)[Setting], JsonValue.Create(name));
        }
    }

    public async Task ExecuteAsync(IRecipeStepInput step, IRecipeRun run, CancellationToken cancellationToken)
    {
        var shape = new StepShape(await step.ReadAsync(cancellationToken), run);
        if (shape.Text(shape.Root, "site", "") is not { } name || !themes.Names.Contains(name, StringComparer.Ordinal))
            return;
        var site = settings.Get(SettingsNames.Site);
        if (site.Text(Setting) == name)
            return;
        site[Setting] = JsonValue.Create(name);
        await settings.SaveAsync(SettingsNames.Site, site, cancellationToken);
    }
}
