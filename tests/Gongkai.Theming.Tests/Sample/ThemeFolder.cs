using Gongkai.Theming.Templates;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gongkai.Theming.Tests.Sample;

/// <summary>A theme in a folder of its own, gone after the test.</summary>
internal sealed class ThemeFolder : IDisposable
{
    public ThemeFolder()
    {
        Directory.CreateDirectory(Path.Combine(Theme, "Views"));
        Directory.CreateDirectory(Path.Combine(Theme, "wwwroot"));
        View("Layout", "{% render_body %}");
    }

    public string Themes { get; } = Directory.CreateTempSubdirectory("gongkai-theme").FullName;

    public string Theme => Path.Combine(Themes, "TestTheme");

    public ThemeFolder View(string name, string liquid)
    {
        File.WriteAllText(Path.Combine(Theme, "Views", name + ".liquid"), liquid);
        return this;
    }

    public ThemeFolder Asset(string name, string content)
    {
        File.WriteAllText(Path.Combine(Theme, "wwwroot", name), content);
        return this;
    }

    public void Configure(ThemingOptions options) => (options.ThemesFolder, options.ThemeName, options.Strict) = (Themes, "TestTheme", true);

    /// <summary>The templates of options, on a site without settings.</summary>
    public static TemplateStore Store(ThemingOptions options, MemorySite? site = null)
    {
        site ??= new([]);
        return new(options, site, site, new(site, new("甲市", TimeZoneInfo.Utc), TimeProvider.System), NullLogger<TemplateStore>.Instance);
    }

    public void Dispose() => Directory.Delete(Themes, recursive: true);
}
