using System.Net;
using Gongkai.Content;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Desk.Tests.Editing;

/// <summary>A preview shows the pictures of its draft, and no others.</summary>
public sealed class PreviewMediaTests(EditingSite site) : IClassFixture<EditingSite>
{
    [Fact]
    public async Task Whoever_has_the_link_sees_the_drafts_files_and_only_those()
    {
        var store = site.Desk.Services.GetRequiredService<IMediaStore>();
        foreach (var path in new[] { "图/used.png", "unused.png" })
            await store.SaveAsync(path, new MemoryStream([1, 2, 3]));
        using var editor = await site.Desk.SignInAsync("editor");
        using var reader = site.Desk.Open();
        var item = await site.AddPageAsync(text: "![示意图](/media/%E5%9B%BE/used.png)");

        var preview = await editor.PressAsync(await editor.GetAsync($"/admin/content/edit/{item.ContentItemId}"), "preview");
        var seen = await reader.GetAsync(preview.Address);
        var address = seen.Document.QuerySelector("main img")!.GetAttribute("src")!;

        Assert.StartsWith(preview.Address + "/media/", address, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync(address)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync(preview.Address + "/media/unused.png")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync(address.Replace("/preview/", "/preview/x", StringComparison.Ordinal))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync("/media/%E5%9B%BE/used.png")).Status);
    }
}
