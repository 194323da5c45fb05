using System.Text.Json.Nodes;
using Gongkai.Content;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Storage.Tests;

/// <summary>What is read back.</summary>
public abstract class ReaderContract : StorageContract
{
    [Fact]
    public async Task Several_items_come_in_the_order_of_the_ids()
    {
        var site = await OpenAsync();
        await site.DoAsync(Sample.Import(Sample.Notice("a"), "v1"), Sample.Import(Sample.Notice("b"), "v2"), Sample.Import(Sample.Notice("c"), "v3", published: false));

        var published = await site.ReadAsync(reader => reader.GetManyAsync(["b", "missing", "c", "a"]));
        var latest = await site.ReadAsync(reader => reader.GetManyAsync(["c", "a"], VersionOption.Latest));

        Assert.Equal(["b", "a"], published.Select(item => item.ContentItemId));
        Assert.Equal(["c", "a"], latest.Select(item => item.ContentItemId));
    }

    [Fact]
    public async Task What_a_caller_changes_is_his_own()
    {
        var site = await OpenAsync();
        await site.DoAsync(Sample.Import(Sample.Notice("a"), "v1"));

        (await site.PublishedAsync("a"))!.DisplayText = "改";

        Assert.Equal("通知", (await site.PublishedAsync("a"))!.DisplayText);
    }

    [Fact]
    public async Task A_stream_has_every_item_once_in_ordinal_order_over_types_and_pages()
    {
        var site = await OpenAsync();
        var ids = Enumerable.Range(0, 450).Select(i => $"{(i % 2 == 0 ? "A" : "a")}{i:000}").ToList();
        await site.DoAsync([.. ids.Select((id, i) => Sample.Import(i % 3 == 0 ? Sample.Entry(id, "主动公开") : Sample.Notice(id), "v" + id))]);
        await site.DoAsync(Sample.Import(Sample.Notice("b-draft"), "draft", published: false));

        var published = await StreamAsync(site, ["Notice", "DisclosureEntry"], VersionOption.Published);
        var everything = await StreamAsync(site, [], VersionOption.Latest);

        Assert.Equal(ids.Order(StringComparer.Ordinal), published);
        Assert.Equal(ids.Append("b-draft").Append("topics").Order(StringComparer.Ordinal), everything);
    }

    [Fact]
    public async Task Backlinks_are_published_and_newest_first()
    {
        var site = await OpenAsync();
        await site.DoAsync(
            Import("old", 1), Import("new", 3), Import("middle", 2), Sample.Import(Sample.Notice("draft", related: ["target"]), "vd", published: false),
            Sample.Import(Sample.Entry("entry", "主动公开"), "ve"));

        var links = await site.ReadAsync(reader => reader.BacklinksAsync("target"));
        var entries = await site.ReadAsync(reader => reader.BacklinksAsync("target", "DisclosureEntry"));

        Assert.Equal(["new", "middle", "old"], links.Select(item => item.ContentItemId));
        Assert.Empty(entries);

        static ImportVersion Import(string id, int day) => new(Sample.Imported(Sample.Notice(id, related: ["target", "target"]), "v-" + id)
            .With(item => item.PublishedUtc = new(2024, 1, day, 0, 0, 0, DateTimeKind.Utc)));
    }

    [Fact]
    public async Task Newest_backlinks_are_those_of_newest_versions_drafts_or_not()
    {
        var site = await OpenAsync();
        await site.DoAsync(
            Sample.Import(Sample.Notice("published", related: ["target"]), "v1"), Sample.Import(Sample.Notice("draft", related: ["target"]), "v2", published: false),
            Sample.Import(Sample.Notice("unlinked", related: ["target"]), "v3"), Sample.Import(Sample.Notice("linked"), "v4"));
        await site.DoAsync(new SaveDraft(Sample.Notice("unlinked"), "v3"), new SaveDraft(Sample.Notice("linked", related: ["target"]), "v4"));

        var links = await site.ReadAsync((IStoredVersions versions) => versions.NewestBacklinksAsync("target", "Notice"));

        Assert.Equal(["draft", "linked", "published"], links.Select(item => item.ContentItemId));
        Assert.Empty(await site.ReadAsync((IStoredVersions versions) => versions.NewestBacklinksAsync("target", "DisclosureEntry")));
        Assert.Empty(await site.ReadAsync((IStoredVersions versions) => versions.NewestBacklinksAsync("\0", "Notice")));
    }

