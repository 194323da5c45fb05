using Gongkai.Theming.Tests.Sample;

namespace Gongkai.Theming.Tests.Templates;

/// <summary>A template's fault names the template and the line.</summary>
public sealed class FaultyTemplateTests
{
    [Theory]
    [InlineData("<p>\n{% if %}\n</p>", "TestTheme/Views/Test.liquid", 2)]
    [InlineData("<p>\n<b>\n{{ Modle.Text }}", "TestTheme/Views/Test.liquid", 3)]
    [InlineData("{{ 'a' }}\n{{ 'a' | shout }}", "TestTheme/Views/Test.liquid", 2)]
    [InlineData("a\n{% render 'Piece' %}", "TestTheme/Views/Piece.liquid", 2)]
    [InlineData("a\n{% render_section 'Aside' %}", "TestTheme/Views/Test.liquid", 2)]
    public async Task A_fault_is_placed(string template, string file, int line)
    {
        using var theme = new ThemeFolder().View("Test", template).View("Piece", "\n{{ Tpyo.Name }}");

        var message = await Rendering.RenderAsync(new([]), theme.Configure);

        Assert.Contains(file, message, StringComparison.Ordinal);
        Assert.Matches($"第 {line} 行|\\({line}:", message);
    }
}
