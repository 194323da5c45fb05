using System.Globalization;
using Microsoft.Playwright;

namespace EndToEnd.Desk;

/// <summary>One editor, one document, one issue on it.</summary>
internal sealed class EditorStory
{
    /// <summary>The time zone of the sample site.</summary>
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    /// <summary>Asks the public search every second, for two and a half minutes at most.</summary>
    private const string UntilFound = """
        title => new Promise((done, fail) => {
          const end = Date.now() + 150000;
          const look = async () => {
            const answer = await (await fetch('/api/search?type=QaIssue&q=' + encodeURIComponent(title))).json();
            if (answer.hits.some(hit => hit.title.includes(title))) done();
            else if (Date.now() > end) fail(new Error(`Nobody finds ${title}.`));
            else setTimeout(look, 1000);
          };
          look();
        })
        """;

    private readonly EditorAtDesk _editor;
    private readonly string _entry;
    private readonly string _number;
    private readonly string _issue;
    private readonly string _picture;

    private EditorStory(EditorAtDesk editor, string mark)
    {
        _editor = editor;
        (_entry, _number, _issue, _picture) = ($"甲市共享单车停放办法{mark}", $"甲政办发〔2026〕{(mark == "一号" ? 71 : 72)}号", $"共享单车停放问答{mark}", $"停放区标线{mark}");
    }

    private IPage Page => _editor.Page;

    private static DateTime Now => TimeZoneInfo.ConvertTimeFromUtc(DateTime.UtcNow, Zone);

    public static async Task TellAsync(SiteInBrowser site, int width, string mark)
    {
        await using var editor = new EditorAtDesk(await site.OpenAsync(width));
        var story = new EditorStory(editor, mark);
        await editor.SignInAsync();
        await story.UploadAsync();
        var address = await story.CompleteAndPublishAsync();
        await story.AddPictureAsync();
        await story.WriteIssueAsync();
        await story.ScheduleAsync();
        await story.FindAsync();
        await story.RepealAsync();
        await story.ReadNoticeAsync(address);
        await story.ReadAuditAsync();
        editor.HasNothingToComplainOf();
    }

    private async Task UploadAsync()
    {
        await _editor.FollowMenuAsync("导入 Word 文档");
        await Assertions.Expect(Page.Locator("#type")).ToHaveValueAsync("DisclosureEntry");
        await _editor.GiveFileAsync("#file", "通知.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", SharedBikesNotice.Document("关于共享单车停放的通知", _number));
        await _editor.GoAsync(Page.GetByRole(AriaRole.Button, new() { Name = "上传并读取" }));
        await _editor.LookAsync("document-read");
        await Assertions.Expect(Page.Locator("#title")).ToHaveValueAsync("关于共享单车停放的通知");
        await Assertions.Expect(Page.Locator("#number")).ToHaveValueAsync(_number);
        await Assertions.Expect(Page.Locator("#day")).ToHaveValueAsync("2026-11-20");
        await _editor.SeeAsync(Page.Locator(".original"), "划定停放区域");
        await _editor.WriteAsync("#title", _entry);
        await _editor.GoAsync(Page.GetByRole(AriaRole.Button, new() { Name = "保存为草稿" }));
        await _editor.SeeAsync(Page.Locator(".message-good"), "已存为草稿");
        await _editor.LookAsync("entry-draft");
    }

    /// <summary>Fills in what the list beside the form says is missing. Returns the public address.</summary>
    private async Task<string> CompleteAndPublishAsync()
    {
        await _editor.PressAsync(Page.Locator(".checks a").GetByText("主题分类"));
        await _editor.WriteAsync("#f-DisclosureEntry_Topic .tree-filter input", "城乡");
        await _editor.PressAsync(Page.Locator("#f-DisclosureEntry_Topic li[data-term^=城乡] input"), "Space");
        await _editor.PressAsync(Page.Locator("[name='DisclosureEntry.DisclosureMode.Text']"), "ArrowDown");
        await Assertions.Expect(Page.Locator(".checks-rest")).ToBeVisibleAsync();
        await Page.Keyboard.PressAsync("Control+s");
        await _editor.SeeAsync(Page.Locator(".message-good"), "草稿已保存");
        await ReadPreviewAsync();

        // Back to the top, where the first stops skip what is between.
        await _editor.PressAsync(Page.Locator(".skip").GetByText("跳到保存和发布"));
        await _editor.GoAsync(Page.GetByRole(AriaRole.Button, new() { Name = "保存并发布" }));
        await _editor.SeeAsync(Page.Locator(".message-good"), "已保存并发布");
        await _editor.LookAsync("entry-published");
        return (await Page.Locator(".facts a").GetByText("查看").GetAttributeAsync("href"))!;
    }

