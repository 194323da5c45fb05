using Gongkai.Content;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Storage.Tests;

/// <summary>Drafts beside published versions, history and restore, withdrawal and deletion, conflicts.</summary>
public abstract class LifecycleContract : StorageContract
{
    [Fact]
    public async Task A_draft_is_not_published()
    {
        var site = await OpenAsync();

        var result = await site.DoAsync(new SaveDraft(Sample.Notice("a"), null));

        Assert.Null(await site.PublishedAsync("a"));
        Assert.Equal("通知", (await site.LatestAsync("a"))!.DisplayText);
        Assert.Equal(OperationOutcome.Added, result.Results[0].Outcome);
    }

    [Fact]
    public async Task A_published_draft_is_what_readers_see()
    {
        var site = await OpenAsync();

        await site.DoAsync(new SaveDraft(Sample.Notice("a"), null), new Publish("a"));

        var published = (await site.PublishedAsync("a"))!;
        Assert.True(published.Published && published.Latest);
        Assert.Equal(site.Time.GetUtcNow().UtcDateTime, published.PublishedUtc);
    }

    [Fact]
    public async Task A_newer_draft_stands_beside_the_published_version()
    {
        var site = await OpenAsync();
        var version = await PublishAsync(site, Sample.Notice("a", "旧"));

        await site.DoAsync(new SaveDraft(Sample.Notice("a", "新"), version));

        var (published, latest) = (await site.PublishedAsync("a"), await site.LatestAsync("a"));
        Assert.Equal(("旧", false), (published!.DisplayText, published.Latest));
        Assert.Equal(("新", false), (latest!.DisplayText, latest.Published));
    }

    [Fact]
    public async Task Publishing_a_newer_draft_retires_the_older_version()
    {
        var site = await OpenAsync();
        var version = await PublishAsync(site, Sample.Notice("a", "旧"));

        await site.DoAsync(new SaveDraft(Sample.Notice("a", "新"), version), new Publish("a"));

        Assert.Equal("新", (await site.PublishedAsync("a"))!.DisplayText);
        var old = (await site.HistoryAsync("a"))[^1];
        Assert.Equal((version, false, false, null), (old.ContentItemVersionId, old.Published, old.Latest, old.PublishedUtc));
    }

    [Fact]
    public async Task Publishing_what_is_published_changes_nothing()
    {
        var site = await OpenAsync();
        await PublishAsync(site, Sample.Notice("a"));
        var before = await site.Feed.GetLastAsync();

        var result = await site.DoAsync(new Publish("a"));

        Assert.Equal(OperationOutcome.Unchanged, result.Results[0].Outcome);
        Assert.Equal(before, await site.Feed.GetLastAsync());
    }

    [Fact]
    public async Task A_withdrawn_item_stays_as_a_draft()
    {
        var site = await OpenAsync();
        await PublishAsync(site, Sample.Notice("a", route: "notices/a", alias: "first", topics: ["finance"], related: ["b"]));

        await site.DoAsync(new Unpublish("a"));

        Assert.Null(await site.PublishedAsync("a"));
        Assert.NotNull(await site.LatestAsync("a"));
        Assert.Null(await site.ReadAsync(reader => reader.FindRouteAsync("notices/a")));
        Assert.Null(await site.ReadAsync(reader => reader.FindAliasAsync("first")));
        Assert.Empty(await site.ReadAsync(reader => reader.BacklinksAsync("b")));
    }

    [Fact]
    public async Task A_deleted_item_leaves_its_history()
    {
        var site = await OpenAsync();
        var version = await PublishAsync(site, Sample.Notice("a", route: "notices/a"));
        await site.DoAsync(new SaveDraft(Sample.Notice("a", "新"), version));

        await site.DoAsync(new Delete("a"));

        Assert.Null(await site.PublishedAsync("a"));
        Assert.Null(await site.LatestAsync("a"));
        Assert.Null(await site.ReadAsync(reader => reader.FindRouteAsync("notices/a")));
        Assert.Equal(["新", "通知"], (await site.HistoryAsync("a")).Select(old => old.DisplayText));
        Assert.All(await site.HistoryAsync("a"), old => Assert.False(old.Published || old.Latest));
    }

    [Fact]
    public async Task A_deleted_item_comes_back_by_restoring_a_version()
    {
        var site = await OpenAsync();
        var version = await PublishAsync(site, Sample.Notice("a"));
        await site.DoAsync(new Delete("a"));

        await site.DoAsync(new RestoreVersion("a", version), new Publish("a"));

        Assert.NotEqual(version, (await site.PublishedAsync("a"))!.ContentItemVersionId);
    }

