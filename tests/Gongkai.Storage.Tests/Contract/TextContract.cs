using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.Storage.Tests;

/// <summary>Text is kept, compared and ordered alike on every engine.</summary>
public abstract class TextContract : StorageContract
{
    // In the order of code points, which is that of UTF-8's bytes; UTF-16 would have the last before the one before it.
    private static readonly string[] Ordered = ["A", "Z", "a", "a1", "a_", "b", "Ä", "ß", "é", "一", "中", "ﬀ", "😀"];

    [Fact]
    public async Task Items_come_in_the_order_of_code_points()
    {
        var site = await OpenAsync();
        foreach (var id in Ordered.Reverse())
            await site.DoAsync(id.Length % 2 == 0 ? Sample.Import(Sample.Notice(id), "v" + id) : Sample.Import(Sample.Entry(id, "主动公开"), "v" + id));

        var ids = await site.ReadAsync(async reader =>
        {
            var found = new List<string>();
            await foreach (var item in reader.StreamAsync(["Notice", "DisclosureEntry"]))
                found.Add(item.ContentItemId);
            return found;
        });

        Assert.Equal(Ordered, ids);
    }

    [Fact]
    public async Task A_type_of_several_pages_comes_whole_and_in_order()
    {
        var site = await OpenAsync();
        var ids = Enumerable.Range(0, 450).Select(i => $"{Ordered[i % Ordered.Length]}-{i}").ToList();
        await site.DoAsync([.. ids.Select(id => Sample.Import(Sample.Notice(id), "v" + id))]);

        var found = await site.ReadAsync(async reader =>
        {
            var all = new List<string>();
            await foreach (var item in reader.StreamAsync(["Notice"]))
                all.Add(item.ContentItemId);
            return all;
        });

        Assert.Equal(ids.OrderBy(id => Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(id)), StringComparer.Ordinal), found);
    }

    [Fact]
    public async Task Ids_are_told_apart_by_case_and_addresses_are_not()
    {
        var site = await OpenAsync();
        await site.DoAsync(Sample.Import(Sample.Notice("a", "小", route: "Straße"), "v1"), Sample.Import(Sample.Notice("A", "大", route: "strasse"), "v2"));

        Assert.Equal("小", (await site.PublishedAsync("a"))!.DisplayText);
        Assert.Equal("大", (await site.PublishedAsync("A"))!.DisplayText);
        Assert.Equal("a", (await site.ReadAsync(reader => reader.FindRouteAsync("/STRAßE/")))!.ContentItemId);
        Assert.Equal("A", (await site.ReadAsync(reader => reader.FindRouteAsync("Strasse")))!.ContentItemId);
    }

    [Theory]
    [InlineData("""{"TitlePart":{"Title":"甲\u0000"}}""", "TitlePart.Title")]
    [InlineData("""{"TitlePart":{"Title":"\ud800"}}""", "TitlePart.Title")]
    [InlineData("""{"TitlePart":{"Title":"\udc00\ud800"}}""", "TitlePart.Title")]
    [InlineData("""{"AutoroutePart":{"Path":"a\u0000"}}""", "AutoroutePart.Path")]
    [InlineData("""{"Notice":{"Related":{"ContentItemIds":["x","\u0000"]}}}""", "Notice.Related.ContentItemIds[1]")]
    [InlineData("""{"Notice":{"Topic":{"TermContentItemIds":["\ud83d"]}}}""", "Notice.Topic.TermContentItemIds[0]")]
    [InlineData("""{"ContentItemId":"a\u0000"}""", "ContentItemId")]
    [InlineData("""{"ContentItemVersionId":"\ud800"}""", "ContentItemVersionId")]
    [InlineData("""{"Unknown":{"\u0000":1}}""", "Unknown")]
    public async Task Text_that_cannot_be_stored_is_refused_with_its_place(string change, string path)
    {
        var site = await OpenAsync();
        var version = Sample.Imported(Sample.Notice("a"), "v1").With(item =>
        {
            foreach (var (name, value) in JsonNode.Parse(change)!.AsObject())
                item.Json[name] = value?.DeepClone();
        });

        var refused = await site.RefusedAsync(Sample.Import(Sample.Notice("b"), "v2"), new ImportVersion(version));
        var (found, good) = ((await site.CheckAsync(version, Sample.Imported(Sample.Notice("b"), "v2"))).Results[0], await site.PublishedAsync("b"));

        Assert.Contains(refused, error => error.Path == path && error.Message.Contains("不能保存的字符", StringComparison.Ordinal));
        Assert.Contains(found.Errors, error => error.Path == path);
        Assert.Null(good);
    }

    [Fact]
    public async Task What_cannot_be_stored_is_not_found()
    {
        var site = await OpenAsync();

        foreach (var id in new[] { "\0", "a\0b", "\ud800", "\udc00x" })
        {
            Assert.Null(await site.PublishedAsync(id));
            Assert.Empty(await site.HistoryAsync(id));
            Assert.Empty(await site.ReadAsync(reader => reader.GetManyAsync([id])));
            Assert.Null(await site.ReadAsync(reader => reader.FindRouteAsync(id)));
            Assert.Null(await site.ReadAsync(reader => reader.FindAliasAsync(id)));
            Assert.Empty(await site.ReadAsync(reader => reader.BacklinksAsync(id, id)));
            Assert.Empty(await site.ReadAsync(reader => reader.FindTypesAsync([id])));
            Assert.Empty(await site.ReadAsync((IStoredVersions versions) => versions.FindTermsInUseAsync(id, [id])));
            Assert.False((await site.ExecuteAsync(new Publish(id))).Succeeded);
            Assert.False((await site.ExecuteAsync(new SaveDraft(Sample.Notice("a"), id))).Succeeded);
        }
    }

    [Fact]
    public async Task The_longest_addresses_are_kept_and_longer_ones_refused()
    {
        var site = await OpenAsync();
        // Without a pattern that could be packed.
        var long682 = string.Concat(Enumerable.Range(0, 682).Select(i => (char)('一' + (i * 7919 % 20000))));

        await site.DoAsync(Sample.Import(Sample.Notice("a", route: long682, alias: long682, related: [new string('x', 5000)]), "v1"));

        Assert.Equal("a", (await site.ReadAsync(reader => reader.FindRouteAsync(long682)))!.ContentItemId);
        Assert.Contains(await site.RefusedAsync(Sample.Import(Sample.Notice("b", route: long682 + "字"), "v2")), error => error.Path == "AutoroutePart.Path");
    }

    [Fact]
    public async Task Every_character_comes_back_as_it_went_in()
    {
        var site = await OpenAsync();
        var title = "’\"\\\t中文𠮷😀\u200b\u0001\uffff é é %_$1 {0} @p0 ';--";

        await site.DoAsync(Sample.Import(Sample.Notice("a", title, alias: title), "v1"));

        Assert.Equal(title, (await site.PublishedAsync("a"))!.DisplayText);
        Assert.Equal("a", await site.ReadAsync(reader => reader.FindAliasAsync(title)));
    }
}
