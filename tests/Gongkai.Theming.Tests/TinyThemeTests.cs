using System.Text.Json.Nodes;
using Gongkai.Theming.Tests.Sample;
using Gongkai.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Theming.Tests;

/// <summary>A second theme of two files: docs/themes.md as far as it can be run.</summary>
public sealed class TinyThemeTests
{
    [Fact]
    public async Task A_theme_of_two_files_is_switched_to_and_takes_the_rest_from_the_first()
    {
        using var theme = new ThemeFolder()
            .View("Layout", "<main>first: {% render_body %}</main>").View("Test", "{% render 'Piece' %}, {{ '~/TestTheme/site.css' | href | append_version }}").View("Piece", "a piece of the first")
            .Asset("site.css", "body { color: black }");
        var views = Directory.CreateDirectory(Path.Combine(theme.Themes, "TinyTheme", "Views"));
        var files = Directory.CreateDirectory(Path.Combine(theme.Themes, "TinyTheme", "wwwroot"));
        await File.WriteAllTextAsync(Path.Combine(views.FullName, "Layout.liquid"), "<link href=\"{{ '~/TinyTheme/tiny.css' | href | append_version }}\"><main>tiny: {% render_body %}</main>");
        await File.WriteAllTextAsync(Path.Combine(files.FullName, "tiny.css"), "body { color: green }");

        var before = await ShowAsync(theme, chosen: null);
        var after = await ShowAsync(theme, chosen: "TinyTheme");

        Assert.StartsWith("<main>first: a piece of the first", before, StringComparison.Ordinal);
        Assert.Matches("^<link href=\"/TinyTheme/tiny\\.css\\?v=[0-9a-f]{12}\"><main>tiny: a piece of the first", after);
    }

    private static async Task<string> ShowAsync(ThemeFolder theme, string? chosen)
    {
        var site = new MemorySite([]) { Settings = chosen is null ? [] : new JsonObject { ["CurrentThemeName"] = chosen } };
        await using var host = await SampleHost.StartAsync(site, theme.Configure, app => app.MapGet("/test", (HttpContext http, IPageRenderer renderer) =>
            renderer.RenderAsync(http, new("Test", new Dictionary<string, object?>(), null))));
        return await host.Client.ReadAsync("/test");
    }
}
