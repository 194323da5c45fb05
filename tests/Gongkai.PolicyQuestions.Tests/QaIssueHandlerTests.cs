using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.PolicyQuestions.Tests;

/// <summary>Numbers of a year: no gap, no repeat, and the issue's own once it was public.</summary>
public sealed class QaIssueHandlerTests
{
    private readonly Issues _others = new();
    private readonly Counters _counters = new();

    [Theory]
    [InlineData(null, 8L)]
    [InlineData(8L, 8L)]
    [InlineData(3L, 3L)]
    public async Task The_next_number_is_drawn_and_a_typed_one_may_be_the_next_or_a_free_one(long? typed, long expected)
    {
        await _counters.AdvanceAsync("qa-issue/2026", 7);
        var issue = Issue("new", 2026, typed);

        var change = await PublishAsync(issue);

        Assert.Empty(change.Errors);
        Assert.Equal(expected, issue.As<QaIssuePart>().Number);
        Assert.Equal($"questions/2026/{expected}", AutoroutePart.RouteOf(issue));
        Assert.Equal(Math.Max(7, expected), await _counters.CurrentAsync("qa-issue/2026"));
    }

    [Theory]
    [InlineData(9L, "跳过")]
    [InlineData(7L, "重复")]
    [InlineData(5L, "重复")]
    public async Task A_typed_number_that_leaves_a_gap_or_is_another_issues_is_refused(long typed, string why)
    {
        await _counters.AdvanceAsync("qa-issue/2026", 7);
        _others.Items.Add(Issue("public", 2026, 7, published: true));
        _others.Items.Add(Given(Issue("withdrawn", 2026, null), "2026/5"));

        var change = await PublishAsync(Issue("new", 2026, typed));

        var error = Assert.Single(change.Errors);
        Assert.Equal("QaIssue.Number", error.Path);
        Assert.Contains(why, error.Message, StringComparison.Ordinal);
        Assert.Contains("第8期", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2026, 5L, null)]
    [InlineData(2026, null, null)]
    [InlineData(2026, 6L, "QaIssue.Number")]
    [InlineData(2027, 5L, "QaIssue.Year")]
    public async Task What_was_given_stays_while_the_issue_is_withdrawn(int year, long? number, string? refused)
    {
        var withdrawn = Given(Issue("a", 2026, 5), "2026/5");
        var edited = Given(Issue("a", year, number), "2026/5");

        var change = await SaveAsync(edited, new(null, withdrawn));

        Assert.Equal(refused, change.Errors.SingleOrDefault()?.Path);
        if (refused is null)
            Assert.Equal((2026, 5L), (edited.As<QaIssuePart>().Year, edited.As<QaIssuePart>().Number));
    }

    [Fact]
    public async Task A_version_from_before_the_first_publication_gets_the_number_back()
    {
        var old = Issue("a", 2025, null);

        var change = await SaveAsync(old, new(null, Given(Issue("a", 2026, 5), "2026/5")));
        await PublishAsync(old, new(null, old));

        Assert.Empty(change.Errors);
        Assert.Equal((2026, 5L), (old.As<QaIssuePart>().Year, old.As<QaIssuePart>().Number));
    }

    [Fact]
    public async Task A_draft_of_a_public_issue_that_was_numbered_before_numbers_were_written_down_keeps_it()
    {
        var draft = Issue("a", 2026, null);

        await PublishAsync(draft, new(Issue("a", 2026, 5, published: true), draft));

        Assert.Equal(5, draft.As<QaIssuePart>().Number);
    }

    [Fact]
    public async Task An_import_keeps_its_number_and_the_next_goes_on_after_it()
    {
        var brought = Issue("old", 2026, 46);
        await PublishAsync(brought, isImport: true);
        var next = Issue("new", 2026, null);
        await PublishAsync(next);

        Assert.Equal((46L, 47L), (brought.As<QaIssuePart>().Number, next.As<QaIssuePart>().Number));
    }

