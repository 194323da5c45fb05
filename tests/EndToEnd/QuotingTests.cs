using Microsoft.Playwright;

namespace EndToEnd;

/// <summary>An editor answers a question with the policy's own words, in a real browser.</summary>
[Collection(DeskCollection.Name)]
public sealed class QuotingTests(SiteInBrowser site)
{
    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task A_passage_is_proposed_while_the_question_is_typed_and_one_click_quotes_it(int width)
    {
        await using var window = await site.OpenAsync(width);
        var page = window.Page;
        await window.SignInAsync();
        await window.GoToAsync($"/admin/content/edit/0000000000000000000000{width:0000}?type=QaIssue");
        await page.FillAsync("[name='$query.QaIssue.Policies']", "加装电梯");
        await page.Locator(".picker-item").First.ClickAsync();
        await window.LeaveAsync(() => page.Locator("button[value='add:QaPair:Questions']").ClickAsync());

        await page.Locator("[name$='Question.Text']").PressSequentiallyAsync("加装电梯要多少业主同意？");
        await page.Locator(".passage-offer button").First.ClickAsync();

        await Assertions.Expect(page.Locator("[data-passage-text]")).Not.ToHaveValueAsync("");
        await Assertions.Expect(page.Locator("[data-passage-source]")).ToContainTextAsync("电梯");
        await page.Locator("[name$='Answer.Markdown']").FillAsync("可以申请行政复议。");
        await Assertions.Expect(page.Locator(".plain-hints li")).ToContainTextAsync("行政复议");
        await page.Locator("[data-passage-do=all]").ClickAsync();
        await Assertions.Expect(page.Locator(".passage-offer").First).ToBeVisibleAsync();
        Window.AssertNone(await window.LookAsync("quoting"));
        Window.AssertNone(window.Complaints);
    }
}
