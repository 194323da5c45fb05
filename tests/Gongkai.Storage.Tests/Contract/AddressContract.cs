using Gongkai.Content;

namespace Gongkai.Storage.Tests;

/// <summary>Routes, aliases and terms: what no two items may have, and what may not be taken from under them.</summary>
public abstract class AddressContract : StorageContract
{
    [Fact]
    public async Task Two_published_items_cannot_have_one_route()
    {
        var site = await OpenAsync();
        await site.DoAsync(Sample.Import(Sample.Notice("a", "甲", route: "Notices/1"), "v1"));

        var errors = await site.RefusedAsync(Sample.Import(Sample.Notice("b", "乙", route: "/notices/1/"), "v2"));

        Assert.Equal(new ValidationError("AutoroutePart.Path", new("地址“{0}”已被“{1}”（{2}）使用，请换一个地址。", "notices/1", "甲", "a")), Assert.Single(errors));
    }

    [Fact]
    public async Task Two_items_of_one_call_cannot_have_one_route()
    {
        var site = await OpenAsync();

        var result = await site.ExecuteAsync(Sample.Import(Sample.Notice("a", "甲", route: "x"), "v1"), Sample.Import(Sample.Notice("b", "乙", route: "x"), "v2"));

        Assert.Empty(result.Results[0].Errors);
        Assert.Contains("“甲”（a）", Assert.Single(result.Results[1].Errors).Message, StringComparison.Ordinal);
        Assert.Null(await site.PublishedAsync("a"));
    }

    [Fact]
    public async Task Two_published_items_cannot_have_one_alias()
    {
        var site = await OpenAsync();
        await site.DoAsync(Sample.Import(Sample.Notice("a", "甲", alias: "Short"), "v1"));

        var errors = await site.RefusedAsync(Sample.Import(Sample.Notice("b", "乙", alias: "short"), "v2"));

        Assert.Equal(new ValidationError("AliasPart.Alias", new("别名“{0}”已被“{1}”（{2}）使用，请换一个别名。", "short", "甲", "a")), Assert.Single(errors));
    }

    [Fact]
    public async Task A_draft_may_wait_for_a_route_until_it_is_free()
    {
        var site = await OpenAsync();
        await site.DoAsync(Sample.Import(Sample.Notice("a", route: "x"), "v1"));
        await site.DoAsync(new SaveDraft(Sample.Notice("b", route: "x"), null));

        await site.RefusedAsync(new Publish("b"));
        await site.DoAsync(new Unpublish("a"), new Publish("b"));

        Assert.Equal("b", (await site.ReadAsync(reader => reader.FindRouteAsync("x")))!.ContentItemId);
    }

    [Fact]
    public async Task Two_items_swap_their_routes_in_one_call()
    {
        var site = await OpenAsync();
        await site.DoAsync(Sample.Import(Sample.Notice("a", route: "x", alias: "p"), "v1"), Sample.Import(Sample.Notice("b", route: "y", alias: "q"), "v2"));

        await site.DoAsync(Sample.Import(Sample.Notice("a", route: "y", alias: "q"), "v3"), Sample.Import(Sample.Notice("b", route: "x", alias: "p"), "v4"));

        Assert.Equal("b", (await site.ReadAsync(reader => reader.FindRouteAsync("x")))!.ContentItemId);
        Assert.Equal("a", await site.ReadAsync(reader => reader.FindAliasAsync("q")));
    }

    [Fact]
    public async Task A_reserved_route_is_refused()
    {
        var site = await OpenAsync();

        var errors = await site.RefusedAsync(Sample.Import(Sample.Notice("a", route: "catalogue/x"), "v1"));

        Assert.Equal("AutoroutePart.Path", Assert.Single(errors).Path);
    }

    [Fact]
    public async Task A_taxonomys_terms_have_routes_below_its_own()
    {
        var site = await OpenAsync();

        Assert.Equal(new RouteTarget("topics", "finance"), await site.ReadAsync(reader => reader.FindRouteAsync("topics/Finance")));
        Assert.Equal(new RouteTarget("topics", null), await site.ReadAsync(reader => reader.FindRouteAsync("/topics/")));
    }

    [Fact]
    public async Task Two_terms_cannot_have_one_route()
    {
        var site = await OpenAsync();
        var topics = Sample.Topics("topics-v2", "finance", "health").With(item =>
            item.Part("TaxonomyPart")!.Objects("Terms").Last()["AutoroutePart"]!["Path"] = "finance");

        var errors = await site.RefusedAsync(new ImportVersion(topics));

        Assert.Equal("TaxonomyPart.Terms", Assert.Single(errors).Path);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_taxonomy_cannot_leave_out_a_term_in_use(bool published)
    {
        var site = await OpenAsync();
        await site.DoAsync(Sample.Import(Sample.Notice("a", topics: ["finance"]), "v1", published));

        var errors = await site.RefusedAsync(new ImportVersion(Sample.Topics("topics-v2", "health")));

        Assert.Contains("“主题 finance”（finance，1 篇）", Assert.Single(errors).Message, StringComparison.Ordinal);
        Assert.NotNull(site.Taxonomies.Current.FindTerm("topics", "finance"));
    }

    [Fact]
    public async Task A_taxonomy_with_terms_in_use_cannot_be_withdrawn_or_deleted()
    {
        var site = await OpenAsync();
        await site.DoAsync(Sample.Import(Sample.Notice("a", topics: ["finance"]), "v1"));

        await site.RefusedAsync(new Unpublish("topics"));
        await site.RefusedAsync(new Delete("topics"));
    }

    [Fact]
    public async Task A_taxonomy_leaves_out_terms_that_nothing_carries_any_more()
    {
        var site = await OpenAsync();
        await site.DoAsync(Sample.Import(Sample.Notice("a", topics: ["finance"]), "v1"), Sample.Import(Sample.Notice("b", topics: ["finance"]), "v2"));

        await site.DoAsync(
            Sample.Import(Sample.Notice("a", topics: ["health"]), "v3"), new Delete("b"), new ImportVersion(Sample.Topics("topics-v2", "health")));

        Assert.Empty(await site.ReadAsync((IStoredVersions versions) => versions.FindTermsInUseAsync("topics", ["finance"])));
        Assert.Equal(["health"], await site.ReadAsync((IStoredVersions versions) => versions.FindTermsInUseAsync("topics", ["finance", "health"])));
    }

    [Fact]
    public async Task An_item_of_the_same_call_cannot_take_a_term_that_is_left_out()
    {
        var site = await OpenAsync();

        await site.RefusedAsync(Sample.Import(Sample.Notice("a", topics: ["finance"]), "v1"), new ImportVersion(Sample.Topics("topics-v2", "health")));

        Assert.Null(await site.PublishedAsync("a"));
    }
}
