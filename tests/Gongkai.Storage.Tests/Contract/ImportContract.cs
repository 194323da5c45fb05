using Gongkai.Content;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Storage.Tests;

/// <summary>What a recipe brings: kept as it is, once, and never over an editor's work.</summary>
public abstract class ImportContract : StorageContract
{
    [Fact]
    public async Task An_imported_version_keeps_its_ids_flags_and_times()
    {
        var site = await OpenAsync();

        await site.DoAsync(Sample.Import(Sample.Notice("a"), "v1"));

        var item = (await site.PublishedAsync("a"))!;
        Assert.Equal("v1", item.ContentItemVersionId);
        Assert.Equal(new DateTime(2022, 1, 20, 1, 0, 0, DateTimeKind.Utc), item.PublishedUtc);
        Assert.True(item.Latest && item.Published);
    }

    [Fact]
    public async Task The_same_version_again_changes_nothing()
    {
        var site = await OpenAsync();
        await site.DoAsync(Sample.Import(Sample.Notice("a"), "v1"));
        var before = await site.Feed.GetLastAsync();

        var result = await site.DoAsync(Sample.Import(Sample.Notice("a"), "v1"));

        Assert.Equal(OperationOutcome.Unchanged, result.Results[0].Outcome);
        Assert.Equal(before, await site.Feed.GetLastAsync());
        Assert.Single(await site.HistoryAsync("a"));
    }

    [Fact]
    public async Task The_same_version_again_changes_nothing_although_a_handler_filled_it_in()
    {
        var site = await OpenAsync(services => services.AddScoped<IContentHandler>(_ => new NumberingHandler()));
        await site.DoAsync(Sample.Import(Sample.Notice("a"), "v1"));

        var asBrought = await site.DoAsync(Sample.Import(Sample.Notice("a"), "v1"));
        var asExported = await site.DoAsync(new ImportVersion((await site.PublishedAsync("a"))!));

        Assert.Equal(OperationOutcome.Unchanged, asBrought.Results[0].Outcome);
        Assert.Equal(OperationOutcome.Unchanged, asExported.Results[0].Outcome);
        Assert.Equal(1, (await site.PublishedAsync("a"))!.Part("Notice")!.NumericField("Number"));
    }

    [Fact]
    public async Task A_version_made_here_can_be_imported_as_it_was_exported()
    {
        var site = await OpenAsync();
        await site.DoAsync(new SaveDraft(Sample.Notice("a"), null), new Publish("a"));

        var result = await site.DoAsync(new ImportVersion((await site.PublishedAsync("a"))!));

        Assert.Equal(OperationOutcome.Unchanged, result.Results[0].Outcome);
    }

    [Fact]
    public async Task A_version_without_an_id_is_the_same_each_time()
    {
        var site = await OpenAsync();
        var item = Sample.Imported(Sample.Notice("a"), "").With(copy => copy.Json.Remove("ContentItemVersionId"));
        await site.DoAsync(new ImportVersion(item));

        var result = await site.DoAsync(new ImportVersion(item));

        Assert.Equal(OperationOutcome.Unchanged, result.Results[0].Outcome);
    }

    [Fact]
    public async Task The_order_of_properties_does_not_make_another_content()
    {
        var site = await OpenAsync();
        await site.DoAsync(Sample.Import(Sample.Notice("a"), "v1"));
        var reordered = new ContentItem([.. Sample.Imported(Sample.Notice("a"), "v1").Json.Reverse().Select(property => KeyValuePair.Create(property.Key, property.Value?.DeepClone()))]);

        var result = await site.DoAsync(new ImportVersion(reordered));

        Assert.Equal(OperationOutcome.Unchanged, result.Results[0].Outcome);
    }

    [Fact]
    public async Task The_same_version_with_other_content_is_refused()
    {
        var site = await OpenAsync();
        await site.DoAsync(Sample.Import(Sample.Notice("a", "一"), "v1"));

        var errors = await site.RefusedAsync(Sample.Import(Sample.Notice("a", "二"), "v1"));

        Assert.Equal("ContentItemVersionId", Assert.Single(errors).Path);
        Assert.Equal("一", (await site.PublishedAsync("a"))!.DisplayText);
    }

