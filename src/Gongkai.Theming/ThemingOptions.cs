using System.Reflection;
using System.Text.Json.Nodes;

namespace Gongkai.Theming;

/// <summary>How the home wants its pages rendered.</summary>
public sealed class ThemingOptions
{
    /// <summary>The folder that holds the themes.</summary>
    public string ThemesFolder { get; set; } = "themes";

    /// <summary>The theme that is used until another is chosen, and that has what a chosen one lacks: a folder's name.</summary>
    public string ThemeName { get; set; } = "GongkaiTheme";

    /// <summary>The assemblies whose embedded <c>Views/*.liquid</c> stand in where the theme has no file of the same name; earlier ones first.</summary>
    public IList<Assembly> ViewAssemblies { get; } = [];

    /// <summary>Further types whose public properties templates may read, beside those of <c>Gongkai.Web.Models</c>.</summary>
    public IList<Type> DeclaredTypes { get; } = [];

    /// <summary>Site settings from configuration, as <c>{"GongkaiSettings": {…}}</c>; stored settings go before them.</summary>
    public JsonObject SiteProperties { get; set; } = [];

    /// <summary>Whether a changed file of the theme shows without a restart; for Development.</summary>
    public bool WatchFiles { get; set; }

    /// <summary>Whether a class that nobody declared, an unknown name or an unknown filter fails the page instead of rendering nothing; for Development.</summary>
    public bool Strict { get; set; }
}
