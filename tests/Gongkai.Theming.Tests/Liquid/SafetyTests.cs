using System.Text.Json.Nodes;
using Gongkai.Theming.Tests.Sample;
using Gongkai.Web;
using Gongkai.Web.Models;

namespace Gongkai.Theming.Tests.Liquid;

public sealed class SafetyTests
{
    private const string Script = "<script>alert('1')</script>";

    [Fact]
    public async Task A_script_in_any_value_of_a_model_is_escaped_and_Chinese_stays_as_it_is()
    {
        var html = await Rendering.RenderAsync(
            "{{ Model.Text }}{{ Model.List[0].Title }}{{ Model.Json.a }}{{ Model.Named.a }}{{ Model.ContentItem.DisplayText }}{{ Model.PageMetadata.ColumnName }}{{ Model.Text | t }}",
            ("Text", "公开" + Script), ("List", new[] { new ListEntry(Script, "", "", "", "", "", "") }), ("Json", new JsonObject { ["a"] = Script }),
            ("Named", new Dictionary<string, string> { ["a"] = Script }), ("ContentItem", Rendering.Item($$"""{ "DisplayText": "{{Script}}" }""")));
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.StartsWith("公开&lt;script&gt;", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_class_that_nobody_declared_fails_the_page_while_strict() =>
        Assert.Contains("没有声明的类型", await Rendering.RenderAsync("{{ Model.Thing }}", ("Thing", new Undeclared("x"))), StringComparison.Ordinal);

    [Fact]
    public async Task A_class_that_nobody_declared_shows_nothing_to_the_public()
    {
        using var theme = new ThemeFolder().View("Test", "[{{ Model.Thing }}{{ Model.Thing.Secret }}{{ Model.Things[0].Secret }}]");
        void Configure(ThemingOptions options)
        {
            theme.Configure(options);
            options.Strict = false;
        }

        Assert.Equal("[]", await Rendering.RenderAsync(new([]), Configure, ("Thing", new Undeclared("x")), ("Things", new[] { new Undeclared("y") })));
    }

    [Fact]
    public async Task A_declared_class_is_readable()
    {
        using var theme = new ThemeFolder().View("Test", "{{ Model.Thing.Secret }}");
        void Configure(ThemingOptions options)
        {
            theme.Configure(options);
            options.DeclaredTypes.Add(typeof(Undeclared));
        }

        Assert.Equal("x", await Rendering.RenderAsync(new([]), Configure, ("Thing", new Undeclared("x"))));
    }

    [Theory]
    [InlineData("{{ Modle.Text }}", "Modle")]
    [InlineData("{% for x in Pages.List %}{% endfor %}", "Pages")]
    [InlineData("{{ Model.List[0].Titel }}", "Titel")]
    [InlineData("{{ Model.Text | shout }}", "shout")]
    [InlineData("{% render_section 'Aside' %}", "Aside")]
    [InlineData("{% include 'Missing' %}", "Missing")]
    public async Task An_unknown_name_fails_the_page_while_strict(string template, string named)
    {
        var answer = await Rendering.RenderAsync(template, ("Text", "x"), ("List", new[] { new ListEntry("标题", "", "", "", "", "", "") }));
        Assert.Contains(named, answer, StringComparison.Ordinal);
        Assert.True(answer.StartsWith("模板", StringComparison.Ordinal) || answer.StartsWith("页面", StringComparison.Ordinal), answer);
    }

    [Theory]
    [InlineData("{% for i in (1..1000) %}{% for j in (1..1000) %}x{{ i }}{% endfor %}{% endfor %}")]
    [InlineData("{% include 'Test' %}")]
    [InlineData("{% render 'Test' %}")]
    public async Task A_template_that_never_ends_is_stopped(string template) =>
        Assert.Contains("出错", await Rendering.RenderAsync(template), StringComparison.Ordinal);

    [Fact]
    public async Task A_page_that_fails_midway_sends_none_of_itself() =>
        Assert.DoesNotContain("begun", await Rendering.RenderAsync("begun {{ Unknown }}"), StringComparison.Ordinal);

    [Fact]
    public async Task Every_public_type_of_the_page_models_is_readable()
    {
        var names = typeof(ListEntry).Assembly.GetExportedTypes().Where(type => type.Namespace == "Gongkai.Web.Models" && !type.IsAbstract).Append(typeof(PageMetadata)).ToList();
        Assert.NotEmpty(names);
        foreach (var type in names)
        {
            var instance = System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(type);
            var template = string.Concat(type.GetProperties().Where(property => property.GetMethod is { IsStatic: false }).Select(property => $"{{{{ Model.X.{property.Name} }}}}"));
            Assert.DoesNotContain("模板", await Rendering.RenderAsync(template, ("X", instance)), StringComparison.Ordinal);
        }
    }

    public sealed record Undeclared(string Secret);
}
