using System.Text.Json.Nodes;
using Gongkai.Theming.Tests.Sample;
using Gongkai.Web.Models;

namespace Gongkai.Theming.Tests.Liquid;

/// <summary>Every tag, filter and object of docs/themes.md with what it comes to.</summary>
public sealed class LiquidNamesTests
{
    private const string Entry = """
        {
          "ContentItemId": "entry-1", "ContentType": "DisclosureEntry", "DisplayText": "通知", "Published": true, "Owner": "zhang", "Author": "li", "PublishedUtc": "2021-12-31T17:00:00Z",
          "AutoroutePart": { "Path": "entries/000000001-2021-00001" }, "InterpretationPlan": { "Drafter": { "Text": "wang" } },
          "DisclosureEntry": {
            "DisclosureMode": { "Text": "主动公开" }, "IssuedOn": { "Value": "2021-12-31T00:00:00Z" }, "NeedsInterpretation": { "Value": true },
            "Topic": { "TaxonomyContentItemId": "topics", "TermContentItemIds": ["t-2"] }, "Keywords": { "Text": null }, "Count": { "Value": 3 }
          }
        }
        """;

    private const string Hidden = """{ "ContentItemId": "entry-2", "ContentType": "DisclosureEntry", "DisplayText": "秘密", "Published": true, "AutoroutePart": { "Path": "entries/2" } }""";

    private const string Topics = """
        {
          "ContentItemId": "topics", "ContentType": "Taxonomy", "DisplayText": "主题", "Published": true, "AliasPart": { "Alias": "topics" },
          "TaxonomyPart": { "Terms": [{ "ContentItemId": "t-1", "DisplayText": "综合政务", "Terms": [{ "ContentItemId": "t-2", "DisplayText": "政务公开" }] }] }
        }
        """;

