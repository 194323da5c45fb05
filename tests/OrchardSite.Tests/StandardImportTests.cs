using System.Net;
using Gongkai.Content;
using Gongkai.Recipes;
using Gongkai.Recipes.Packages;
using Microsoft.Extensions.DependencyInjection;

namespace OrchardSite.Tests;

/// <summary>Standard catalogues as tables, through the same import as recipes.</summary>
public sealed class StandardImportTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private const string Heading = "领域,序号,一级事项,二级事项,公开内容（要素）,公开依据,公开时限,公开主体,公开渠道和载体,公开对象,公开方式,公开层级\r\n";
    private const string Row = "养老服务,1,服务机构,名单,机构名单,[js: 1+1],每年3月31日前,民政局,政府网站,全社会,主动,县级\r\n";

    [Fact]
    public async Task A_table_comes_in_once_is_shown_and_a_cell_that_looks_like_a_script_is_a_text()
    {
        var first = await ImportAsync("养老.csv", Heading + Row);
        var again = await ImportAsync("养老.csv", Heading + Row);
        var mended = await ImportAsync("养老.csv", Heading + Row.Replace("每年3月31日前", "长期公开", StringComparison.Ordinal));

        Assert.Equal((1, 0, 0), (first.Added, first.Changed, first.Unchanged));
        Assert.Equal((0, 0, 1), (again.Added, again.Changed, again.Unchanged));
        Assert.Equal((0, 1, 0), (mended.Added, mended.Changed, mended.Unchanged));
        await site.Services.GetRequiredService<ChangeFollowing>().CatchUpAsync();
        var html = await site.GetTextAsync("/catalogue/standards/养老服务");
        Assert.Contains("长期公开", html, StringComparison.Ordinal);
        var item = html[html.IndexOf("/standards/", html.IndexOf("<tbody>", StringComparison.Ordinal), StringComparison.Ordinal)..];
        Assert.Contains("[js: 1+1]", await site.GetTextAsync(item[..item.IndexOf('"', StringComparison.Ordinal)]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_downloaded_can_be_imported_again_and_changes_nothing()
    {
        await ImportAsync("法律.csv", Heading + Row.Replace("养老服务", "公共法律服务", StringComparison.Ordinal) + Row.Replace("养老服务", "公共法律服务", StringComparison.Ordinal).Replace("名单,机构", "补贴,机构", StringComparison.Ordinal).Replace("全社会", "特定群体", StringComparison.Ordinal));
        await site.Services.GetRequiredService<ChangeFollowing>().CatchUpAsync();

        var report = await ImportAsync("下载.csv", await site.GetTextAsync("/catalogue/standards.csv?field=公共法律服务"));

        Assert.Empty(report.Problems);
        Assert.Equal((0, 0, 2), (report.Added, report.Changed, report.Unchanged));
    }

    [Fact]
    public async Task A_table_with_one_bad_row_brings_nothing_and_is_told_by_row_and_column()
    {
        var report = await ImportAsync("救灾.csv", Heading + Row.Replace("养老服务", "救灾", StringComparison.Ordinal) + Row.Replace("养老服务", "救灾", StringComparison.Ordinal).Replace("名单,机构", ",", StringComparison.Ordinal).Replace("民政局", "", StringComparison.Ordinal));

        Assert.False(report.Succeeded || report.WasCarriedOut);
        Assert.Contains(report.Problems, problem => (problem.Place.File, problem.Place.Line, problem.Place.Column, problem.Place.JsonPath) == ("救灾.csv", 3, 8, "公开主体"));
        using var response = await site.GetAsync("/catalogue/standards/救灾");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task A_file_that_is_no_table_is_refused() =>
        Assert.Contains("内容却", (await Assert.ThrowsAsync<PackageRefusedException>(() => ImportAsync("假.xlsx", "这不是工作簿"))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task The_desk_checks_a_table_before_it_runs()
    {
        var runs = site.Services.GetRequiredService<IRecipeRuns>();
        var user = new DeskUser("admin", "管理员", ["Administrator"], []);
        var id = await runs.UploadAsync("坏.csv", new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Heading + Row.Replace("主动", "随便", StringComparison.Ordinal))), user);

        RecipeRunRecord run;
        while ((run = runs.Find(id)!).IsUnderWay)
            await Task.Yield();

        Assert.False(run.CanRun);
        Assert.Equal("公开方式", Assert.Single(run.Report!.Problems).Place.JsonPath);
    }

    private async Task<RecipeReport> ImportAsync(string name, string text)
    {
        var path = Path.Combine(site.DataFolder, Guid.NewGuid().ToString("N") + Path.GetExtension(name));
        await File.WriteAllTextAsync(path, text);
        var (source, refused) = await site.Services.GetRequiredService<TableRecipe>().OpenAsync(path, name, CancellationToken.None);
        if (refused is not null)
            return refused;
        await using var scope = site.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<RecipeImporter>().ImportAsync([source!]);
    }
}
