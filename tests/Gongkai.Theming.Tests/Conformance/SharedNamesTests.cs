using Fluid;
using Gongkai.Tests;
using Gongkai.Theming.Liquid;
using Gongkai.Theming.Tests.Sample;

namespace Gongkai.Theming.Tests.Conformance;

/// <summary>Our templates render in Orchard Core, too: they use only names that both homes understand.</summary>
public sealed class SharedNamesTests
{
    private static readonly Dictionary<string, string> Templates = ReadTemplates();

    public static TheoryData<string> Names => [.. Templates.Keys];

    [Fact]
    public void Every_template_of_the_theme_the_modules_and_the_home_is_looked_at() =>
        Assert.Empty(((string[])["Layout", "GongkaiCatalogue", "GongkaiSearch", "GongkaiPager", "Content-QaIssue", "GongkaiHome"]).Except(Templates.Keys));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_template_uses_only_names_that_both_homes_understand(string name) => Assert.Empty(FaultsOf(Templates[name], GivenTo(name)));

    [Theory]
    [InlineData("{% helper \"form-create\" %}", "tag helper")]
    [InlineData("{%- cache 'x' -%}{% endcache %}", "tag cache")]
    [InlineData("{{ 'a | b' | shape_new }}", "filter shape_new")]
    [InlineData("{{ Site.SuperUser }}", "object Site.SuperUser")]
    [InlineData("{% if x and Queries.recent %}{% endif %}", "object Queries.recent")]
    [InlineData("{% assign y = Request.Headers %}", "object Request.Headers")]
    [InlineData("{% render 'A', links: Culture.Size %}", "object Culture.Size")]
    public void A_name_that_one_home_alone_understands_is_found(string liquid, string fault) => Assert.Contains(fault, FaultsOf(liquid, ["x"]));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_page_of_a_module_has_a_name_that_no_other_module_has(string name) =>
        Assert.Matches("^(Gongkai[A-Z]|Content(-[A-Z]\\w+)?(\\.Summary)?$|Layout$)", name);

    [Fact]
    public void The_list_is_what_this_home_adds_to_Liquid()
    {
        using var theme = new ThemeFolder();
        var options = new ThemingOptions();
        theme.Configure(options);
        using var files = new Theming.Files.ThemeFiles(options);
        var engine = new LiquidEngine(options, ThemeFolder.Store(options), files);
        var plain = new FluidParser();

        Assert.Equal(
            SharedLiquidNames.Tags.Where(tag => !tag.StartsWith("end", StringComparison.Ordinal)).Order(),
            engine.Parser.RegisteredTags.Keys.Except(plain.RegisteredTags.Keys).Order());
        // Fluid has a filter "date" and "json" of its own; json is written anew.
        var standard = new TemplateOptions().Filters;
        Assert.All(SharedLiquidNames.Filters.Concat(SharedLiquidNames.StandardFilters), filter => Assert.True(engine.Options.Filters.TryGetValue(filter, out _), filter));
        Assert.All(SharedLiquidNames.StandardFilters, filter => Assert.True(standard.TryGetValue(filter, out _), filter));
        Assert.Equal(
            SharedLiquidNames.Filters.Where(filter => !standard.TryGetValue(filter, out _)).Order(),
            NamesOf(engine.Options.Filters).Where(filter => !standard.TryGetValue(filter, out _)).Order());
    }

    private static List<string> FaultsOf(string liquid, IReadOnlyCollection<string> given)
    {
        var text = new TemplateText(liquid);
        return
        [
            .. text.Tags.Except([.. SharedLiquidNames.Tags, .. SharedLiquidNames.StandardTags]).Select(tag => "tag " + tag),
            .. text.Filters.Except([.. SharedLiquidNames.Filters, .. SharedLiquidNames.StandardFilters]).Select(filter => "filter " + filter),
            .. text.Reads(given).Where(path => !IsShared(path)).Select(path => "object " + path),
        ];
    }

    private static bool IsShared(string path) => SharedLiquidNames.Objects.Any(known =>
        known.EndsWith(".*", StringComparison.Ordinal) ? path.StartsWith(known[..^1], StringComparison.Ordinal) : path == known || path.StartsWith(known + ".", StringComparison.Ordinal));

    /// <summary>What the templates that render a piece give it.</summary>
    private static HashSet<string> GivenTo(string piece) =>
        [.. Templates.Values.SelectMany(TemplateText.RendersIn).Where(render => render.Piece == piece).SelectMany(render => render.Arguments)];

    private static IEnumerable<string> NamesOf(FilterCollection filters) =>
        ((System.Collections.IEnumerable)typeof(FilterCollection).GetFields(System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)
            .Select(field => field.GetValue(filters)).First(value => value is System.Collections.IDictionary)!).Cast<object>()
        .Select(pair => (string)pair.GetType().GetProperty("Key")!.GetValue(pair)!);

    private static Dictionary<string, string> ReadTemplates()
    {
        const string prefix = "Sample.Views.";
        var assembly = typeof(SharedNamesTests).Assembly;
        var templates = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith(prefix, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            templates.Add(resource[prefix.Length..^".liquid".Length], reader.ReadToEnd());
        }

        foreach (var path in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "themes"), "*.liquid", SearchOption.AllDirectories))
            templates.Add(Path.GetFileNameWithoutExtension(path), File.ReadAllText(path));
        return templates;
    }
}
