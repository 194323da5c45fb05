using Gongkai.Content;
using Gongkai.Desk.Accounts;
using Gongkai.Desk.Tests.Support;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Backup;
using OrchardSite.Hosting;

namespace Gongkai.Desk.Tests.Accounts;

/// <summary>A second factor works from its first code to the site that a backup was restored to.</summary>
public sealed class SecondFactorTests(DeskSite desk) : IClassFixture<DeskSite>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gongkai-factor-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Somebody_sets_it_up_and_signs_in_with_a_code_and_with_a_recovery_code_once()
    {
        await desk.AddAsync("careful", ["Editor"]);
        var (key, codes) = await TurnOnAsync("careful");

        using var phone = desk.Open();
        Assert.Equal("/admin", (await CodeAsync(phone, "careful", NextCode(key))).Address);
        using var paper = desk.Open();
        Assert.Equal("/admin", (await CodeAsync(paper, "careful", codes[0])).Address);
        using var again = desk.Open();
        Assert.NotEqual("/admin", (await CodeAsync(again, "careful", codes[0])).Address);
    }

    [Fact]
    public async Task A_restored_site_knows_the_second_factors_and_the_past_runs_of_recipes()
    {
        await desk.AddAsync("restored", ["Administrator"]);
        var (key, codes) = await TurnOnAsync("restored");
        var runs = desk.Services.GetRequiredService<IRecipeRuns>();
        using var recipe = new MemoryStream("""{"name":"空","steps":[]}"""u8.ToArray());
        var run = await runs.UploadAsync("空.recipe.json", recipe, new("restored", "restored", [], []));
        while (runs.Find(run)!.IsUnderWay)
            await Task.Yield();
        var file = Path.Combine(_folder, "site.zip");
        await desk.Services.GetRequiredService<SiteBackup>().WriteAsync(file, CancellationToken.None);

        await using var app = SiteHost.Build(
            new(Path.Combine(_folder, "data"), false, "http://127.0.0.1:0"), builder => builder.Services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 1));
        (await app.Services.GetRequiredService<SiteRestore>().RestoreAsync(file, CancellationToken.None)).Dispose();
        await SiteStart.PrepareAsync(app, CancellationToken.None);
        await app.StartAsync();
        var address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

        using var phone = new DeskBrowser(address);
        Assert.Equal("/admin", (await CodeAsync(phone, "restored", NextCode(key))).Address);
        Assert.Contains("空.recipe.json", (await phone.GetAsync("/admin/recipes")).Text, StringComparison.Ordinal);
        Assert.Contains("检查通过", (await phone.GetAsync("/admin/recipes/run/" + run)).Text, StringComparison.Ordinal);
        using var paper = new DeskBrowser(address);
        Assert.Equal("/admin", (await CodeAsync(paper, "restored", codes[1])).Address);
    }

    /// <summary>The code that an app shows in half a minute: the one of now was used to set it up, and none is good twice.</summary>
    private static string NextCode(string key) => Totp.CodeAt(key, DateTimeOffset.UtcNow.AddSeconds(30));

    private async Task<(string Key, IReadOnlyList<string> Codes)> TurnOnAsync(string name)
    {
        using var browser = await desk.SignInAsync(name);
        var shown = await browser.SubmitAsync(await browser.GetAsync("/admin/account/two-factor"), selector: "main form");
        var key = shown.Document.QuerySelector("code.key")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        var on = await browser.SubmitAsync(shown, form => form["code"] = Totp.CodeAt(key, DateTimeOffset.UtcNow), "main form");
        var codes = on.Document.QuerySelectorAll(".codes code").Select(code => code.TextContent).ToList();
        Assert.Equal(10, codes.Count);
        return (key, codes);
    }

    private static async Task<DeskAnswer> CodeAsync(DeskBrowser browser, string name, string code)
    {
        var asked = await browser.SubmitAsync(await browser.GetAsync("/admin/sign-in"), form => (form["name"], form["password"]) = (name, DeskSite.Password));
        return await browser.SubmitAsync(asked, form => form["code"] = code);
    }
}