    [Fact]
    public async Task A_link_inside_a_bag_is_a_backlink()
    {
        var site = await OpenAsync();
        var notice = Sample.Notice("a").With(item => item.Json["Notes"] = JsonNode.Parse(
            """{"ContentItems":[{"ContentItemId":"n","ContentType":"Note","TitlePart":{"Title":"注"},"Note":{"Text":{"Markdown":"内"},"About":{"ContentItemIds":["target"]}}}]}"""));
        await site.DoAsync(Sample.Import(notice, "v1"));

        var links = await site.ReadAsync(reader => reader.BacklinksAsync("target"));
        var html = await site.ReadAsync(reader => reader.GetHtmlAsync(links[0]));

        Assert.Equal("a", Assert.Single(links).ContentItemId);
        Assert.Equal(["MarkdownBodyPart", "n/Note.Text"], html.Keys.Order());
    }

    [Fact]
    public async Task Html_is_derived_at_publication_and_read_without_deriving()
    {
        var markup = new TestMarkup("1");
        var site = await OpenAsync(services => services.AddSingleton<IMarkup>(markup));
        await site.DoAsync(new SaveDraft(Sample.Notice("a", body: "<b>正文"), null), new Publish("a"));
        var calls = markup.Calls;

        var html = await site.ReadAsync(async reader => await reader.GetHtmlAsync((await reader.GetAsync("a"))!));

        Assert.Equal("<p data-v=\"1\">&lt;b&gt;正文</p>", html["MarkdownBodyPart"]);
        Assert.Equal(calls, markup.Calls);
    }

    [Fact]
    public async Task Html_of_an_older_pipeline_is_derived_again()
    {
        var old = await OpenAsync();
        await old.DoAsync(Sample.Import(Sample.Notice("a"), "v1"));
        var site = await Fixture.OpenAsync(services => services.AddSingleton<IMarkup>(new TestMarkup("2")));

        var html = await site.ReadAsync(async reader => await reader.GetHtmlAsync((await reader.GetAsync("a"))!));

        Assert.Equal("<p data-v=\"2\">正文</p>", html["MarkdownBodyPart"]);
    }

    [Fact]
    public async Task A_version_that_is_not_published_has_no_html()
    {
        var site = await OpenAsync();
        await site.DoAsync(Sample.Import(Sample.Notice("a"), "v1"));
        var item = (await site.PublishedAsync("a"))!;

        await site.DoAsync(new Unpublish("a"));

        Assert.Empty(await site.ReadAsync(reader => reader.GetHtmlAsync(item)));
    }

    [Fact]
    public async Task Types_of_items_are_found_also_of_deleted_ones()
    {
        var site = await OpenAsync();
        await site.DoAsync(Sample.Import(Sample.Notice("a"), "v1"), Sample.Import(Sample.Entry("b", "主动公开"), "v2"));
        await site.DoAsync(new Delete("a"));

        var types = await site.ReadAsync(reader => reader.FindTypesAsync(["a", "b", "c"]));

        Assert.Equal(new Dictionary<string, string> { ["a"] = "Notice", ["b"] = "DisclosureEntry" }, types);
    }

    private static Task<List<string>> StreamAsync(TestSite site, string[] types, VersionOption version) => site.ReadAsync(async reader =>
    {
        var ids = new List<string>();
        await foreach (var item in reader.StreamAsync(types, version))
            ids.Add(item.ContentItemId);
        return ids;
    });
}
