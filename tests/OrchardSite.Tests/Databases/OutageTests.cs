using System.Net;
using Gongkai.Tests;

namespace OrchardSite.Tests;

/// <summary>The database server goes away, in the middle of something, and comes back.</summary>
public sealed class OutageTests(ClusterFixture fixture) : IClassFixture<ClusterFixture>, IAsyncLifetime
{
    private SitePlace _place = null!;

    public async Task InitializeAsync() => _place = await SitePlace.CreateAsync(fixture.Cluster);

    public async Task DisposeAsync() => await _place.DisposeAsync();

    [Fact]
    public async Task An_import_that_loses_the_database_says_what_is_kept_and_is_completed_by_the_next()
    {
        await using var whole = await SitePlace.CreateAsync();
        await PageRecipe.WriteAsync(_place.At("pages.json"), 2000);
        await whole.DoAsync("import", _place.At("pages.json"));
        await _place.DoAsync("check");
        await using var beside = _place.Beside();
        await using var server = await SiteServer.StartAsync(beside);

        using var import = _place.Start("import", _place.At("pages.json"));
        // One batch is in, and most are not.
        await PostgresCluster.UntilAnyAsync(_place.Connection!, """SELECT count(*) FROM "Versions" WHERE "ContentType" = 'Page'""");
        await fixture.Cluster.StopAsync();
        var output = import.StandardOutput.ReadToEndAsync();
        var said = await import.StandardError.ReadToEndAsync();
        await import.WaitForExitAsync();
        await fixture.Cluster.StartAgainAsync();

        Assert.Equal(1, import.ExitCode);
        Assert.Contains("不能使用数据库", said, StringComparison.Ordinal);
        Assert.Contains("请再次运行同一导入", said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
        Assert.DoesNotContain(PostgresCluster.Password, said + await output, StringComparison.Ordinal);
        Assert.Contains("数据库：完好。", await _place.DoAsync("check"), StringComparison.Ordinal);
        await _place.DoAsync("import", _place.At("pages.json"));
        await _place.DoAsync("export", "out.json");
        await whole.DoAsync("export", "out.json");
        Assert.Equal(await File.ReadAllBytesAsync(whole.At("out.json")), await File.ReadAllBytesAsync(_place.At("out.json")));
        await server.UntilAsync(async () => (await server.ListedAsync("Page")).Count == 2000, "the server shows all");
    }

    [Fact]
    public async Task A_site_whose_database_is_away_answers_what_it_can_and_recovers_by_itself()
    {
        await PageRecipe.WriteAsync(_place.At("pages.json"), 5);
        await _place.DoAsync("import", _place.At("pages.json"));
        await using var server = await SiteServer.StartAsync(_place);
        var seen = (await server.ReadAsync("/p0001")).Text;

        await fixture.Cluster.StopAsync();

        Assert.Equal((HttpStatusCode.OK, seen), await server.ReadAsync("/p0001"));
        Assert.Equal(HttpStatusCode.OK, (await server.ReadAsync("/")).Status);
        Assert.Contains("第3页", (await server.ReadAsync("/search?q=第3页")).Text, StringComparison.Ordinal);
        Assert.Equal(5, (await server.ListedAsync("Page")).Count);
        using (var page = await server.GetAsync("/p0002"))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, page.StatusCode);
            Assert.NotNull(page.Headers.RetryAfter);
            Assert.Contains("返回首页", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        using (var api = await server.GetAsync("/api/content/p0002"))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, api.StatusCode);
            Assert.Equal("application/problem+json", api.Content.Headers.ContentType?.MediaType);
        }

        await fixture.Cluster.StartAgainAsync();
        await server.UntilAsync(async () => (await server.ReadAsync("/p0002")).Status == HttpStatusCode.OK, "the page is back");
        await using var beside = _place.Beside();
        await PageRecipe.WriteAsync(_place.At("pages.json"), 6);
        await beside.DoAsync("import", _place.At("pages.json"));
        await server.UntilAsync(async () => (await server.ListedAsync("Page")).Contains("p0005"), "the feed is followed again");
        Assert.DoesNotContain(PostgresCluster.Password, server.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_refuses_is_told_in_a_sentence()
    {
        await UnreachableTests.SaysAsync(_place.Connection!.Replace("Username=postgres", "Username=nobody", StringComparison.Ordinal), "用户名或密码不对");
        await UnreachableTests.SaysAsync(_place.Connection!.Replace("Database=", "Database=no", StringComparison.Ordinal), "没有这个数据库");
        await fixture.Cluster.StopAsync();
        await UnreachableTests.SaysAsync(_place.Connection!, "连接不上");
        await fixture.Cluster.StartAgainAsync();
    }
}
