using Gongkai.Theming.Templates;
using Gongkai.Theming.Tests.Sample;

namespace Gongkai.Theming.Tests.Templates;

public sealed class TemplateLookupTests
{
    private const string Entry = """{ "ContentItemId": "1", "ContentType": "QaIssue", "DisplayText": "第1期", "Published": true }""";

    [Theory]
    [InlineData("", "Content-QaIssue, Content")]
    [InlineData("Detail", "Content-QaIssue, Content")]
    [InlineData("Summary", "Content-QaIssue.Summary, Content-QaIssue, Content.Summary, Content")]
    public void An_items_template_is_looked_for_by_type_and_display_type_most_specific_first(string displayType, string names) =>
        Assert.Equal(names, string.Join(", ", TemplateSet.NamesForItem("QaIssue", displayType)));

    [Fact]
    public async Task An_item_takes_the_template_of_its_type_before_the_general_one()
    {
        using var theme = new ThemeFolder().View("Content", "general").View("Content-QaIssue", "own");
        Assert.Equal("own", await Rendering.RenderItemAsync(theme, Rendering.Item(Entry)));
    }

    [Fact]
    public async Task An_item_of_a_type_without_its_own_template_takes_the_general_one()
    {
        using var theme = new ThemeFolder().View("Content", "general: {{ Model.ContentItem.DisplayText }}");
        Assert.Equal("general: 第1期", await Rendering.RenderItemAsync(theme, Rendering.Item(Entry)));
    }

    [Fact]
    public async Task A_summary_is_rendered_with_the_summary_template_inside_its_page()
    {
        using var theme = new ThemeFolder()
            .View("Content-QaIssue", "page[{{ Model.ContentItem | shape_build_display: 'Summary' | shape_render }}]{{ Model.Html.X | raw }}")
            .View("Content-QaIssue.Summary", "<b>{{ Model.ContentItem.DisplayText }}</b>");
        Assert.Equal("page[<b>第1期</b>]<i>", await Rendering.RenderItemAsync(theme, Rendering.Item(Entry), html: new() { ["X"] = "<i>" }));
    }

    [Fact]
    public async Task Summaries_that_show_themselves_end_with_an_error_not_with_the_process()
    {
        using var theme = new ThemeFolder().View("Content", "{{ Model.ContentItem | shape_build_display: 'Summary' | shape_render }}");
        Assert.Contains("出错", await Rendering.RenderItemAsync(theme, Rendering.Item(Entry)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_themes_file_goes_before_a_modules_of_the_same_name()
    {
        using var theme = new ThemeFolder();
        // Embedded into this assembly from the modules: Content.Summary.liquid, GongkaiMessage.liquid and the others.
        void Configure(ThemingOptions options)
        {
            theme.Configure(options);
            options.ViewAssemblies.Add(typeof(TemplateLookupTests).Assembly);
        }

        theme.View("Test", "{% render 'GongkaiNavigation' %}");
        Assert.Contains("出错", await Rendering.RenderAsync(new([]), Configure), StringComparison.Ordinal);
        theme.View("Test", "{% include 'GongkaiError' %}");
        Assert.Contains("页面暂时打不开", await Rendering.RenderAsync(new([]), Configure), StringComparison.Ordinal);
        theme.View("GongkaiError", "the theme's own");
        Assert.Equal("the theme's own", await Rendering.RenderAsync(new([]), Configure));
    }

    [Fact]
    public async Task A_missing_template_is_named()
    {
        using var theme = new ThemeFolder();
        Assert.Equal("没有模板 Test.liquid，请把它放进主题的 Views 文件夹，或检查名称。", await Rendering.RenderAsync(new([]), theme.Configure));
    }

    [Fact]
    public async Task A_template_that_does_not_parse_is_named_with_its_fault()
    {
        using var theme = new ThemeFolder().View("Test", "{% if %}");
        var answer = await Rendering.RenderAsync(new([]), theme.Configure);
        Assert.StartsWith("模板 TestTheme/Views/Test.liquid 有语法错误：", answer, StringComparison.Ordinal);
    }

    [Fact]
    public void A_theme_that_is_not_there_is_named()
    {
        var fault = Assert.Throws<TemplateException>(() => ThemeFolder.Store(new() { ThemesFolder = "/nowhere", ThemeName = "Missing" }));
        Assert.Contains("Missing", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_file_shows_without_a_restart_while_files_are_watched()
    {
        using var theme = new ThemeFolder().View("Test", "before");
        var options = new ThemingOptions();
        theme.Configure(options);
        options.WatchFiles = true;
        using var store = ThemeFolder.Store(options);
        Assert.Equal("before", Read());

        theme.View("Test", "after");
        while (Read() != "after")
            await Task.Delay(20);

        string Read() => new StreamReader(store.Current.Find("Test")!.CreateReadStream()).ReadToEnd();
    }

    [Fact]
    public void A_file_that_is_not_watched_is_read_once()
    {
        using var theme = new ThemeFolder().View("Test", "before");
        var options = new ThemingOptions();
        theme.Configure(options);
        using var store = ThemeFolder.Store(options);
        var first = store.Current;
        theme.View("Test", "after");
        Assert.Same(first, store.Current);
    }
}
