using Gongkai.Content;

namespace Gongkai.Storage.Tests;

/// <summary>What addresses answer that public items once had.</summary>
public abstract class FormerAddressContract : StorageContract
{
    private static readonly Withdrawal ByMistake = new(WithdrawalWay.Mistake, Explanation: "误发。");

    [Fact]
    public async Task An_address_that_nobody_had_answers_nothing()
    {
        var site = await OpenAsync();
        await site.DoAsync(new SaveDraft(Sample.Notice("a", route: "x"), null));

        Assert.Null(await FindAsync(site, "x"));
        Assert.Null(await FindAsync(site, "a\0b"));
        Assert.Null(await FindItemAsync(site, "a"));
    }

    [Fact]
    public async Task A_withdrawn_item_is_gone_by_its_address_and_its_id_and_comes_back_when_published()
    {
        var site = await OpenAsync();
        await site.DoAsync(Sample.Import(Sample.Notice("a", route: "Papers/甲"), "v1"));

        await site.DoAsync(new Unpublish("a", "v1", ByMistake));

        Assert.Equal(new(null, Explanation: "误发。"), await FindAsync(site, "/papers/甲/"));
        Assert.Equal(new(null, Explanation: "误发。"), await FindItemAsync(site, "a"));
        var stored = await site.ReadAsync((IFormerAddresses addresses) => addresses.GetWithdrawalAsync("a"));
        Assert.Equal(new("a", ByMistake, site.Time.GetUtcNow().UtcDateTime), stored);

        await site.DoAsync(new Publish("a"));

        Assert.Null(await FindAsync(site, "papers/甲"));
        Assert.Null(await FindItemAsync(site, "a"));
        Assert.Equal("a", (await site.ReadAsync(reader => reader.FindRouteAsync("papers/甲")))!.ContentItemId);
    }

    [Fact]
    public async Task What_is_deleted_or_archived_without_a_word_is_gone()
    {
        var site = await OpenAsync();
        await site.DoAsync(Sample.Import(Sample.Notice("a", route: "x"), "v1"), Sample.Import(Sample.Notice("b", route: "y"), "v2"));

        await site.DoAsync(new Delete("a"), new Unpublish("b"));

        Assert.True((await FindAsync(site, "x"))!.IsGone);
        Assert.True((await FindAsync(site, "y"))!.IsGone);
        Assert.True((await FindItemAsync(site, "a"))!.IsGone);
    }

    [Fact]
    public async Task What_was_never_public_leaves_nothing()
    {
        var site = await OpenAsync();
        await site.DoAsync(Sample.Import(Sample.Entry("hidden", "不予公开"), "v1"), new SaveDraft(Sample.Notice("draft", route: "x"), null));

        await site.DoAsync(new Unpublish("hidden"), new Delete("draft"));

        Assert.Null(await FindItemAsync(site, "hidden"));
        Assert.Null(await FindAsync(site, "x"));
    }

    [Fact]
    public async Task A_replaced_item_leads_to_what_replaced_it_or_names_it()
    {
        var site = await OpenAsync();
        await site.DoAsync(Sample.Import(Sample.Notice("a", route: "x"), "v1"), Sample.Import(Sample.Notice("b", route: "y"), "v2"), Sample.Import(Sample.Notice("new", route: "z"), "v3"));

        await site.DoAsync(
            new Unpublish("a", null, new(WithdrawalWay.Replaced, "new", Redirects: true)), new Unpublish("b", null, new(WithdrawalWay.Replaced, "new", Explanation: "见新办法")));

        Assert.Equal(new(new RouteTarget("new", null)), await FindAsync(site, "x"));
        Assert.Equal(new(null, ReplacedBy: "new", Explanation: "见新办法"), await FindAsync(site, "y"));
    }

    [Fact]
    public async Task Chains_are_followed_to_their_end()
    {
        var site = await OpenAsync();
        await site.DoAsync(Sample.Import(Sample.Notice("a", route: "x"), "v1"), Sample.Import(Sample.Notice("b", route: "y"), "v2"), Sample.Import(Sample.Notice("c", route: "z"), "v3"));
        await site.DoAsync(new Unpublish("a", null, new(WithdrawalWay.Replaced, "b", Redirects: true)));
        await site.DoAsync(new Unpublish("b", null, new(WithdrawalWay.Replaced, "c", Redirects: true)));

        Assert.Equal("c", (await FindAsync(site, "x"))!.MovedTo!.ContentItemId);
        await site.DoAsync(new Unpublish("c"));
        Assert.True((await FindAsync(site, "x"))!.IsGone);
    }

