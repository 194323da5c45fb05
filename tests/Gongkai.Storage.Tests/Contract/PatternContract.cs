using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.Storage.Tests;

/// <summary>What settings generate, and what they keep editors to.</summary>
public abstract class PatternContract : StorageContract
{
    [Fact]
    public async Task A_generated_address_that_is_taken_gets_the_next_number()
    {
        var site = await OpenAsync();
        await site.DoAsync(Publish("a", "通知"));
        await site.DoAsync(Publish("b", "通知"));

        await site.DoAsync([.. Publish("c", "通知"), .. Publish("d", "通知")]);

        Assert.Equal(["slugged/通知", "slugged/通知-2", "slugged/通知-3", "slugged/通知-4"], await RoutesAsync(site, "a", "b", "c", "d"));
        Assert.Equal("d", (await site.ReadAsync(reader => reader.FindRouteAsync("slugged/通知-4")))!.ContentItemId);
        Assert.Equal("b", await site.ReadAsync(reader => reader.FindAliasAsync("通知-2")));
        Assert.Empty(await site.FaultsAsync());
    }

    [Fact]
    public async Task A_generated_address_stays_at_the_next_publication()
    {
        var site = await OpenAsync();
        await site.DoAsync([.. Publish("a", "通知"), .. Publish("b", "通知")]);

        var draft = (await site.LatestAsync("b"))!;
        await site.DoAsync(new SaveDraft(draft.Titled("改"), draft.ContentItemVersionId), new Publish("b"));

        Assert.Equal(["slugged/通知", "slugged/通知-2"], await RoutesAsync(site, "a", "b"));
    }

    [Fact]
    public async Task A_generated_address_gives_way_to_one_that_was_chosen_in_the_same_call()
    {
        var site = await OpenAsync();
        var chosen = Sample.Titled("b", "Slugged", "别的").With(item => item.EnsurePart("AutoroutePart")["Path"] = "Slugged/通知");

        await site.DoAsync([.. Publish("a", "通知"), new SaveDraft(chosen, null), new Publish("b")]);

        Assert.Equal(["slugged/通知-2", "Slugged/通知"], await RoutesAsync(site, "a", "b"));
    }

    [Fact]
    public async Task A_chosen_address_that_is_taken_stays_a_fault()
    {
        var site = await OpenAsync();
        await site.DoAsync(Publish("a", "通知"));
        var chosen = Sample.Titled("b", "Slugged", "别的").With(item => item.EnsurePart("AutoroutePart")["Path"] = "slugged/通知");

        var errors = await site.RefusedAsync(new SaveDraft(chosen, null), new Publish("b"));

        Assert.Equal("AutoroutePart.Path", Assert.Single(errors).Path);
    }

    [Fact]
    public async Task An_import_of_many_items_of_one_title_gives_each_an_address()
    {
        var site = await OpenAsync();

        await site.DoAsync([.. Enumerable.Range(0, 60).Select(i => Sample.Import(Sample.Titled($"i{i:00}", "Slugged", "通知"), $"v{i:00}"))]);

        Assert.Equal("slugged/通知-60", Assert.Single(await RoutesAsync(site, "i59")));
        Assert.Empty(await site.FaultsAsync());
    }

    [Fact]
    public async Task An_address_that_the_pattern_gives_cannot_be_written_by_hand_unless_the_settings_allow_it()
    {
        var site = await OpenAsync();
        var own = Sample.Titled("p", "Patterned", "页").With(item => item.EnsurePart("AutoroutePart")["Path"] = "own");

        var error = Assert.Single(await site.RefusedAsync(new SaveDraft(own, null)));

        Assert.Equal("AutoroutePart.Path", error.Path);
        await site.DoAsync(Sample.Import(own, "v1"));
        await site.DoAsync(new SaveDraft(own.Titled("改"), "v1"));
    }

    [Fact]
    public async Task Titles_and_texts_are_generated_for_drafts_and_an_import_keeps_its_own()
    {
        var site = await OpenAsync();
        await site.DoAsync(new SaveDraft(new ContentItem("Generated", "a"), null));
        await site.DoAsync(Sample.Import(Sample.Titled("b", "Generated", "自带"), "v1"));

        var draft = (await site.LatestAsync("a"))!;
        Assert.Equal(("第a号", "第a号", "code-a"), (draft.DisplayText, draft.Part("TitlePart")!.Text("Title"), draft.Part("Generated")!.TextField("Code")));
        Assert.Equal("自带", (await site.PublishedAsync("b"))!.DisplayText);
        await site.DoAsync(new Publish("a"));
    }

    [Fact]
    public async Task An_editor_picks_only_what_the_field_shows()
    {
        var site = await OpenAsync();
        await site.DoAsync(Sample.Import(Sample.Notice("n"), "v1"), Sample.Import(Sample.Entry("e", "主动公开"), "v2"));
        await site.DoAsync(new SaveDraft(Picking("a", "n"), null), new SaveDraft(Picking("b", "later"), null));

        var error = Assert.Single(await site.RefusedAsync(new SaveDraft(Picking("c", "e"), null)));

        Assert.Equal(("Generated.About.ContentItemIds[0]", "“About”只能选 Notice 类型的内容，“e”是“DisclosureEntry”。"), (error.Path, error.Message));
    }

    [Fact]
    public async Task An_editor_puts_an_item_only_into_a_list_that_takes_its_type()
    {
        var site = await OpenAsync();
        await site.DoAsync(Sample.Import(Sample.Titled("list", "Channel", "栏目"), "v1"), Sample.Import(Sample.Notice("n"), "v2"));
        await site.DoAsync(new SaveDraft(In(Sample.Notice("a"), "list"), null));

        var wrongType = Assert.Single(await site.RefusedAsync(new SaveDraft(In(Sample.Entry("b", "主动公开"), "list"), null)));
        var noList = Assert.Single(await site.RefusedAsync(new SaveDraft(In(Sample.Notice("c"), "n"), null)));

        Assert.Equal("列表“list”只能放 Notice 类型的内容，这一条是“DisclosureEntry”。", wrongType.Message);
        Assert.Equal("“n”（Notice）不是列表，不能把内容放进去。", noList.Message);
    }

    private static ContentOperation[] Publish(string id, string title) => [new SaveDraft(Sample.Titled(id, "Slugged", title), null), new Publish(id)];

    private static ContentItem Picking(string id, string picked) => new ContentItem("Generated", id).With(item =>
        item.EnsurePart("Generated")["About"] = new JsonObject { ["ContentItemIds"] = new JsonArray(picked) });

    private static ContentItem In(ContentItem item, string list) => item.With(copy => copy.EnsurePart("ContainedPart")["ListContentItemId"] = list);

    private static async Task<string[]> RoutesAsync(TestSite site, params string[] ids) =>
        [.. (await site.ReadAsync(reader => reader.GetManyAsync(ids))).Select(item => AutoroutePart.RouteOf(item) ?? "")];
}
