using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Gongkai.Content;
using Gongkai.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.StaticCopy.Rewriting;

namespace OrchardSite.Tests.StaticCopy;

/// <summary>The sample site as files, beside the running site.</summary>
public sealed partial class StaticCopyTests(CopiedSite copied) : IClassFixture<CopiedSite>
{
    private const string Live = "https://search.example.gov.cn";

    private SiteFixture Site => copied.Site;

    [Fact]
    public async Task Every_link_of_a_copy_leads_to_a_file_of_it()
    {
        await CopyAsync("relative");
        var site = Path.Combine(copied.FolderOf("relative"), "site");

        var broken = LinkWalk.FindBroken(site, CopiedSite.Origin, [], out var count);

        Assert.True(count > 1000, $"{count} links");
        Assert.Empty(broken);
        Assert.All(copied.FilesOf("relative").Keys.Where(file => file.EndsWith(".html", StringComparison.Ordinal)), file =>
        {
            var page = File.ReadAllText(Path.Combine(site, file));
            // No box that finds nothing, and no word of one.
            Assert.DoesNotMatch("""<form(?![^>]*data-reading-help)""", page);
            Assert.DoesNotContain("data-suggest", page, StringComparison.Ordinal);
            Assert.DoesNotContain("SearchAction", page, StringComparison.Ordinal);
            Assert.DoesNotContain("localhost", page, StringComparison.Ordinal);
        });
        Assert.DoesNotContain("检索", await copied.ReadAsync("relative", "index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_with_the_sites_address_hold_and_what_needs_a_server_leads_to_it()
    {
        await CopyAsync("absolute", LinkStyle.Absolute, Live);
        var site = Path.Combine(copied.FolderOf("absolute"), "site");

        var broken = LinkWalk.FindBroken(site, CopiedSite.Origin, [Live + "/"], out var count);

        Assert.True(count > 1000, $"{count} links");
        Assert.Empty(broken);
        Assert.Contains($"action=\"{Live}/search\"", await copied.ReadAsync("absolute", "index.html"), StringComparison.Ordinal);
        Assert.Contains($"{Live}/search?q={{searchTerms}}", await copied.ReadAsync("absolute", "opensearch.xml"), StringComparison.Ordinal);
        Assert.Contains($"\"{Live}/search?q=", await copied.ReadAsync("absolute", "index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Maps_feeds_and_catalogues_name_what_the_copy_has()
    {
        await CopyAsync("relative");
        var site = Path.Combine(copied.FolderOf("relative"), "site");
        var files = copied.FilesOf("relative").Keys;

        Assert.Contains("sitemaps/1.xml", files);
        Assert.Contains("robots.txt", files);
        Assert.Contains("feeds/catalogue.rss", files);
        Assert.DoesNotContain("opensearch.xml", files);
        Assert.All(files.Where(file => file.StartsWith("sitemap", StringComparison.Ordinal)), file => Assert.Empty(LinkWalk.FindBrokenIn(site, CopiedSite.Origin, file, Places())));
        Assert.All(files.Where(file => file.EndsWith(".atom", StringComparison.Ordinal)), file => Assert.Empty(LinkWalk.FindBrokenIn(site, CopiedSite.Origin, file, References())));
        Assert.Empty(LinkWalk.FindBrokenIn(site, CopiedSite.Origin, "dcat/catalog.jsonld", LandingPages()));
    }

    [Fact]
    public async Task Every_sort_of_page_is_there()
    {
        await CopyAsync("relative");
        var files = copied.FilesOf("relative").Keys;

        Assert.All(
            (string[])["index.html", "catalogue.html", "catalogue/topics.html", "catalogue/topics/综合政务.html", "catalogue/issuers.html", "interpretations.html", "interpretations/2026.html", "questions.html", "questions/2026/3.html",
                "entries/000000109-2026-00001.html", "interpretations/2026/sample-interpretation-02.html", "catalogue/standards.html", "catalogue/standards/义务教育.html", "standards/sample-standard-02.html",
                "guide.html", "rules.html", "404.html", "410.html", "500.html", "maintenance.html", "GongkaiTheme/gongkai.css", "GongkaiTheme/gongkai.js", "GongkaiTheme/favicon.svg"],
            file => Assert.Contains(file, files));
    }

    [Fact]
    public async Task A_change_writes_what_it_touches_and_nothing_else()
    {
        await copied.PublishAsync("changing", packs: true);
        var before = copied.FilesOf("changing");
        var nothing = await copied.PublishAsync("changing", packs: true);
        await copied.SaveDraftAsync("copy-draft", "还没有审定");
        var draft = await copied.PublishAsync("changing", packs: true);
        await copied.EditAsync("rules", item => item.EnsurePart("TitlePart")["Title"] = "改过题目的制度");

        var report = await copied.PublishAsync("changing", packs: true);

        var after = copied.FilesOf("changing");
        Assert.Equal((0, 0, 0), (nothing.Written, nothing.Removed, draft.Written));
        var changed = after.Where(file => !before.TryGetValue(file.Key, out var time) || time != file.Value).Select(file => file.Key.EndsWith(".gz", StringComparison.Ordinal) ? file.Key[..^3] : file.Key).Distinct().ToList();
        Assert.Contains("rules.html", changed);
        Assert.Equal(report.Written, changed.Count);
        Assert.DoesNotContain(changed, file => file.StartsWith("entries/", StringComparison.Ordinal) || file.StartsWith("questions/", StringComparison.Ordinal) || file == "guide.html");
        Assert.Contains("改过题目的制度", await copied.ReadAsync("changing", "rules.html"), StringComparison.Ordinal);
        Assert.True(after.ContainsKey("rules.html.gz"));
    }

    [Fact]
    public async Task What_is_withdrawn_is_gone_with_its_files_and_the_server_is_told()
    {
        const string Marker = "机密甲乙丙";
        using (var content = new MemoryStream(Encoding.UTF8.GetBytes(Marker)))
            await Site.Services.GetRequiredService<IMediaStore>().SaveAsync("附件/撤.txt", content);
        await copied.PublishEntryAsync("copy-gone", Marker, edit: item => item.EnsurePart("DisclosureEntry")["Attachments"] = JsonNode.Parse("""{"Paths":["附件/撤.txt"],"MediaTexts":["附件"]}"""));
        await copied.PublishAsync("withdrawing");
        var address = AutoroutePart.UrlOf(await Site.GetItemAsync("copy-gone", VersionOption.Published));
        Assert.True(copied.FilesOf("withdrawing").ContainsKey("media/附件/撤.txt"));
        Assert.NotEmpty(FilesWith("withdrawing", Marker));

        await Site.ExecuteAsync(new Unpublish("copy-gone"));
        var report = await copied.PublishAsync("withdrawing");

        Assert.True(report.Removed >= 2);
        Assert.Empty(FilesWith("withdrawing", Marker));
        Assert.False(copied.FilesOf("withdrawing").ContainsKey("media/附件/撤.txt"));
        Assert.Contains($"\"{Uri.UnescapeDataString(address)}\" 1;", await File.ReadAllTextAsync(Path.Combine(copied.FolderOf("withdrawing"), "nginx", "gone.map")), StringComparison.Ordinal);

        await Site.ExecuteAsync(new Publish("copy-gone"));
        await copied.PublishAsync("withdrawing");
        Assert.True(copied.FilesOf("withdrawing").ContainsKey(Uri.UnescapeDataString(address).TrimStart('/') + ".html"));
        Assert.DoesNotContain(Uri.UnescapeDataString(address), await File.ReadAllTextAsync(Path.Combine(copied.FolderOf("withdrawing"), "nginx", "gone.map")), StringComparison.Ordinal);
        await Site.ExecuteAsync(new Unpublish("copy-gone"));
    }

    [Fact]
    public async Task Nothing_that_is_not_public_is_anywhere_in_the_folder()
    {
        const string Marker = "不得外传丁戊己";
        await copied.SaveDraftAsync("copy-secret-draft", Marker + "草稿");
        await copied.PublishEntryAsync("copy-secret-entry", Marker + "依申请", "依申请公开");
        await Site.ExecuteAsync(new SaveDraft(await WithTitleAsync("sample-entry-06", Marker + "新版"), (await Site.GetItemAsync("sample-entry-06")).ContentItemVersionId));

        await copied.PublishAsync("secrets");

        Assert.True(copied.FilesOf("secrets").Count > 50);
        Assert.Empty(FilesWith("secrets", Marker));
        // The manifest, which nobody is given, may name what pages looked at and did not show.
        Assert.Equal([], FilesWith("secrets", "copy-secret").Where(file => !file.EndsWith("/state/manifest", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_run_that_is_cut_off_leaves_nothing_half_and_is_taken_up()
    {
        using var cut = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => copied.PublishAsync("cut", progress: progress => { if (progress.Made > 40) cut.Cancel(); }, cancellation: cut.Token));
        Assert.False(Directory.Exists(Path.Combine(copied.FolderOf("cut"), "site")));

        var report = await copied.PublishAsync("cut");
        await copied.PublishAsync("uncut");

        Assert.True(report.Resumed >= 40);
        Assert.Empty(report.Faults);
        Assert.Equal(copied.FilesOf("uncut").Keys.Order(StringComparer.Ordinal), copied.FilesOf("cut").Keys.Order(StringComparer.Ordinal));
        foreach (var file in copied.FilesOf("uncut").Keys)
            Assert.Equal(await copied.ReadAsync("uncut", file), await copied.ReadAsync("cut", file));
        Assert.Equal(0, (await copied.PublishAsync("cut")).Written);
    }

    [Fact]
    public async Task A_page_that_fails_keeps_its_old_file_and_is_told_and_made_later()
    {
        await copied.PublishAsync("failing");
        await copied.EditAsync("sample-interpretation-03", item => item.EnsurePart("TitlePart")["Title"] = "改过题目的解读");
        var file = Uri.UnescapeDataString(AutoroutePart.UrlOf(await Site.GetItemAsync("sample-interpretation-03")).TrimStart('/')) + ".html";

        var failed = await copied.PublishAsync("failing", configure: builder => FailAt(builder, "sample-interpretation-03"));
        var kept = await copied.ReadAsync("failing", file);
        var mended = await copied.PublishAsync("failing");

        Assert.Contains("sample-interpretation-03", Assert.Single(failed.Faults), StringComparison.Ordinal);
        Assert.DoesNotContain("改过题目的解读</h1>", kept, StringComparison.Ordinal);
        Assert.Empty(mended.Faults);
        Assert.Contains("改过题目的解读</h1>", await copied.ReadAsync("failing", file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_led_nowhere_leads_to_what_comes_to_stand_there()
    {
        await copied.EditAsync("guide", item => item.EnsurePart("MarkdownBodyPart")["Markdown"] = "见[新页面](/copy-later)。");
        await copied.PublishAsync("vain");
        var before = await copied.ReadAsync("vain", "guide.html");

        await Site.ExecuteAsync(new SaveDraft(new(new() { ["ContentItemId"] = "copy-later", ["ContentType"] = "Page", ["TitlePart"] = new JsonObject { ["Title"] = "新页面" }, ["AutoroutePart"] = new JsonObject { ["Path"] = "copy-later" } }), null), new Publish("copy-later"));
        await copied.PublishAsync("vain");

        Assert.Contains("<a>新页面</a>", before, StringComparison.Ordinal);
        Assert.Contains("<a href=\"copy-later.html\">新页面</a>", await copied.ReadAsync("vain", "guide.html"), StringComparison.Ordinal);
    }

    /// <summary>A copy that several tests look at.</summary>
    private async Task CopyAsync(string name, LinkStyle links = LinkStyle.Relative, string? live = null)
    {
        var report = await copied.PublishAsync(name, links, live);
        Assert.Empty(report.Faults);
    }

    private async Task<ContentItem> WithTitleAsync(string id, string title)
    {
        var item = await Site.GetItemAsync(id);
        item.EnsurePart("TitlePart")["Title"] = title;
        return item;
    }

    /// <summary>All files but those of the search, in which words stand as the index keeps them: our own folder, which is not given out.</summary>
    private List<string> FilesWith(string name, string text) =>
        [.. Directory.EnumerateFiles(copied.FolderOf(name), "*", SearchOption.AllDirectories).Where(file => !file.Contains("/state/index/", StringComparison.Ordinal) && File.ReadAllText(file).Contains(text, StringComparison.Ordinal))];

    private static void FailAt(WebApplicationBuilder builder, string contentItemId)
    {
        var inner = builder.Services.Last(service => service.ServiceType == typeof(IItemRenderer));
        builder.Services.AddSingleton<IItemRenderer>(provider => new Failing((IItemRenderer)inner.ImplementationFactory!(provider), contentItemId));
    }

    private sealed class Failing(IItemRenderer inner, string contentItemId) : IItemRenderer
    {
        public Task RenderItemAsync(HttpContext http, ContentItem item, IReadOnlyDictionary<string, string> html, IReadOnlyDictionary<string, object?> model, PageMetadata metadata) =>
            item.ContentItemId == contentItemId ? throw new InvalidOperationException("made to fail") : inner.RenderItemAsync(http, item, html, model, metadata);
    }

    [GeneratedRegex("<loc>(?<address>[^<]*)</loc>", RegexOptions.None, 10_000)]
    private static partial Regex Places();

    [GeneratedRegex("<link [^>]*href=\"(?<address>[^\"]*)\"", RegexOptions.None, 10_000)]
    private static partial Regex References();

    [GeneratedRegex("\"dcat:landingPage\":\\{\"@id\":\"(?<address>[^\"]*)\"", RegexOptions.None, 10_000)]
    private static partial Regex LandingPages();
}
