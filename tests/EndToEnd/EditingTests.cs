using EndToEnd.Desk;
using Microsoft.Playwright;

namespace EndToEnd;

/// <summary>An editor writes a Q&amp;A issue in a real browser, with the keyboard alone.</summary>
[Collection(DeskCollection.Name)]
public sealed class EditingTests(SiteInBrowser site)
{
    private static readonly (string Name, string Address)[] Pages =
    [
        ("create", "/admin/content/create"),
        ("edit-issue", "/admin/content/edit/00000000000000000000000001?type=QaIssue"),
        ("edit-page", "/admin/content/edit/00000000000000000000000002?type=Page"),
        ("edit-entry", "/admin/content/edit/00000000000000000000000003?type=DisclosureEntry"),
    ];

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task An_issue_with_two_pairs_is_written_without_a_mouse_and_nothing_typed_is_lost(int width)
    {
        await using var window = await site.OpenAsync(width);
        var editor = new EditorAtDesk(window);
        await window.SignInAsync();
        await window.GoToAsync("/admin/content/create");
        await editor.GoAsync(window.Page.Locator("main a.tile", new() { HasText = "政策简明问答" }));
        await editor.WriteAsync(window.Page.Locator("[name='TitlePart.Title']"), "键盘写成的一期");
        await editor.WriteAsync(window.Page.Locator("[name='QaIssue.Year.Value']"), "2026");

        await AddPairAsync(editor, 0, "第一问", "第一答");
        await AddPairAsync(editor, 1, "第二问", "第二答");
        await editor.PressAsync(window.Page.Locator(".bag-row").Nth(1).Locator("[data-row=up]"));

        await Assertions.Expect(window.Page.Locator(".bag-row [name$='Question.Text']").First).ToHaveValueAsync("第二问");
        await Assertions.Expect(window.Page.Locator("#save-state")).ToContainTextAsync("已暂存", new() { Timeout = (float)Window.Patience.TotalMilliseconds });
        Window.AssertNone(await window.BarriersAsync());

        // A closed tab: what was typed waits.
        await window.GoToAsync(new Uri(window.Page.Url).PathAndQuery);
        await editor.GoAsync(window.Page.Locator(".message-warn a.button"));
        await Assertions.Expect(window.Page.Locator(".bag-row [name$='Question.Text']").Nth(1)).ToHaveValueAsync("第一问");
        await editor.GoAsync(window.Page.Locator(".editing-buttons button[value=save]"));

        await Assertions.Expect(window.Page.Locator(".message-good")).ToContainTextAsync("草稿已保存");
        await Assertions.Expect(window.Page.Locator("#save-state")).ToContainTextAsync("已保存");
        Window.AssertNone(await window.BarriersAsync());
        Window.AssertNone(window.Complaints);
    }

    [Fact]
    public async Task The_edit_pages_have_no_barriers_and_do_not_scroll_sideways()
    {
        await using var window = await site.OpenAsync();
        await window.SignInAsync();
        var findings = new List<string>();
        foreach (var (name, address) in Pages)
        {
            await window.GoToAsync(address);
            findings.AddRange(await window.LookAsync(name, Look.OfBothWidths));
        }

        // What publication would miss, said beside its fields.
        await window.LeaveAsync(() => window.Page.Locator("button[value=publish]").ClickAsync());
        findings.AddRange(await window.LookAsync("edit-faults", Look.OfBothWidths));
        Window.AssertNone(findings);
        Window.AssertNone(window.Complaints);
    }

    private static async Task AddPairAsync(EditorAtDesk editor, int place, string question, string answer)
    {
        await editor.GoAsync(editor.Page.Locator("button[value='add:QaPair:Questions']"));
        var row = editor.Page.Locator(".bag-row").Nth(place);
        await editor.WriteAsync(row.Locator("[name$='Question.Text']"), question);
        await editor.WriteAsync(row.Locator("[name$='Answer.Markdown']"), answer);
    }
}
