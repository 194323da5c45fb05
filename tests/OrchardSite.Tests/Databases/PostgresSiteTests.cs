using System.Net;

namespace OrchardSite.Tests;

/// <summary>The whole site on PostgreSQL: the walk of an administrator, one process and several.</summary>
public sealed class PostgresSiteTests(ClusterFixture fixture) : IClassFixture<ClusterFixture>, IAsyncLifetime
{
    private SitePlace _place = null!;

    public async Task InitializeAsync() => _place = await SitePlace.CreateAsync(fixture.Cluster);

    public async Task DisposeAsync() => await _place.DisposeAsync();

    [Fact]
    public async Task Set_up_import_page_search_and_export_are_those_of_SQLite()
    {
        await using var sqlite = await SitePlace.CreateAsync();
        await PageRecipe.WriteAsync(_place.At("pages.json"), 300);

        await _place.DoAsync("import", _place.At("pages.json"));
        await sqlite.DoAsync("import", _place.At("pages.json"));
        var again = await _place.DoAsync("import", _place.At("pages.json"));
        await _place.DoAsync("export", "out.json");
        await sqlite.DoAsync("export", "out.json");
        var check = await _place.DoAsync("check");

        Assert.Contains("新增 0，改动 0，不变 300", again, StringComparison.Ordinal);
        Assert.Contains("数据库：完好。", check, StringComparison.Ordinal);
        Assert.Equal(await File.ReadAllBytesAsync(sqlite.At("out.json")), await File.ReadAllBytesAsync(_place.At("out.json")));
        await using var server = await SiteServer.StartAsync(_place);
        Assert.Equal(300, (await server.ListedAsync("Page")).Count);
        Assert.Contains("第7页", (await server.ReadAsync("/p0007")).Text, StringComparison.Ordinal);
        Assert.Contains("第17页", (await server.ReadAsync("/api/content/p0017")).Text, StringComparison.Ordinal);
        Assert.Contains("第299页", (await server.ReadAsync("/search?q=第299页")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await server.ReadAsync("/p0300")).Status);
    }

    [Fact]
    public async Task Processes_that_find_the_database_empty_at_once_set_it_up_once()
    {
        await using var other = _place.Beside();

        var outputs = await Task.WhenAll(_place.DoAsync("check"), other.DoAsync("check"));

        Assert.All(outputs, output => Assert.Contains("数据库：完好。", output, StringComparison.Ordinal));
        Assert.Single(outputs, output => output.Contains("首次启动", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Issues_that_two_processes_publish_at_once_have_no_gap_and_no_repeat()
    {
        var sites = new[] { OnDatabase(), OnDatabase() };
        try
        {
            foreach (var one in sites)
                await one.InitializeAsync();

            await IssueNumbers.PublishAtOnceAsync(2041, sites);
        }
        finally
        {
            foreach (var one in sites)
                await one.DisposeAsync();
        }

        SiteFixture OnDatabase() => new(withSample: false, null, new("Database:Provider", "PostgreSQL"), new("ConnectionStrings:Gongkai", _place.Connection));
    }

    [Fact]
    public async Task What_one_process_publishes_or_withdraws_the_others_show()
    {
        await PageRecipe.WriteAsync(_place.At("first.json"), 3);
        await PageRecipe.WriteAsync(_place.At("second.json"), 3, title: "改过的第");
        await File.WriteAllTextAsync(_place.At("withdrawn.json"), """
            {"name":"x","steps":[{"name":"Content","data":[{"ContentItemId":"p0001","ContentItemVersionId":"p0001-hidden","ContentType":"Page","Latest":true,"Published":true,
            "TitlePart":{"Title":"移走"},"AutoroutePart":{"Path":"elsewhere"},"MarkdownBodyPart":{"Markdown":""}}]}]}
            """);
        await using var otherPlace = _place.Beside();
        await using var third = _place.Beside();
        await using var server = await SiteServer.StartAsync(_place);
        await using var other = await SiteServer.StartAsync(otherPlace);

        foreach (var (recipe, expected) in new[] { ("first.json", "第2页"), ("second.json", "改过的第2页") })
        {
            await third.DoAsync("import", _place.At(recipe));
            foreach (var reader in new[] { server, other })
            {
                await reader.UntilAsync(async () => (await reader.ListedAsync("Page")).Count == 3, "all are listed");
                await reader.UntilAsync(async () => (await reader.ReadAsync("/p0002")).Text.Contains(expected, StringComparison.Ordinal), "the page shows it");
                await reader.UntilAsync(async () => (await reader.ReadAsync("/api/search?q=" + expected)).Text.Contains(expected, StringComparison.Ordinal), "the search finds it");
            }
        }

        await third.DoAsync("import", _place.At("withdrawn.json"));
        foreach (var reader in new[] { server, other })
        {
            await reader.UntilAsync(async () => (await reader.ReadAsync("/p0001")).Status == HttpStatusCode.MovedPermanently, "the old address leads to the new one");
            await reader.UntilAsync(async () => !(await reader.ReadAsync("/api/search?type=Page")).Text.Contains("/p0001\"", StringComparison.Ordinal), "the search has the new address");
        }
    }
}
