using System.Collections.Concurrent;
using System.Globalization;
using Gongkai.Search;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using OrchardSite.Hosting;

namespace OrchardSite.Tests;

/// <summary>What damages the index while the site serves is found at night and mended.</summary>
public sealed class NightlyCheckTests : IAsyncLifetime
{
    private readonly LogLines _log = new();
    private readonly SiteFixture _site;

    public NightlyCheckTests() => _site = new(withSample: true, builder => builder.Logging.AddProvider(_log));

    public Task InitializeAsync() => _site.InitializeAsync();

    public Task DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Damage_is_logged_and_mended()
    {
        var index = _site.Services.GetRequiredService<SearchIndex>();
        Assert.Empty((await index.CheckAsync()).Faults);
        Flip(Path.Combine(_site.DataFolder, "index"));

        await Check().CheckAsync(CancellationToken.None);

        Assert.Contains(_log.Lines, line => line.Contains("已损坏", StringComparison.Ordinal));
        Assert.Contains(_log.Lines, line => line.Contains("搜索索引已重建", StringComparison.Ordinal));
        Assert.Empty((await index.CheckAsync()).Faults);
        Assert.Contains("<mark>", await _site.GetTextAsync("/search?q=加装电梯"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sound_index_is_left_as_it_is()
    {
        var before = Directory.GetDirectories(Path.Combine(_site.DataFolder, "index")).Single();

        await Check().CheckAsync(CancellationToken.None);

        Assert.Equal(before, Directory.GetDirectories(Path.Combine(_site.DataFolder, "index")).Single());
    }

    [Theory]
    [InlineData("2026-03-01T18:00:00Z", "01:00:00")]
    [InlineData("2026-03-01T19:00:00Z", "1.00:00:00")]
    [InlineData("2026-03-01T19:00:01Z", "23:59:59")]
    public void It_comes_at_its_hour_in_the_site_s_time_zone(string now, string wait)
    {
        var time = new FakeTimeProvider(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture));

        Assert.Equal(TimeSpan.Parse(wait, CultureInfo.InvariantCulture), Check(time).UntilNext());
    }

    private NightlyCheck Check(TimeProvider? time = null) => ActivatorUtilities.CreateInstance<NightlyCheck>(_site.Services, time ?? TimeProvider.System);

    private static void Flip(string folder)
    {
        foreach (var path in Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Where(path => new FileInfo(path).Length > 2000))
        {
            var bytes = File.ReadAllBytes(path);
            for (var i = bytes.Length / 3; i < bytes.Length / 2; i++)
                bytes[i] ^= 0xFF;
            using var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            file.Write(bytes);
        }
    }

    private sealed class LogLines : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> _lines = new();

        public IReadOnlyCollection<string> Lines => _lines;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => _lines.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