    [Theory]
    // Text
    [InlineData("{{ '你好，<{0}>' | t: '甲市' }}", "你好，&lt;甲市&gt;")]
    [InlineData("{{ ' Hello 世界 — 2021年! ' | slugify }}", "hello-世界-2021年")]
    [InlineData("{{ 'Content Type' | html_class }}", "content-type")]
    [InlineData("{{ '<b onclick=x>粗</b><script>x</script>' | sanitize_html }}", "<b>粗</b>")]
    [InlineData("{{ '**粗**' | markdownify | strip }}", "<p><strong>粗</strong></p>")]
    [InlineData("{{ '<b>' | raw }}{{ '<b>' }}", "<b>&lt;b&gt;")]
    [InlineData("{{ Model.Links | json | raw }}", """[{"Label":"首页","Url":"/","IsCurrent":true,"Count":null}]""")]
    [InlineData("{{ 'a\"<中' | json | raw }}", "\"a\\\"<中\"")]
    // Times
    [InlineData("{{ '2021-12-31T17:00:00Z' | local | date: '%Y-%m-%d %H:%M' }}", "2022-01-01 01:00")]
    [InlineData("{{ '2022-01-01T01:00:00+08:00' | utc | date: '%Y-%m-%d %H:%M' }}", "2021-12-31 17:00")]
    [InlineData("{{ Model.ContentItem.Content.DisclosureEntry.IssuedOn.Value | date: '%Y年%-m月%-d日' }}", "2021年12月31日")]
    [InlineData("{{ Model.ContentItem.PublishedUtc | local | date: '%Y-%m-%d' }}", "2022-01-01")]
    [InlineData("{{ Model.Day }}", "2021-12-31")]
    [InlineData("{{ nil | date: '%Y' | default: '—' }}", "—")]
    // Addresses
    [InlineData("{{ '~/search' | href }}", "/search")]
    [InlineData("{{ '~/search' | absolute_url }}", "https://www.example.gov.cn/search")]
    [InlineData("{{ 'https://other.example/x' | absolute_url }}", "https://other.example/x")]
    [InlineData("{{ '附件/a b.pdf' | asset_url }}", "/media/%E9%99%84%E4%BB%B6/a%20b.pdf")]
    [InlineData("{{ Model.ContentItem | display_url }}", "/entries/000000001-2021-00001")]
    [InlineData("{{ 'entry-1' | display_url }}", "/entries/000000001-2021-00001")]
    [InlineData("[{{ 'entry-2' | display_url }}{{ 'nothing' | display_url }}]", "[]")]
    // Items and terms
    [InlineData("{{ Model.ContentItem | display_text }}", "通知")]
    [InlineData("{{ Model.ContentItem.Content.DisclosureEntry.Count.Value }}{{ Model.ContentItem.Content.DisclosureEntry.NeedsInterpretation.Value }}", "3true")]
    [InlineData("{% assign terms = Model.ContentItem.Content.DisclosureEntry.Topic | taxonomy_terms %}{% for term in terms %}{{ term | display_text }} {{ term | display_url }}{% endfor %}", "政务公开 /catalogue/topics/t-1/t-2")]
    [InlineData("{% assign terms = 'topics' | taxonomy_terms: Model.ContentItem.Content.DisclosureEntry.Topic.TermContentItemIds %}{{ terms[0].ContentItemId }}", "t-2")]
    [InlineData("{% assign terms = 't-2' | inherited_terms: 'topics' %}{% for term in terms %}{{ term }};{% endfor %}", "政务公开;综合政务;")]
    [InlineData("{{ Content.ContentItemId['entry-1'].DisplayText }}[{{ Content.ContentItemId['entry-2'].DisplayText }}]", "通知[]")]
    // Objects
    [InlineData("{{ Site.SiteName }} {{ Site.Properties.GongkaiSettings.Footer.Sponsor }} {{ Site.Properties.GongkaiSettings.Footer.Phone }}", "甲市 政府办 0000")]
    [InlineData("{{ Culture.Name }} {{ Culture.Dir }} {{ Request.Path }}{{ Request.QueryString }} [{{ User.Identity.Name }}]", "zh-Hans ltr /test?x=1 []")]
    [InlineData("{{ Model.Links[0].Label }}{{ Model.Named.a }}{{ Model.Nothing }}", "首页一")]
    // Tags
    [InlineData("{% page_title Site.SiteName, position: 'after', separator: ' | ' %}", "标题 | 甲市")]
    [InlineData("{% page_title '<前>', position: 'before' %}", "&lt;前&gt; - 标题")]
    [InlineData("{% resources type: 'FootScript' %}", "")]
    [InlineData("{% zone 'Side' %}<i>{{ '旁' }}</i>{% endzone %}{% render_section 'Side' %}{% render_section 'Other', required: false %}", "<i>旁</i>")]
    public async Task A_name_gives_what_the_documentation_says(string template, string expected)
    {
        var item = Rendering.Item(Entry);
        var site = new MemorySite([item, Rendering.Item(Hidden), Rendering.Item(Topics)])
        {
            Settings = JsonNode.Parse("""{ "SiteName": "甲市", "BaseUrl": "https://www.example.gov.cn/", "GongkaiSettings": { "Footer": { "Sponsor": "政府办" } } }""")!.AsObject(),
        };
        using var theme = new ThemeFolder().View("Test", template);
        void Configure(ThemingOptions options)
        {
            theme.Configure(options);
            options.SiteProperties = JsonNode.Parse("""{ "GongkaiSettings": { "Footer": { "Sponsor": "默认", "Phone": "0000" } } }""")!.AsObject();
        }

        var html = await Rendering.RenderAsync(site, Configure,
            ("ContentItem", item), ("Links", new[] { new Link("首页", "/", IsCurrent: true) }), ("Day", new DateOnly(2021, 12, 31)), ("Named", new Dictionary<string, string> { ["a"] = "一" }));

        Assert.Equal(expected, html);
    }

    [Fact]
    public async Task The_layout_surrounds_the_body_and_shows_what_the_body_put_into_a_zone()
    {
        using var theme = new ThemeFolder().View("Layout", "[{% render_section 'Head' %}|{% render_body %}]").View("Test", "{% zone 'Head' %}<b>头</b>{% endzone %}正文");
        Assert.Equal("[<b>头</b>|正文]", await Rendering.RenderAsync(new([]), theme.Configure));
    }

    [Fact]
    public async Task A_form_carries_the_token_against_forgery() =>
        Assert.Matches("^<input type=\"hidden\" name=\"__RequestVerificationToken\" value=\"[A-Za-z0-9_-]+\">$", await Rendering.RenderAsync("{% antiforgerytoken %}"));

    [Fact]
    public async Task An_item_never_tells_its_owner_its_author_and_the_editors_plan()
    {
        var item = Rendering.Item(Entry);
        var html = await Rendering.RenderAsync(
            "{{ Model.ContentItem.Owner }}{{ Model.ContentItem.Author }}{{ Model.ContentItem.Content.Owner }}{{ Model.ContentItem.Content.Author }}{{ Model.ContentItem.Content.InterpretationPlan.Drafter.Text }}{{ Model.ContentItem | json }}{{ Model.ContentItem.Content | json }}",
            ("ContentItem", item));
        Assert.DoesNotContain("wang", html, StringComparison.Ordinal);
        Assert.DoesNotContain("zhang", html, StringComparison.Ordinal);
        Assert.DoesNotContain("&quot;li&quot;", html, StringComparison.Ordinal);
        Assert.Contains("通知", html, StringComparison.Ordinal);
    }
}