    /// <summary>The preview shows the document's picture, which nobody else can see yet.</summary>
    private async Task ReadPreviewAsync()
    {
        var preview = await Page.Context.RunAndWaitForPageAsync(() => _editor.PressAsync(Page.Locator("button[value=preview]")));
        await Assertions.Expect(preview.Locator("h1")).ToContainTextAsync(_entry);
        var picture = preview.GetByRole(AriaRole.Img, new() { Name = "停放区域示意图" });
        await Assertions.Expect(picture).ToBeVisibleAsync();
        Assert.Equal(64, await picture.EvaluateAsync<int>("picture => picture.decode().then(() => picture.naturalWidth)"));
        await preview.CloseAsync();
    }

    private async Task AddPictureAsync()
    {
        await _editor.FollowMenuAsync("媒体库");
        if (!await Page.Locator("#files").IsVisibleAsync())
            await _editor.PressAsync(Page.Locator(".upload summary"));
        await _editor.GiveFileAsync("#files", _picture + ".png", "image/png", SharedBikesNotice.Picture());
        await _editor.WriteAsync("#alternative", "白线标出的停放区");
        await _editor.PressAsync(Page.GetByRole(AriaRole.Button, new() { Name = "上传", Exact = true }));
        await _editor.SeeAsync(Page.Locator(".upload-good"), "已上传");
        await _editor.SeeAsync(Page.Locator("#shelf"), _picture);
        await _editor.LookAsync("picture-uploaded");
    }

    private async Task WriteIssueAsync()
    {
        await _editor.FollowMenuAsync("新建内容");
        await _editor.GoAsync(Page.Locator("main a.tile").GetByText("政策简明问答"));
        await _editor.LookAsync("issue-new");
        // The title has the focus already.
        await Page.Keyboard.TypeAsync(_issue);
        await _editor.WriteAsync("[name='QaIssue.Year.Value']", "2026");
        await _editor.WriteAsync("#f-QaIssue_Policies-query", _entry);
        await _editor.PressAsync(Page.Locator("#f-QaIssue_Policies .picker-item").GetByText(_entry));
        await _editor.SeeAsync(Page.Locator("#f-QaIssue_Policies .row"), _entry);
        for (var pair = 0; pair < 4; pair++)
        {
            await _editor.GoAsync(Page.Locator("button[value='add:QaPair:Questions']"));
            var row = Page.Locator(".bag-row").Nth(pair);
            await _editor.WriteAsync(row.Locator("[name$='Question.Text']"), $"第{pair + 1}问：车停在哪里？");
            await _editor.WriteAsync(row.Locator("[name$='Answer.Markdown']"), $"第{pair + 1}答：停在白线以内。\n\n");
        }

        await PutPictureIntoAsync(Page.Locator(".bag-row").Nth(3));
        await _editor.LookAsync("issue-written");
    }

    /// <summary>From the answer back to its toolbar, one stop, in which the arrows lead to the library.</summary>
    private async Task PutPictureIntoAsync(ILocator row)
    {
        var answer = row.Locator("[name$='Answer.Markdown']");
        await Assertions.Expect(answer).ToBeFocusedAsync();
        await Page.Keyboard.PressAsync("Shift+Tab");
        await Page.Keyboard.PressAsync("ArrowLeft");
        await Assertions.Expect(row.GetByRole(AriaRole.Button, new() { Name = "图片" })).ToBeFocusedAsync();
        await Page.Keyboard.PressAsync("Enter");
        var dialog = Page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(dialog.Locator("[data-pick]").First).ToBeFocusedAsync();
        await _editor.LookAsync("library");
        await _editor.PressAsync(dialog.Locator($"[data-pick*='{_picture}']"));
        await Assertions.Expect(answer).ToBeFocusedAsync();
        await Assertions.Expect(answer).ToHaveValueAsync(new System.Text.RegularExpressions.Regex(@"!\[白线标出的停放区\]\(/media/", System.Text.RegularExpressions.RegexOptions.None, Window.Patience));
    }

    /// <summary>Chooses the next minute, and waits until everybody finds what is published then.</summary>
    private async Task ScheduleAsync()
    {
        await _editor.PressAsync(Page.Locator(".timing summary"));
        // Enough of this minute must be left to press the button.
        var due = Now.AddSeconds(15);
        due = new DateTime(due.Year, due.Month, due.Day, due.Hour, due.Minute, 0).AddMinutes(1);
        await _editor.WriteDateAsync(Page.Locator("[name='PublishLaterPart.When']"), due, hasTime: true);
        await _editor.GoAsync(Page.Locator("button[value=schedule]"));
        await _editor.SeeAsync(Page.Locator(".message-good"), $"定于 {due.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} 发布");
        await _editor.LookAsync("issue-scheduled");
        await Page.EvaluateAsync(UntilFound, _issue);
    }

