using System.Globalization;

namespace OrchardSite.Tests;

/// <summary>The rehearsal: a site is backed up while it serves and an import writes into it, and restored somewhere else.</summary>
public sealed class BackupTests(ClusterFixture fixture) : IClassFixture<ClusterFixture>
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_site_that_is_backed_up_in_the_middle_of_its_work_is_restored_item_by_item(bool onPostgres)
    {
        const int Pages = 300;
        await using var place = await CreateAsync(onPostgres);
        await PageRecipe.WriteAsync(place.At("pages.json"), Pages);
        await File.WriteAllTextAsync(place.At("files.json"), """
            {"name":"x","steps":[{"name":"media","Files":[{"TargetPath":"docs/附件 一.txt","Base64":"6ZmE5Lu2"},{"TargetPath":"docs/draft.txt","Base64":"6I2J"}]},
            {"name":"Content","data":[{"ContentItemId":"with-file","ContentItemVersionId":"with-file-1","ContentType":"Page","Latest":true,"Published":true,
            "TitlePart":{"Title":"附件"},"AutoroutePart":{"Path":"with-file"},"MarkdownBodyPart":{"Markdown":"[附件](</media/docs/附件 一.txt>)"}}]}]}
            """);
        await place.DoAsync("import", place.At("pages.json"), place.At("files.json"));
        Directory.CreateDirectory(place.At("keys"));
        await File.WriteAllTextAsync(place.At("keys/key-1.xml"), "<key/>");
        Directory.CreateDirectory(place.At("recipe-runs/r1/file"));
        await File.WriteAllTextAsync(place.At("recipe-runs/r1/run.json"), """{"Id":"r1"}""");
        await File.WriteAllTextAsync(place.At("recipe-runs/r1/file/recipe.json"), "{}");
        await File.WriteAllTextAsync(place.At("recipe-runs/r1/.unfinished"), "half");

        var titles = new List<string> { "第" };
        await using var server = await SiteServer.StartAsync(place);
        var backup = place.DoAsync("backup", place.At("site.backup.zip"));
        do
        {
            titles.Add(string.Create(CultureInfo.InvariantCulture, $"改{titles.Count}"));
            await PageRecipe.WriteAsync(place.At("more.json"), Pages, titles[^1]);
            await place.DoAsync("import", place.At("more.json"));
        }
        while (!backup.IsCompleted);
        await backup;

        await using var restored = await CreateAsync(onPostgres);
        var report = await restored.DoAsync("restore", place.At("site.backup.zip"));
        Assert.Contains("每一项都与校验值相符", report, StringComparison.Ordinal);
        // Two files, a key and a run with its upload; a key that the server made for itself may be the sixth.
        Assert.Matches("[56] 个文件", report);
        Assert.Contains("数据库：完好。", await restored.DoAsync("check"), StringComparison.Ordinal);
        Assert.Equal("<key/>", await File.ReadAllTextAsync(restored.At("keys/key-1.xml")));
        Assert.Equal("""{"Id":"r1"}""", await File.ReadAllTextAsync(restored.At("recipe-runs/r1/run.json")));
        Assert.Equal("{}", await File.ReadAllTextAsync(restored.At("recipe-runs/r1/file/recipe.json")));
        Assert.False(File.Exists(restored.At("recipe-runs/r1/.unfinished")));
        await using var again = await SiteServer.StartAsync(restored);
        Assert.Equal(Pages + 1, (await again.ListedAsync("Page")).Count);
        for (var i = 0; i < Pages; i++)
        {
            // A page is as one of the imports left it, whole.
            var (id, page) = (PageRecipe.IdOf(i), (await again.ReadAsync("/api/content/" + PageRecipe.IdOf(i))).Text);
            Assert.Contains(titles, title => page.Contains($"\"ContentItemVersionId\":\"{id}-{title.Length}{title}\"", StringComparison.Ordinal) && page.Contains($"{{\"Title\":\"{title}{i}页\"}}", StringComparison.Ordinal));
        }

        Assert.Equal((await server.ReadAsync("/api/content/with-file")).Text, (await again.ReadAsync("/api/content/with-file")).Text);
        Assert.Equal("附件", (await again.ReadAsync("/media/docs/%E9%99%84%E4%BB%B6%20%E4%B8%80.txt")).Text);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await again.ReadAsync("/media/docs/draft.txt")).Status);
    }

    private async Task<SitePlace> CreateAsync(bool onPostgres) => await SitePlace.CreateAsync(onPostgres ? fixture.Cluster : null);
}
