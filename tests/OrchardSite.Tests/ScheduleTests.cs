using System.Text.Json.Nodes;
using Gongkai.Content;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using OrchardSite.Hosting;

namespace OrchardSite.Tests;

/// <summary>What is due is published and withdrawn while the site serves.</summary>
public sealed class ScheduleTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _time = new(Start);
    private readonly Told _told = new();
    private readonly SiteFixture _site;

    public ScheduleTests() => _site = new(withSample: false, builder =>
    {
        builder.Services.AddSingleton<TimeProvider>(_time);
        builder.Logging.AddProvider(_told);
    });

    public async Task InitializeAsync()
    {
        await _site.InitializeAsync();
        await _site.Services.GetRequiredService<IContentDefinitionStore>().SaveAsync(
            [
                new("Timed", "定时", DefinitionSettings.None, [.. new[] { "TitlePart", "PublishLaterPart", "ArchiveLaterPart", "Timed" }.Select(part => new ContentTypePartDefinition(part, part, DefinitionSettings.None))]),
            ],
            [
                new("Timed", DefinitionSettings.None, [new("Source", "TextField", new(JsonNode.Parse("""{"TextFieldSettings":{"Required":true}}""")!.AsObject()))]),
            ]);
    }

    public Task DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task A_draft_is_published_and_later_withdrawn_at_its_times()
    {
        await _site.ExecuteAsync(new SaveDraft(Timed("a", publishAfter: 10, archiveAfter: 30), null));

        await PassAsync(minutes: 9);
        Assert.Null(await PublishedAsync("a"));
        await UntilAsync(async () => await PublishedAsync("a") is not null);
        var published = (await PublishedAsync("a"))!;
        Assert.InRange(published.PublishedUtc!.Value, Start.UtcDateTime.AddMinutes(10), Start.UtcDateTime.AddMinutes(29));
        Assert.Null(published.Part("PublishLaterPart")!["ScheduledPublishUtc"]);

        await UntilAsync(async () => await PublishedAsync("a") is null);
        Assert.True(_time.GetUtcNow() >= Start.AddMinutes(30));
        await PassAsync(minutes: 120);
        Assert.Null(await PublishedAsync("a"));
    }

    [Fact]
    public async Task What_was_due_while_nothing_ran_is_done_at_the_start()
    {
        await _site.Services.GetRequiredService<ScheduleRunner>().StopAsync(CancellationToken.None);
        await _site.ExecuteAsync(new SaveDraft(Timed("a", publishAfter: 10), null));
        _time.Advance(TimeSpan.FromMinutes(20));
        Assert.Null(await PublishedAsync("a"));

        await using var next = new ScheduleProcess(_site.Services, _time);
        await next.StartAsync();

        await UntilAsync(async () => await PublishedAsync("a") is not null);
    }

    [Fact]
    public async Task Two_processes_do_a_thing_once()
    {
        await using var second = new ScheduleProcess(_site.Services, _time);
        await second.StartAsync();
        for (var i = 0; i < 20; i++)
            await _site.ExecuteAsync(new SaveDraft(Timed($"i{i:00}", publishAfter: 5), null));

        await UntilAsync(async () => await PublishedAsync("i19") is not null);
        await UntilAsync(async () => (await Task.WhenAll(Enumerable.Range(0, 20).Select(i => PublishedAsync($"i{i:00}")))).All(item => item is not null));

        var changes = await _site.Services.GetRequiredService<IChangeFeed>().ReadAsync(0, int.MaxValue);
        Assert.All(Enumerable.Range(0, 20), i => Assert.Equal(2, changes.Count(change => change.Id == $"i{i:00}")));
        Assert.Empty(_told.Errors);
    }

    [Fact]
    public async Task A_refused_publication_is_told_with_its_reasons_and_not_tried_again_at_once()
    {
        await _site.ExecuteAsync(new SaveDraft(Timed("bad", publishAfter: 5, source: ""), null), new SaveDraft(Timed("good", publishAfter: 6), null));

        await UntilAsync(async () => await PublishedAsync("good") is not null);
        await PassAsync(minutes: 30);
        var told = Assert.Single(_told.Warnings, line => line.Contains("“bad”", StringComparison.Ordinal));
        Assert.Contains("Timed.Source “Source”必填，请填写后再发布。", told, StringComparison.Ordinal);

        var draft = await _site.GetItemAsync("bad");
        draft.EnsurePart("Timed").SetTextField("Source", "办公室");
        await _site.ExecuteAsync(new SaveDraft(draft, draft.ContentItemVersionId));
        await UntilAsync(async () => await PublishedAsync("bad") is not null);
    }

    private static ContentItem Timed(string id, double? publishAfter = null, double? archiveAfter = null, string source = "办公室")
    {
        var item = new ContentItem("Timed", id);
        item.EnsurePart("TitlePart")["Title"] = "定时 " + id;
        item.EnsurePart("PublishLaterPart")["ScheduledPublishUtc"] = At(publishAfter);
        item.EnsurePart("ArchiveLaterPart")["ScheduledArchiveUtc"] = At(archiveAfter);
        item.EnsurePart("Timed").SetTextField("Source", source);
        return item;

        static JsonNode? At(double? minutes) => minutes is { } some ? FieldJson.Instant(Start.UtcDateTime.AddMinutes(some)) : null;
    }

    private async Task<ContentItem?> PublishedAsync(string id)
    {
        await using var scope = _site.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IContentReader>().GetAsync(id);
    }

    /// <summary>Lets time pass, minute by minute, until something is so.</summary>
    private async Task UntilAsync(Func<Task<bool>> isSo)
    {
        for (var i = 0; !await isSo(); i++)
        {
            Assert.True(i < 2000, "It never came to be.");
            // Once a minute of the site's time is over, a moment of real time lets the site do its work.
            await Task.Delay(5);
            if (i % 20 == 19)
                _time.Advance(TimeSpan.FromSeconds(30));
        }
    }

    private async Task PassAsync(int minutes)
    {
        for (var i = 0; i < minutes * 2; i++)
        {
            _time.Advance(TimeSpan.FromSeconds(30));
            await Task.Yield();
        }
    }

    /// <summary>The part of another process that matters here, on the same database.</summary>
    private sealed class ScheduleProcess(IServiceProvider services, TimeProvider time) : IAsyncDisposable
    {
        private readonly ScheduleRunner _runner = new(services.GetRequiredService<IUnitOfWork>(), time, services.GetRequiredService<ILogger<ScheduleRunner>>());

        public Task StartAsync() => _runner.StartAsync(CancellationToken.None);

        public async ValueTask DisposeAsync()
        {
            await _runner.StopAsync(CancellationToken.None);
            _runner.Dispose();
        }
    }

    private sealed class Told : ILoggerProvider, ILogger
    {
        private readonly System.Collections.Concurrent.ConcurrentQueue<(LogLevel Level, string Line)> _lines = [];

        public IEnumerable<string> Warnings => _lines.Where(line => line.Level == LogLevel.Warning).Select(line => line.Line);

        public IEnumerable<string> Errors => _lines.Where(line => line.Level >= LogLevel.Error).Select(line => line.Line);

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => _lines.Enqueue((logLevel, formatter(state, exception)));

        public void Dispose()
        {
        }
    }
}