    [Fact]
    public async Task An_old_version_becomes_the_newest_draft()
    {
        var site = await OpenAsync();
        var first = await PublishAsync(site, Sample.Notice("a", "一"));
        await site.DoAsync(new SaveDraft(Sample.Notice("a", "二"), first), new Publish("a"));

        await site.DoAsync(new RestoreVersion("a", first));

        Assert.Equal("一", (await site.LatestAsync("a"))!.DisplayText);
        Assert.Equal("二", (await site.PublishedAsync("a"))!.DisplayText);
        Assert.Equal(["一", "二", "一"], (await site.HistoryAsync("a")).Select(version => version.DisplayText));
    }

    [Fact]
    public async Task A_version_of_another_item_cannot_be_restored()
    {
        var site = await OpenAsync();
        var version = await PublishAsync(site, Sample.Notice("a"));
        await PublishAsync(site, Sample.Notice("b"));

        var errors = await site.RefusedAsync(new RestoreVersion("b", version));

        Assert.Contains(version, errors[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stale_edit_is_a_conflict_and_loses_nothing()
    {
        var site = await OpenAsync();
        var seen = await PublishAsync(site, Sample.Notice("a", "一"));
        await site.DoAsync(new SaveDraft(Sample.Notice("a", "甲的修改"), seen));

        var conflict = await Assert.ThrowsAsync<ContentConflictException>(() => site.ExecuteAsync(new SaveDraft(Sample.Notice("a", "乙的修改"), seen)));

        Assert.Equal((await site.LatestAsync("a"))!.ContentItemVersionId, conflict.CurrentVersionId);
        Assert.Equal("甲的修改", (await site.LatestAsync("a"))!.DisplayText);
    }

    [Fact]
    public async Task Publishing_another_version_than_the_one_seen_is_a_conflict()
    {
        var site = await OpenAsync();
        var seen = await PublishAsync(site, Sample.Notice("a", "一"));
        await site.DoAsync(new SaveDraft(Sample.Notice("a", "二"), seen));

        await Assert.ThrowsAsync<ContentConflictException>(() => site.ExecuteAsync(new Publish("a", seen)));

        Assert.Equal("一", (await site.PublishedAsync("a"))!.DisplayText);
    }

    [Fact]
    public async Task One_refused_operation_leaves_the_whole_call_undone()
    {
        var site = await OpenAsync();
        var before = await site.Feed.GetLastAsync();
        var incomplete = Sample.Notice("b").With(item => item.Json.Remove("Notice"));

        var errors = await site.RefusedAsync(new SaveDraft(Sample.Notice("a"), null), new Publish("a"), new SaveDraft(incomplete, null), new Publish("b"));

        Assert.Equal("Notice.Source", Assert.Single(errors).Path);
        Assert.Empty(await site.HistoryAsync("a"));
        Assert.Equal(before, await site.Feed.GetLastAsync());
    }

    [Fact]
    public async Task A_draft_may_lack_required_values()
    {
        var site = await OpenAsync();

        await site.DoAsync(new SaveDraft(Sample.Notice("a", "").With(item => item.Json.Remove("Notice")), null));

        Assert.NotNull(await site.LatestAsync("a"));
    }

    [Fact]
    public async Task A_draft_of_wrong_shape_is_refused()
    {
        var site = await OpenAsync();

        var errors = await site.RefusedAsync(new SaveDraft(Sample.Notice("a").With(item => item.Json["TitlePart"] = 3), null));

        Assert.Equal("TitlePart", Assert.Single(errors).Path);
    }

    [Fact]
    public async Task An_id_keeps_its_type()
    {
        var site = await OpenAsync();
        await PublishAsync(site, Sample.Notice("a"));
        await site.DoAsync(new Delete("a"));

        var errors = await site.RefusedAsync(new SaveDraft(Sample.Entry("a", "主动公开"), null));

        Assert.Equal("ContentItemId", Assert.Single(errors).Path);
    }

    [Fact]
    public async Task What_the_definition_does_not_know_survives_word_for_word()
    {
        var site = await OpenAsync();
        var item = Sample.Notice("a").With(copy => copy.Json["HtmlMenuPart"] = System.Text.Json.Nodes.JsonNode.Parse("""{"大小":1.50,"x":[1e3,null,"<b>&\"'中😀"]}"""));

        await PublishAsync(site, item);

        Assert.Equal(item.Json["HtmlMenuPart"]!.ToJsonString(), (await site.PublishedAsync("a"))!.Json["HtmlMenuPart"]!.ToJsonString());
    }

    [Fact]
    public async Task Handlers_run_inside_the_transaction_and_in_their_order()
    {
        var log = new List<string>();
        var site = await OpenAsync(services => services.AddScoped<IContentHandler>(_ => new LoggingHandler("三", log, order: 1))
            .AddScoped<IContentHandler>(_ => new LoggingHandler("一", log)).AddScoped<IContentHandler>(_ => new LoggingHandler("二", log)));

        await site.DoAsync(new SaveDraft(Sample.Notice("a"), null), new Publish("a"));
        await site.DoAsync(new Unpublish("a"));
        await site.DoAsync(new Delete("a"));

        Assert.Equal(
            [
                "一 saving", "二 saving", "三 saving", "一 publishing", "二 publishing", "三 publishing", "一 published", "二 published", "三 published",
                "一 unpublishing", "二 unpublishing", "三 unpublishing", "一 unpublished", "二 unpublished", "三 unpublished", "一 deleting", "二 deleting", "三 deleting",
            ],
            log.Where(line => !line.Contains("Taxonomy", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_a_handler_refuses_is_not_done()
    {
        var site = await OpenAsync(services => services.AddScoped<IContentHandler>(_ => new RefusingHandler()));
        await site.DoAsync(new SaveDraft(Sample.Notice("a"), null));

        var errors = await site.RefusedAsync(new Publish("a"));

        Assert.Equal(new ValidationError("Notice.Source", new("缺少解读。")), Assert.Single(errors));
        Assert.Null(await site.PublishedAsync("a"));
    }

    [Fact]
    public async Task What_a_handler_changes_is_stored_and_indexed()
    {
        var site = await OpenAsync(services => services.AddScoped<IContentHandler>(_ => new RoutingHandler()));

        await site.DoAsync(new SaveDraft(Sample.Notice("a"), null), new Publish("a"));

        Assert.Equal(new RouteTarget("a", null), await site.ReadAsync(reader => reader.FindRouteAsync("made/a")));
    }

    [Fact]
    public async Task A_pattern_gives_an_item_its_address()
    {
        var site = await OpenAsync();

        await site.DoAsync(new SaveDraft(new ContentItem("Patterned", "p").With(item => item.EnsurePart("TitlePart")["Title"] = "页"), null), new Publish("p"));

        Assert.Equal(new RouteTarget("p", null), await site.ReadAsync(reader => reader.FindRouteAsync("/Patterned/P/")));
    }

    private static async Task<string> PublishAsync(TestSite site, ContentItem item)
    {
        var result = await site.DoAsync(new SaveDraft(item, null), new Publish(item.ContentItemId));
        return result.Results[1].VersionId!;
    }

    private sealed class LoggingHandler(string name, List<string> log, int order = 0) : IContentHandler
    {
        public int Order => order;

        public ValueTask SavingAsync(ContentChange change, CancellationToken cancellationToken) => Log(change, "saving");

        public ValueTask PublishingAsync(ContentChange change, CancellationToken cancellationToken) => Log(change, "publishing");

        public ValueTask PublishedAsync(ContentChange change, CancellationToken cancellationToken) => Log(change, "published");

        public ValueTask UnpublishingAsync(ContentChange change, CancellationToken cancellationToken) => Log(change, "unpublishing");

        public ValueTask UnpublishedAsync(ContentChange change, CancellationToken cancellationToken) => Log(change, "unpublished");

        public ValueTask DeletingAsync(ContentChange change, CancellationToken cancellationToken) => Log(change, "deleting");

        private ValueTask Log(ContentChange change, string what)
        {
            log.Add(change.Item.ContentType == "Taxonomy" ? "Taxonomy" : $"{name} {what}");
            return ValueTask.CompletedTask;
        }
    }

    private sealed class RefusingHandler : IContentHandler
    {
        public ValueTask PublishingAsync(ContentChange change, CancellationToken cancellationToken)
        {
            if (change.Item.ContentType == "Notice")
                change.Refuse("Notice.Source", new("缺少解读。"));
            return ValueTask.CompletedTask;
        }
    }

    private sealed class RoutingHandler : IContentHandler
    {
        public ValueTask PublishingAsync(ContentChange change, CancellationToken cancellationToken)
        {
            if (change.Item.ContentType == "Notice")
                change.Item.EnsurePart("AutoroutePart")["Path"] = $"made/{change.Item.ContentItemId}";
            return ValueTask.CompletedTask;
        }
    }
}