    [Fact]
    public void A_copy_has_no_number()
    {
        var copy = Given(Issue("a", 2026, 5), "2026/5");

        ((IContentHandler)Handler()).Copying(copy);

        Assert.Null(copy.As<QaIssuePart>().Number);
        Assert.Null(IssueNumber.GivenTo(copy));
    }

    private async Task<ContentChange> PublishAsync(ContentItem item, ItemState? before = null, bool isImport = false)
    {
        var change = new ContentChange(item, before ?? new(null, item), _counters, isImport);
        await ((IContentHandler)Handler()).PublishingAsync(change, CancellationToken.None);
        return change;
    }

    private async Task<ContentChange> SaveAsync(ContentItem item, ItemState before)
    {
        var change = new ContentChange(item, before, _counters, isImport: false);
        await ((IContentHandler)Handler()).SavingAsync(change, CancellationToken.None);
        return change;
    }

    private QaIssueHandler Handler() => new(new(new NoSettings(), new("s", TimeZoneInfo.Utc), TimeProvider.System), _others);

    private static ContentItem Issue(string id, int year, long? number, bool published = false)
    {
        var item = new ContentItem(new JsonObject { ["ContentItemId"] = id, ["ContentType"] = "QaIssue", ["QaIssue"] = new JsonObject() }) { Published = published };
        item.Part("QaIssue")!.SetNumericField("Year", year);
        item.Part("QaIssue")!.SetNumericField("Number", number);
        return item;
    }

    private static ContentItem Given(ContentItem item, string given)
    {
        item.Part("QaIssue")!["GivenNumber"] = given;
        return item;
    }

    private sealed class NoSettings : ISettings
    {
        public JsonObject Get(string name) => [];
    }

    private sealed class Counters : ICounters
    {
        private readonly Dictionary<string, long> _values = new(StringComparer.Ordinal);

        public async Task<long> NextAsync(string name, CancellationToken cancellationToken = default) => _values[name] = await CurrentAsync(name, cancellationToken) + 1;

        public Task<long> CurrentAsync(string name, CancellationToken cancellationToken = default) => Task.FromResult(_values.GetValueOrDefault(name));

        public async Task AdvanceAsync(string name, long used, CancellationToken cancellationToken = default) => _values[name] = Math.Max(used, await CurrentAsync(name, cancellationToken));
    }

    /// <summary>The other issues, which is all that the rule asks for.</summary>
    private sealed class Issues : IContentReader
    {
        public List<ContentItem> Items { get; } = [];

        public async IAsyncEnumerable<ContentItem> StreamAsync(
            IReadOnlyCollection<string> contentTypes, VersionOption version = VersionOption.Published, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            await Task.CompletedTask;
            foreach (var item in Items.Where(item => item.Published || version == VersionOption.Latest))
                yield return item;
        }

        public Task<ContentItem?> GetAsync(string contentItemId, VersionOption version = VersionOption.Published, CancellationToken cancellationToken = default) => throw new NotSupportedException("not asked");

        public Task<IReadOnlyList<ContentItem>> GetManyAsync(IReadOnlyCollection<string> contentItemIds, VersionOption version = VersionOption.Published, CancellationToken cancellationToken = default) => throw new NotSupportedException("not asked");

        public Task<IReadOnlyList<ContentItem>> BacklinksAsync(string contentItemId, string? contentType = null, CancellationToken cancellationToken = default) => throw new NotSupportedException("not asked");

        public Task<RouteTarget?> FindRouteAsync(string path, CancellationToken cancellationToken = default) => throw new NotSupportedException("not asked");

        public Task<string?> FindAliasAsync(string alias, CancellationToken cancellationToken = default) => throw new NotSupportedException("not asked");

        public Task<IReadOnlyDictionary<string, string>> GetHtmlAsync(ContentItem item, CancellationToken cancellationToken = default) => throw new NotSupportedException("not asked");

        public Task<IReadOnlyDictionary<string, string>> FindTypesAsync(IReadOnlyCollection<string> contentItemIds, CancellationToken cancellationToken = default) => throw new NotSupportedException("not asked");
    }
}
