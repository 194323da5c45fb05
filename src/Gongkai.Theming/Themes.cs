using Fluid;
using Gongkai.Content;
using Gongkai.Theming.Liquid;

namespace Gongkai.Theming;

/// <summary>The themes in the folder of themes, and the language of their templates.</summary>
internal sealed class Themes(ThemingOptions options, LiquidEngine engine) : IThemes
{
    public IReadOnlyList<string> Names => NamesIn(options.ThemesFolder);

    public string? FaultOf(string template) => engine.Parser.TryParse(template, out _, out var error) ? null : $"有语法错误：{PlacedError.Of(error)}";

    /// <summary>The folders that are themes: they have templates.</summary>
    public static IReadOnlyList<string> NamesIn(string folder) =>
    [
        .. Directory.EnumerateDirectories(Path.GetFullPath(folder)).Where(path => Directory.Exists(Path.Combine(path, "Views")))
            .Select(path => Path.GetFileName(path)).Where(IsName).Order(StringComparer.Ordinal),
    ];

    public static bool IsName(string name) => name.Length > 0 && name[0] != '.' && name.All(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_');
}
