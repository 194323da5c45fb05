using Gongkai.Content;
using Gongkai.Theming.Tests.Sample;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Theming.Tests;

public sealed class LiquidPatternsTests
{
    private static readonly ContentItem Item = Rendering.Item("""{ "ContentItemId": "1", "ContentType": "Page", "DisplayText": "关于 <我们>", "Page": { "Year": { "Value": 2021 } } }""");

    [Theory]
    [InlineData("{{ Model.ContentItem.DisplayText | slugify }}", "关于-我们")]
    [InlineData("pages/{{ Model.ContentItem.Content.Page.Year.Value }}/{{ Model.ContentItem.ContentItemId }}", "pages/2021/1")]
    [InlineData("{{ Model.ContentItem.DisplayText }}", "关于 <我们>")]
    public void A_pattern_gives_plain_text(string pattern, string expected)
    {
        using var theme = new ThemeFolder();
        Assert.Equal(expected, Patterns(theme).Render(pattern, Item, out var fault));
        Assert.Null(fault);
    }

    [Theory]
    [InlineData("{% if %}", "语法错误")]
    [InlineData("{{ Nothing.Here }}", "Nothing")]
    [InlineData("{{ Model.ContentItem.DisplayText | shout }}", "shout")]
    [InlineData("{% for i in (1..100000) %}x{% endfor %}", "不能使用")]
    [InlineData("{{ 'x' | markdownify }}", "没有网页请求")]
    public void A_pattern_that_is_not_valid_says_why(string pattern, string because)
    {
        using var theme = new ThemeFolder();
        Assert.Null(Patterns(theme).Render(pattern, Item, out var fault));
        Assert.Contains(because, fault, StringComparison.Ordinal);
    }

    private static ILiquid Patterns(ThemeFolder theme)
    {
        var site = new MemorySite([]);
        return new ServiceCollection().AddLogging().AddGongkaiContent().AddGongkaiTheming(theme.Configure)
            .AddSingleton<ISettings>(site).AddSingleton<IChangeFeed>(site).AddSingleton(new SiteDefaults("甲市", TimeZoneInfo.Utc))
            .BuildServiceProvider().GetRequiredService<ILiquid>();
    }
}
