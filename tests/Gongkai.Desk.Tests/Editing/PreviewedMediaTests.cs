using System.Net;
using Gongkai.Content;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Desk.Tests.Editing;

/// <summary>A draft's files are reached by its preview's link as long as that is good, and by nobody otherwise.</summary>
public sealed class PreviewedMediaTests(EditingSite site) : IClassFixture<EditingSite>
{
    private static readonly byte[] Bytes = [1, 2, 3, 4];

    [Fact]
    public async Task A_picture_of_a_draft_shows_in_its_preview_for_the_editor_and_is_kept_by_no_browser()
    {
        await StoreAsync("draft/map.png");
        var item = await site.AddPageAsync(text: "![图](/media/draft/map.png)");
        using var editor = await site.Desk.SignInAsync("editor");

        var shown = await editor.PressAsync(await editor.GetAsync($"/admin/content/edit/{item.ContentItemId}"), "preview");
        using var answer = await editor.Client.GetAsync(new Uri(shown.Document.QuerySelector("main img")!.GetAttribute("src")!, UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(Bytes, await answer.Content.ReadAsByteArrayAsync());
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task Neither_a_stranger_nor_somebody_who_is_signed_in_reaches_it_without_the_link()
    {
        await StoreAsync("draft/plan.png");
        await site.AddPageAsync(text: "![图](/media/draft/plan.png)");
        using var guest = site.Desk.Open();
        using var auditor = await site.Desk.SignInAsync("auditor");

        Assert.Equal(HttpStatusCode.NotFound, (await guest.GetAsync("/media/draft/plan.png")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await auditor.GetAsync("/media/draft/plan.png")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.GetAsync("/admin/media/raw/draft/plan.png")).Status);
    }

    [Theory]
    [InlineData("draft/own.png", HttpStatusCode.OK)]
    [InlineData("draft/foreign.png", HttpStatusCode.NotFound)]
    [InlineData("draft/../draft/foreign.png", HttpStatusCode.NotFound)]
    [InlineData("draft%2Fforeign.png", HttpStatusCode.NotFound)]
    [InlineData("..%2F..%2Fappsettings.json", HttpStatusCode.NotFound)]
    [InlineData("draft/nothing.png", HttpStatusCode.NotFound)]
    public async Task A_link_opens_the_files_of_its_own_item_and_no_others(string path, HttpStatusCode status)
    {
        await StoreAsync("draft/own.png");
        await StoreAsync("draft/foreign.png");
        var own = await site.AddPageAsync(text: "![图](/media/draft/own.png) ![无](/media/draft/nothing.png)");
        await site.AddPageAsync(text: "![图](/media/draft/foreign.png)");
        using var guest = site.Desk.Open();

        Assert.Equal(status, (await guest.GetAsync($"/admin/preview/{Seal(own, minutes: 5)}/media/{path}")).Status);
    }

    [Theory]
    [InlineData(-5)]
    [InlineData(null)]
    public async Task A_link_that_is_too_old_or_forged_opens_nothing(int? minutes)
    {
        await StoreAsync("draft/old.png");
        var item = await site.AddPageAsync(text: "![图](/media/draft/old.png)");
        using var guest = site.Desk.Open();

        Assert.Equal(HttpStatusCode.NotFound, (await guest.GetAsync($"/admin/preview/{(minutes is { } left ? Seal(item, left) : "CfDJ8forged")}/media/draft/old.png")).Status);
    }

    [Fact]
    public async Task A_picture_that_the_draft_has_no_more_is_gone_from_its_preview()
    {
        await StoreAsync("draft/gone.png");
        var item = await site.AddPageAsync(text: "![图](/media/draft/gone.png)");
        var address = $"/admin/preview/{Seal(item, minutes: 5)}/media/draft/gone.png";
        using var guest = site.Desk.Open();
        Assert.Equal(HttpStatusCode.OK, (await guest.GetAsync(address)).Status);

        var changed = (await site.FindAsync(item.ContentItemId))!;
        changed.Part("MarkdownBodyPart")!["Markdown"] = "没有图了";
        await site.Desk.Site.ExecuteAsync(new SaveDraft(changed, changed.ContentItemVersionId));

        Assert.Equal(HttpStatusCode.NotFound, (await guest.GetAsync(address)).Status);
    }

    private string Seal(ContentItem item, int minutes) => site.Desk.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("Gongkai.Desk.Preview").ToTimeLimitedDataProtector()
        .Protect($$"""{"ContentItemId":"{{item.ContentItemId}}","ContentType":"Page","VersionId":null,"UserName":null}""", DateTimeOffset.UtcNow.AddMinutes(minutes));

    private async Task StoreAsync(string path)
    {
        using var content = new MemoryStream(Bytes);
        await site.Desk.Services.GetRequiredService<IMediaStore>().SaveAsync(path, content, default);
    }
}
