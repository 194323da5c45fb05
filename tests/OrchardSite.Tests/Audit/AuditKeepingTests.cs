using Gongkai.Content;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting.Internal;
using OrchardSite.Hosting;

namespace OrchardSite.Tests;

/// <summary>What the night does with the audit trail.</summary>
public sealed class AuditKeepingTests : IAsyncLifetime
{
    private readonly Calendar _time = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("gongkai-keeping-").FullName;
    private readonly WebApplication _app;

    public AuditKeepingTests() => _app = SiteHost.Build(new(_folder, WithSample: false), builder => builder.Services.AddSingleton<TimeProvider>(_time));

    public Task InitializeAsync() => SiteStart.PrepareAsync(_app, CancellationToken.None);

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Rows_are_kept_for_their_days_and_then_go()
    {
        var trail = _app.Services.GetRequiredService<IAuditTrail>();
        var keeping = _app.Services.GetRequiredService<AuditKeeping>();
        var last = (await trail.VerifyAsync()).Last;
        Assert.True(last > 3);

        // Three years: the set-up's rows are as old as rows may be.
        _time.Now += TimeSpan.FromDays(1096);
        await keeping.RunAsync(CancellationToken.None);
        Assert.Equal(1, (await trail.VerifyAsync()).First);

        _time.Now += TimeSpan.FromDays(1);
        await keeping.RunAsync(CancellationToken.None);
        var chain = await trail.VerifyAsync();
        Assert.True(chain.IsWhole);
        Assert.Equal(last + 1, chain.First);
        Assert.Equal(AuditActions.AuditRemoved, Assert.Single((await trail.QueryAsync(new())).Records).Action);
    }

    [Theory]
    [InlineData("182")]
    [InlineData("0")]
    [InlineData("half a year")]
    public void Less_than_six_months_cannot_be_set(string days)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Audit:Days", days)]).Build();

        var fault = Assert.Throws<SiteException>(() => SiteOptions.Read(configuration, new HostingEnvironment { ContentRootPath = "/", EnvironmentName = "Production" }, new()));

        Assert.Contains("Audit:Days", fault.Message, StringComparison.Ordinal);
        Assert.Contains("183", fault.Message, StringComparison.Ordinal);
    }

    /// <summary>Days pass at once: three years of timers would keep the test busy for as long as it is patient.</summary>
    private sealed class Calendar : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