    private async Task FindAsync()
    {
        await Page.GotoAsync("/");
        await _editor.WriteAsync(Page.Locator("input[name=q]").First, _issue);
        await Page.Keyboard.PressAsync("Enter");
        await Page.WaitForURLAsync("**/search?**");
        await _editor.LookAsync("search");
        await _editor.GoAsync(Page.Locator("main a.row-title").Filter(new() { HasText = _issue }).First);
        await _editor.LookAsync("issue-public");
        await _editor.SeeAsync(Page.Locator("main"), "第4答：停在白线以内。");
        await _editor.SeeAsync(Page.Locator("main"), _entry);
        Assert.Equal(64, await Page.GetByRole(AriaRole.Img, new() { Name = "白线标出的停放区" }).EvaluateAsync<int>("picture => picture.decode().then(() => picture.naturalWidth)"));
    }

    private async Task RepealAsync()
    {
        await Page.GotoAsync("/admin");
        await _editor.FollowMenuAsync("目录条目");
        await _editor.WriteAsync("#q", _entry);
        await Page.Keyboard.PressAsync("Enter");
        await Page.WaitForURLAsync("**q=*");
        await _editor.PressAsync(Page.Locator(".skip").GetByText("跳到列表"));
        await _editor.GoAsync(Page.Locator("#list").GetByText(_entry));
        await _editor.PressAsync(Page.Locator(".skip").GetByText("跳到保存和发布"));
        await _editor.GoAsync(Page.GetByRole(AriaRole.Link, new() { Name = "撤下或废止…" }));
        await _editor.LookAsync("withdraw");
        await _editor.StopAtAsync(Page.Locator("[name=way]").First);
        await Page.Keyboard.PressAsync("ArrowUp");
        await Assertions.Expect(Page.Locator("[name=way][value=repealed]")).ToBeFocusedAsync();
        await _editor.WriteDateAsync(Page.Locator("#on"), Now);
        await _editor.GoAsync(Page.GetByRole(AriaRole.Button, new() { Name = "确认" }).Last);
        // A reason is what readers are owed.
        await _editor.SeeAsync(Page.Locator("#reason-fault"), "请写明原因");
        await _editor.LookAsync("withdraw-refused");
        await _editor.WriteAsync("#reason", "已被新的管理办法取代");
        await _editor.GoAsync(Page.GetByRole(AriaRole.Button, new() { Name = "确认" }).Last);
        await Assertions.Expect(Page.Locator(".message-good")).ToBeVisibleAsync();
        await _editor.LookAsync("entry-repealed");
    }

    private async Task ReadNoticeAsync(string address)
    {
        await Page.GotoAsync(address);
        await _editor.SeeAsync(Page.Locator("main"), "本文件已废止");
        await _editor.SeeAsync(Page.Locator("main"), "已被新的管理办法取代");
        await _editor.LookAsync("entry-public");
    }

    private async Task ReadAuditAsync()
    {
        await Page.GotoAsync("/admin");
        await _editor.FollowMenuAsync("审计记录");
        var rows = Page.Locator(".audit-table tbody tr");
        // The newest row is the first.
        var told = (await rows.EvaluateAllAsync<string[]>("rows => rows.map(row => ['操作', '对象', '用户'].map(label => row.querySelector(`[data-label=${label}]`).innerText.split('\\n')[0].trim()).join('|'))")).Reverse().ToList();
        bool IsOfStory(string row) => row.Contains(_entry, StringComparison.Ordinal) || row.Contains(_issue, StringComparison.Ordinal);
        Assert.Contains("登录|admin|管理员 admin", told.TakeWhile(row => !IsOfStory(row)));
        Assert.Equal(
            [
                $"新建了内容|{_entry}|管理员 admin", $"保存了草稿|{_entry}|管理员 admin", $"建立了预览链接|{_entry}|管理员 admin", $"发布了内容|{_entry}|管理员 admin",
                $"新建了内容|{_issue}|管理员 admin", $"设定了时间|{_issue}|管理员 admin", $"发布了内容|{_issue}|系统",
                $"保存了草稿|{_entry}|管理员 admin", $"发布了内容 废止|{_entry}|管理员 admin",
            ],
            told.Where(IsOfStory));
        var repeal = rows.Filter(new() { HasText = "废止" }).Filter(new() { HasText = _entry });
        await _editor.PressAsync(repeal.Locator("summary"));
        await _editor.SeeAsync(repeal.Locator("dl"), "已被新的管理办法取代");
        await _editor.LookAsync("audit-repeal");
    }
}