    [Fact]
    public async Task A_circle_cannot_be_made()
    {
        var site = await OpenAsync();
        await site.DoAsync(Sample.Import(Sample.Notice("a", route: "x"), "v1"), Sample.Import(Sample.Notice("b", route: "y"), "v2"));
        await site.DoAsync(new Unpublish("a", null, new(WithdrawalWay.Replaced, "b", Redirects: true)));

        var byItem = await site.RefusedAsync(new Unpublish("b", null, new(WithdrawalWay.Replaced, "a", Redirects: true)));
        var byAddress = await site.RefusedAsync(new Unpublish("b", null, new(WithdrawalWay.Mistake, TargetPath: "/X", Redirects: true)));
        var toItself = await site.RefusedAsync(new Unpublish("b", null, new(WithdrawalWay.Mistake, TargetPath: "/y", Redirects: true)));
        var both = await site.RefusedAsync(new Unpublish("b", null, new(WithdrawalWay.Replaced, "a", Redirects: true)), new Publish("a"), new Unpublish("a", null, new(WithdrawalWay.Replaced, "b", Redirects: true)));

        Assert.Equal("TargetId", Assert.Single(byItem).Path);
        Assert.Equal("TargetPath", Assert.Single(byAddress).Path);
        Assert.Equal("TargetPath", Assert.Single(toItself).Path);
        Assert.NotEmpty(both);
        Assert.NotNull(await site.PublishedAsync("b"));
    }

    [Fact]
    public async Task A_circle_that_came_about_behind_the_storage_leads_nowhere()
    {
        var site = await OpenAsync();
        await site.DoAsync(Sample.Import(Sample.Notice("a", route: "x"), "v1"), Sample.Import(Sample.Notice("b", route: "y"), "v2"));
        await site.DoAsync(new Unpublish("a"), new Unpublish("b"));
        await Fixture.ExecuteSqlAsync("""UPDATE "Withdrawals" SET "Redirects" = TRUE, "Way" = 2, "TargetId" = CASE "ContentItemId" WHEN 'a' THEN 'b' ELSE 'a' END""");

        Assert.True((await FindAsync(site, "x"))!.IsGone);
    }

    [Fact]
    public async Task An_address_of_the_site_is_kept_as_the_item_that_has_it_else_as_it_is()
    {
        var site = await OpenAsync();
        await site.DoAsync(Sample.Import(Sample.Notice("a", route: "x"), "v1"), Sample.Import(Sample.Notice("b", route: "y"), "v2"), Sample.Import(Sample.Notice("c", route: "z"), "v3"));

        await site.DoAsync(
            new Unpublish("a", null, new(WithdrawalWay.Mistake, TargetPath: "/Y", Redirects: true)), new Unpublish("c", null, new(WithdrawalWay.Mistake, TargetPath: "/catalogue", Redirects: true)));

        Assert.Equal("b", (await FindAsync(site, "x"))!.MovedTo!.ContentItemId);
        Assert.Equal(new(null, MovedToPath: "/catalogue"), await FindAsync(site, "z"));
    }

    [Fact]
    public async Task A_changed_route_leads_to_the_new_one_however_often_it_changes()
    {
        var site = await OpenAsync();
        await site.DoAsync(Sample.Import(Sample.Notice("a", route: "one"), "v1"));
        await RouteAsync(site, "a", "two");
        await RouteAsync(site, "a", "three");

        Assert.Equal(new(new RouteTarget("a", null)), await FindAsync(site, "one"));
        Assert.Equal(new(new RouteTarget("a", null)), await FindAsync(site, "two"));
        Assert.Equal(["one", "two"], (await site.ReadAsync((IFormerAddresses addresses) => addresses.RoutesOfAsync("a"))).Select(route => route.Path));

        await RouteAsync(site, "a", "one");
        Assert.Equal(["three", "two"], (await site.ReadAsync((IFormerAddresses addresses) => addresses.RoutesOfAsync("a"))).Select(route => route.Path));

        await site.DoAsync(new Unpublish("a"));
        Assert.All(["one", "two", "three"], path => Assert.True(FindAsync(site, path).Result!.IsGone));
    }

    [Fact]
    public async Task A_new_item_at_an_address_wins_and_is_what_it_leads_to_from_then_on()
    {
        var site = await OpenAsync();
        await site.DoAsync(Sample.Import(Sample.Notice("a", route: "one"), "v1"));
        await RouteAsync(site, "a", "two");
        await site.DoAsync(Sample.Import(Sample.Notice("b", route: "one"), "v9"));

        Assert.Equal("b", (await site.ReadAsync(reader => reader.FindRouteAsync("one")))!.ContentItemId);
        await site.DoAsync(new Unpublish("b", null, ByMistake));

        Assert.True((await FindAsync(site, "one"))!.IsGone);
    }