    [Fact]
    public async Task The_same_version_with_other_content_in_one_call_is_refused()
    {
        var site = await OpenAsync();

        var errors = await site.RefusedAsync(Sample.Import(Sample.Notice("a", "一"), "v1"), Sample.Import(Sample.Notice("a", "二"), "v1"));

        Assert.Equal("ContentItemVersionId", Assert.Single(errors).Path);
    }

    [Fact]
    public async Task A_version_id_of_another_item_is_refused()
    {
        var site = await OpenAsync();
        await site.DoAsync(Sample.Import(Sample.Notice("a"), "v1"));

        var errors = await site.RefusedAsync(Sample.Import(Sample.Notice("b"), "v1"));

        Assert.Equal("ContentItemVersionId", Assert.Single(errors).Path);
    }

    [Fact]
    public async Task An_editors_later_edit_is_not_undone()
    {
        var site = await OpenAsync();
        await site.DoAsync(Sample.Import(Sample.Notice("a", "导入"), "v1"));
        await site.DoAsync(new SaveDraft(Sample.Notice("a", "修改"), "v1"), new Publish("a"));

        await site.DoAsync(Sample.Import(Sample.Notice("a", "导入"), "v1"));

        Assert.Equal("修改", (await site.PublishedAsync("a"))!.DisplayText);
    }

    [Fact]
    public async Task A_deletion_is_not_undone()
    {
        var site = await OpenAsync();
        await site.DoAsync(Sample.Import(Sample.Notice("a"), "v1"));
        await site.DoAsync(new Delete("a"));

        await site.DoAsync(Sample.Import(Sample.Notice("a"), "v1"));

        Assert.Null(await site.LatestAsync("a"));
    }

    [Fact]
    public async Task A_new_version_replaces_the_published_one()
    {
        var site = await OpenAsync();
        await site.DoAsync(Sample.Import(Sample.Notice("a", "一", route: "one"), "v1"));

        var result = await site.DoAsync(Sample.Import(Sample.Notice("a", "二", route: "two"), "v2"));

        Assert.Equal(OperationOutcome.Changed, result.Results[0].Outcome);
        Assert.Equal("二", (await site.PublishedAsync("a"))!.DisplayText);
        Assert.Null(await site.ReadAsync(reader => reader.FindRouteAsync("one")));
        Assert.NotNull(await site.ReadAsync(reader => reader.FindRouteAsync("two")));
    }

    [Fact]
    public async Task A_published_version_and_its_newer_draft_come_as_they_were_exported()
    {
        var site = await OpenAsync();

        await site.DoAsync(Sample.Import(Sample.Notice("a", "一"), "v1", published: true, latest: false), Sample.Import(Sample.Notice("a", "二"), "v2", published: false));

        var (published, latest) = (await site.PublishedAsync("a"), await site.LatestAsync("a"));
        Assert.Equal(("v1", false, true), (published!.ContentItemVersionId, published.Latest, published.Published));
        Assert.Equal(("v2", true, false), (latest!.ContentItemVersionId, latest.Latest, latest.Published));
    }

    [Fact]
    public async Task An_imported_draft_may_lack_required_values_and_a_published_version_may_not()
    {
        var site = await OpenAsync();
        var incomplete = Sample.Notice("a").With(item => item.Json.Remove("Notice"));

        await site.DoAsync(Sample.Import(incomplete, "v1", published: false));
        var errors = await site.RefusedAsync(Sample.Import(incomplete, "v2"));

        Assert.Equal("Notice.Source", Assert.Single(errors).Path);
    }

    [Fact]
    public async Task An_unknown_type_is_refused()
    {
        var site = await OpenAsync();

        var errors = await site.RefusedAsync(Sample.Import(new ContentItem("Nothing", "a"), "v1"));

        Assert.Equal("ContentType", Assert.Single(errors).Path);
    }

    [Fact]
    public async Task An_item_without_an_id_is_refused()
    {
        var site = await OpenAsync();

        var errors = await site.RefusedAsync(Sample.Import(Sample.Notice(""), "v1"));

        Assert.Equal("ContentItemId", Assert.Single(errors).Path);
    }

