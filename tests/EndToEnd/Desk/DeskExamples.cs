using Microsoft.Playwright;

namespace EndToEnd.Desk;

/// <summary>Makes what pages need that show one thing: a draft that somebody else changed meanwhile, a job, a file, a checked recipe. What comes on the way is looked at.</summary>
internal sealed class DeskExamples(Window window, Func<string, Task> look)
{
    private readonly Dictionary<string, string> _made = new(StringComparer.Ordinal);

    private IPage Page => window.Page;

    /// <summary>What stands for the braces in <see cref="DeskPages"/>.</summary>
    public async Task<IReadOnlyDictionary<string, string>> MakeAsync()
    {
        await MakeFileAsync();
        await MakeJobAsync();
        await CheckRecipeAsync();
        await ChangeTypeAsync();
        await window.GoToAsync("/admin/taxonomies/tree/topics");
        _made["{term}"] = (await Page.Locator("a.tree-label").First.GetAttributeAsync("href"))!;
        await MakeConflictAsync();
        await MakeReportAsync();
        return _made;
    }

    private async Task MakeFileAsync()
    {
        await window.GoToAsync("/admin/media");
        if (!await Page.Locator("#files").IsVisibleAsync())
            await Page.Locator(".upload summary").ClickAsync();
        await Page.SetInputFilesAsync("#files", new FilePayload { Name = "示意图.png", MimeType = "image/png", Buffer = SharedBikesNotice.Picture() });
        await Page.ClickAsync("form[data-upload] .button-primary");
        var link = Page.Locator(".upload-good a");
        _made["{file}"] = (await link.GetAttributeAsync("href"))!.Split("path=")[1];
        await look("media-uploaded");
    }

    private async Task MakeJobAsync()
    {
        await window.GoToAsync("/admin/content/DisclosureEntry?state=published");
        await Page.Locator("tbody input[name=id]").First.CheckAsync();
        await window.LeaveAsync(() => Page.Locator(".bulk-bar button").ClickAsync());
        await look("bulk");
        await window.LeaveAsync(() => Page.GetByRole(AriaRole.Button, new() { Name = "确认" }).ClickAsync());
        _made["{job}"] = PathOf(Page);
    }

    private async Task CheckRecipeAsync()
    {
        await window.GoToAsync("/admin/recipes");
        await window.LeaveAsync(() => Page.Locator("section[aria-labelledby=own] tbody button").First.ClickAsync());
        _made["{run}"] = PathOf(Page);
    }

    /// <summary>Only as far as the question.</summary>
    private async Task ChangeTypeAsync()
    {
        await window.GoToAsync("/admin/content-types/type/Page");
        await Page.FillAsync("#displayName", "网页");
        await window.LeaveAsync(() => Page.Locator("#displayName").PressAsync("Enter"));
        await look("type-change");
    }

    private async Task MakeConflictAsync()
    {
        await window.GoToAsync("/admin/content/create");
        await window.LeaveAsync(() => Page.Locator("main a.tile").GetByText("页面").ClickAsync());
        await SaveAsync(Page, "一页");
        var item = PathOf(Page);
        _made["{item}"] = item.Split('/')[^1];
        var other = await Page.Context.NewPageAsync();
        await other.GotoAsync(item);
        await SaveAsync(other, "对方的题目");
        await other.CloseAsync();
        await SaveAsync(Page, "我的题目");
        await window.GoToAsync("/admin/content/history/" + _made["{item}"]);
        _made["{compare}"] = (await Page.GetByRole(AriaRole.Link, new() { Name = "改了什么" }).First.GetAttributeAsync("href"))!;
    }

    /// <summary>As a reader does it.</summary>
    private async Task MakeReportAsync()
    {
        await window.GoToAsync("/report?page=/entries/000000109-2026-00001");
        await Page.FillAsync("#message", "第三段的日期写错了。");
        await window.LeaveAsync(() => Page.GetByRole(AriaRole.Button, new() { Name = "提交" }).ClickAsync());
        await window.GoToAsync("/admin/feedback");
        _made["{report}"] = (await Page.Locator("tbody th a").First.GetAttributeAsync("href"))!;
    }

    private static async Task SaveAsync(IPage page, string title)
    {
        await page.FillAsync("[name='TitlePart.Title']", title);
#pragma warning disable CS0612 // as in Window
        await page.RunAndWaitForNavigationAsync(() => page.ClickAsync(".editing-buttons button[value=save]"));
#pragma warning restore CS0612
    }

    private static string PathOf(IPage page) => new Uri(page.Url).AbsolutePath;
}