    [Fact]
    public async Task An_import_that_changes_a_route_leaves_the_old_one_too()
    {
        var site = await OpenAsync();
        await site.DoAsync(Sample.Import(Sample.Notice("a", route: "one"), "v1"));

        await site.DoAsync(Sample.Import(Sample.Notice("a", route: "two"), "v2"));

        Assert.Equal("a", (await FindAsync(site, "one"))!.MovedTo!.ContentItemId);
    }

    [Fact]
    public async Task A_moved_term_is_found_from_its_old_address()
    {
        var site = await OpenAsync();
        var topics = Sample.Topics("topics-v2");
        topics.Part("TaxonomyPart")!["Terms"]![0]!["AutoroutePart"]!["Path"] = "money";

        await site.DoAsync(new ImportVersion(topics));

        Assert.Equal(new(new RouteTarget("topics", "finance")), await FindAsync(site, "topics/finance"));
    }

    [Fact]
    public async Task What_a_withdrawn_address_answers_can_be_changed_afterwards()
    {
        var site = await OpenAsync();
        await site.DoAsync(Sample.Import(Sample.Notice("a", route: "x"), "v1"), Sample.Import(Sample.Notice("b", route: "y"), "v2"), Sample.Import(Sample.Notice("c", route: "z"), "v3"));
        await site.DoAsync(new Unpublish("a"), new Delete("b"));
        var before = site.Time.GetUtcNow().UtcDateTime;
        site.Time.Advance(TimeSpan.FromHours(1));

        var result = await site.DoAsync(
            new Unpublish("a", null, new(WithdrawalWay.Replaced, "c", Redirects: true)), new Unpublish("b", null, new(WithdrawalWay.Replaced, "c", Redirects: true)));

        Assert.All(result.Results, one => Assert.Equal(OperationOutcome.Changed, one.Outcome));
        Assert.Equal("c", (await FindAsync(site, "x"))!.MovedTo!.ContentItemId);
        Assert.Equal("c", (await FindAsync(site, "y"))!.MovedTo!.ContentItemId);
        Assert.Equal(before, (await site.ReadAsync((IFormerAddresses addresses) => addresses.GetWithdrawalAsync("a")))!.AtUtc);
        Assert.Contains(await site.ChangesAsync(), change => change.Id == "a");
    }

    [Theory]
    [InlineData("missing")]
    [InlineData("draft")]
    [InlineData("hidden")]
    public async Task Readers_are_not_led_to_what_they_cannot_see(string target)
    {
        var site = await OpenAsync();
        await site.DoAsync(Sample.Import(Sample.Notice("a", route: "x"), "v1"), new SaveDraft(Sample.Notice("draft", route: "y"), null), Sample.Import(Sample.Entry("hidden", "依申请公开"), "v2"));

        var errors = await site.RefusedAsync(new Unpublish("a", null, new(WithdrawalWay.Replaced, target, Redirects: true)));

        Assert.Equal(new ValidationError("TargetId", $"替代的内容“{target}”不存在或没有公开，读者打不开。请先发布它，或另选一条。"), Assert.Single(errors));
        Assert.NotNull(await site.PublishedAsync("a"));
    }

    [Fact]
    public async Task A_restart_keeps_them_and_the_check_finds_nothing_wrong()
    {
        var site = await OpenAsync();
        await site.DoAsync(Sample.Import(Sample.Notice("a", route: "x"), "v1"));
        await site.DoAsync(new Unpublish("a", null, ByMistake));

        var next = await Fixture.OpenAsync();

        Assert.Equal("误发。", (await FindAsync(next, "x"))!.Explanation);
        Assert.Empty(await next.FaultsAsync());
    }

    private static async Task RouteAsync(TestSite site, string id, string route)
    {
        var latest = (await site.LatestAsync(id))!;
        await site.DoAsync(new SaveDraft(latest.With(copy => copy.EnsurePart("AutoroutePart")["Path"] = route), latest.ContentItemVersionId), new Publish(id));
    }

    private static Task<FormerAddress?> FindAsync(TestSite site, string path) => site.ReadAsync((IFormerAddresses addresses) => addresses.FindAsync(path));

    private static Task<FormerAddress?> FindItemAsync(TestSite site, string id) => site.ReadAsync((IFormerAddresses addresses) => addresses.FindItemAsync(id));
}