    [Fact]
    public async Task Terms_may_come_earlier_in_the_same_call()
    {
        var site = await OpenAsync();

        await site.DoAsync(new ImportVersion(Sample.Topics("topics-v2", "finance", "health", "transport")), Sample.Import(Sample.Notice("a", topics: ["transport"]), "v1"));

        Assert.NotNull(await site.PublishedAsync("a"));
    }

    [Fact]
    public async Task A_term_that_does_not_exist_is_refused()
    {
        var site = await OpenAsync();

        var errors = await site.RefusedAsync(Sample.Import(Sample.Notice("a", topics: ["transport"]), "v1"));

        Assert.Equal("Notice.Topic.TermContentItemIds[0]", Assert.Single(errors).Path);
    }

    [Fact]
    public async Task A_check_tells_what_an_import_would_come_to_and_changes_nothing()
    {
        var site = await OpenAsync();
        await site.DoAsync(
            Sample.Import(Sample.Notice("a", route: "here", alias: "short", topics: ["finance"]), "v1"), Sample.Import(Sample.Notice("b", route: "there"), "v2"));
        var before = await site.Feed.GetLastAsync();

        var result = await site.CheckAsync(
            Sample.Imported(Sample.Notice("a", route: "here", alias: "short", topics: ["finance"]), "v1"),
            Sample.Imported(Sample.Notice("b", route: "moved"), "v3"),
            Sample.Imported(Sample.Notice("c", route: "new"), "v4"),
            Sample.Imported(Sample.Notice("a", "其他"), "v1"),
            Sample.Imported(Sample.Entry("a", "主动公开"), "v5"),
            Sample.Imported(Sample.Notice("d", route: "Here"), "v6"),
            Sample.Imported(Sample.Notice("e", alias: "Short"), "v7"),
            Sample.Topics("topics-v2", "health"));

        Assert.Equal(
            [OperationOutcome.Unchanged, OperationOutcome.Changed, OperationOutcome.Added, .. Enumerable.Repeat(OperationOutcome.Refused, 5)],
            result.Results.Select(one => one.Outcome));
        Assert.Equal(
            ["ContentItemVersionId", "ContentItemId", "AutoroutePart.Path", "AliasPart.Alias", "TaxonomyPart.Terms"],
            result.Results.SelectMany(one => one.Errors).Select(error => error.Path));
        Assert.Equal(before, await site.Feed.GetLastAsync());
    }

    [Fact]
    public async Task A_check_finds_a_taken_route_also_for_a_type_that_is_still_to_come()
    {
        var site = await OpenAsync();
        await site.DoAsync(Sample.Import(Sample.Notice("a", route: "here"), "v1"));
        var page = new ContentItem("Page", "p").With(item => item.EnsurePart("AutoroutePart")["Path"] = "here");

        var result = await site.CheckAsync(Sample.Imported(page, "v2"), Sample.Imported(page.With(item => item.ContentItemId = "q"), "v3", published: false));

        Assert.Equal([OperationOutcome.Refused, OperationOutcome.Added], result.Results.Select(one => one.Outcome));
    }

    [Fact]
    public async Task A_large_call_goes_in_whole()
    {
        var site = await OpenAsync();
        var operations = Enumerable.Range(0, 1200).Select(i => Sample.Import(Sample.Notice($"n{i:0000}", route: $"notices/{i}", topics: ["finance"], related: ["n0000"]), $"v{i}"));

        await site.DoAsync([.. operations]);

        Assert.Equal(1200, (await site.ReadAsync(reader => reader.BacklinksAsync("n0000"))).Count);
        Assert.Equal(1201, await site.Feed.GetLastAsync() - 1);
    }

    private sealed class NumberingHandler : IContentHandler
    {
        public async ValueTask PublishingAsync(ContentChange change, CancellationToken cancellationToken)
        {
            if (change.Item.Part("Notice") is { } notice && notice.NumericField("Number") is null)
                notice.SetNumericField("Number", await change.Counters.NextAsync("notices", cancellationToken));
        }
    }
}
