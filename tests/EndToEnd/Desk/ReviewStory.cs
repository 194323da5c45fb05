using Gongkai.Documents.Tests;
using Microsoft.Playwright;

namespace EndToEnd.Desk;

/// <summary>Four people, a policy that needs an interpretation, its interpretation, and an issue of questions on it.</summary>
internal sealed class ReviewStory : IAsyncDisposable
{
    private const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string Policy = "甲市共享单车管理办法";
    private const string Interpretation = "甲市共享单车管理办法解读";
    private const string Issue = "共享单车管理问答";
    private const string IdentityNumber = "321302199003070027";

    private readonly PersonAtDesk _drafter;
    private readonly PersonAtDesk _reviewer;
    private readonly PersonAtDesk _secrecyOfficer;
    private readonly PersonAtDesk _publisher;
    private string _policyId = "";
    private string _interpretationId = "";

    private ReviewStory(PersonAtDesk[] people) => (_drafter, _reviewer, _secrecyOfficer, _publisher) = (people[0], people[1], people[2], people[3]);

    public static async Task TellAsync(SiteInBrowser site)
    {
        await site.RunAsync("import", Path.Combine(site.Root, "recipes", "review.recipe.json"));
        await using var story = new ReviewStory(await HireAsync(site, ("liqi", "李起草", ["Editor"], 1280), ("wangshen", "王审核", ["Reviewer"], 1280), ("zhaobao", "赵保密", ["SecrecyOfficer"], 1280), ("qianfa", "钱发布", ["Signer", "Publisher"], 390)));
        var before = await story.FiguresAsync();
        await story.DraftAsync();
        foreach (var title in new[] { Policy, Interpretation, Issue })
            await story.PassAsync(title);
        await story.BeStoppedAsync();
        await story.MaskAsync();
        await story.PassAsync(Policy);
        await story.PublishAsync();
        await story.ReadAsync(site);
        await story.CountAsync(before);
        foreach (var person in new[] { story._drafter, story._reviewer, story._secrecyOfficer, story._publisher })
            person.HasNothingToComplainOf();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var person in new[] { _drafter, _reviewer, _secrecyOfficer, _publisher })
            await person.DisposeAsync();
    }

    private static async Task<PersonAtDesk[]> HireAsync(SiteInBrowser site, params (string Name, string DisplayName, string[] Roles, int Width)[] people)
    {
        await using var admin = await site.OpenAsync();
        await admin.SignInAsync();
        var hired = new List<Task<PersonAtDesk>>();
        foreach (var (name, displayName, roles, width) in people)
        {
            await admin.GoToAsync("/admin/users/add");
            await admin.Page.FillAsync("#name", name);
            await admin.Page.FillAsync("#displayName", displayName);
            foreach (var role in roles)
                await admin.Page.CheckAsync($"[name=roles][value={role}]");
            await admin.LeaveAsync(() => admin.Page.ClickAsync("form .button-primary"));
            hired.Add(BeginAsync(name, width, await admin.Page.InnerTextAsync(".key")));
        }

        return await Task.WhenAll(hired);

        async Task<PersonAtDesk> BeginAsync(string name, int width, string password)
        {
            var person = new PersonAtDesk(name, await site.OpenAsync(width));
            await person.BeginAsync(password);
            return person;
        }
    }

    private async Task DraftAsync()
    {
        var page = _drafter.Page;
        await _drafter.OpenAsync("/admin/media");
        if (!await page.Locator("#files").IsVisibleAsync())
            await page.ClickAsync(".upload summary");
        await page.SetInputFilesAsync("#files", new FilePayload { Name = "联系人登记表.docx", MimeType = Docx, Buffer = new DocxFile { Body = DocxFile.P($"经办人身份证号{IdentityNumber}") }.ToStream().ToArray() });
        await page.ClickAsync("form[data-upload] .button-primary");
        await _drafter.SeeAsync(".upload-good", "已上传");
        var attachment = Uri.UnescapeDataString((await page.Locator(".upload-good a").GetAttributeAsync("href"))!.Split("path=")[1]);

        await ImportAsync("DisclosureEntry", Policy, "甲政办发〔2026〕73号");
        await page.FillAsync("#f-DisclosureEntry_Topic .tree-filter input", "城乡");
        await page.CheckAsync("#f-DisclosureEntry_Topic li[data-term^=城乡] input");
        await page.Locator("[name='DisclosureEntry.DisclosureMode.Text']").First.PressAsync("ArrowDown");
        await page.CheckAsync("[type=checkbox][name='DisclosureEntry.NeedsInterpretation.Value']");
        await _drafter.GoAsync(page.Locator("#f-DisclosureEntry_Attachments [data-media-add]"));
        await page.FillAsync("#f-DisclosureEntry_Attachments [data-media-path]", attachment);
        await SaveAsync();
        _policyId = IdOf(page);
        // Without a plan nobody takes it in.
        await SubmitAsync(_policyId, isTaken: false);
        await _drafter.SeeAsync(".message-bad", "解读形式");
        await _drafter.LookAsync("no-plan");
        await _drafter.OpenAsync("/admin/content/edit/" + _policyId);
        await page.SelectOptionAsync("[name='InterpretationPlan.Form.Text']", "文字");
        await page.FillAsync("[name='InterpretationPlan.Channels.Text']", "政府网站");
        await page.FillAsync("[name='InterpretationPlan.PublishOn.Value']", "2026-12-31");
        await page.FillAsync("[name='InterpretationPlan.Drafter.Text']", "李起草");
        await SaveAsync();
        await _drafter.LookAsync("plan");

        await ImportAsync("PolicyInterpretation", Interpretation, null);
        await PickPolicyAsync("PolicyInterpretation");
        await SaveAsync();
        _interpretationId = IdOf(page);

        await _drafter.OpenAsync("/admin/content/create");
        await _drafter.GoAsync(page.Locator("main a.tile").GetByText("政策简明问答"));
        await page.FillAsync("[name='TitlePart.Title']", Issue);
        await page.FillAsync("[name='QaIssue.Year.Value']", "2026");
        await PickPolicyAsync("QaIssue");
        await _drafter.GoAsync(page.Locator("button[value='add:QaPair:Questions']"));
        await page.FillAsync("[name$='Question.Text']", "共享单车停在哪里？");
        await page.FillAsync("[name$='Answer.Markdown']", "停在划定的停放区域。");
        await SaveAsync();
        foreach (var id in new[] { IdOf(page), _interpretationId, _policyId })
            await SubmitAsync(id);
    }

    private async Task ImportAsync(string type, string title, string? number)
    {
        await _drafter.OpenAsync("/admin/documents/import");
        await _drafter.Page.SelectOptionAsync("#type", type);
        await _drafter.Page.SetInputFilesAsync("#file", new FilePayload { Name = title + ".docx", MimeType = Docx, Buffer = SharedBikesNotice.Document(title, number ?? "") });
        await _drafter.GoAsync("上传并读取");
        await _drafter.GoAsync("保存为草稿");
    }

    private async Task PickPolicyAsync(string part)
    {
        var page = _drafter.Page;
        await page.FillAsync($"#f-{part}_Policies-query", Policy);
        await page.ClickAsync($"#f-{part}_Policies .picker-item >> text={Policy}");
        await Assertions.Expect(page.Locator($"#f-{part}_Policies .row")).ToContainTextAsync(Policy);
    }

    private async Task SaveAsync()
    {
        await _drafter.GoAsync(_drafter.Page.Locator(".editing-buttons button[value=save]"));
        await _drafter.SeeAsync(".message-good", "草稿已保存");
    }

    private async Task SubmitAsync(string id, bool isTaken = true)
    {
        await _drafter.OpenAsync("/admin/review/item/" + id);
        await _drafter.GoAsync("提交审核");
        await _drafter.SeeAsync(isTaken ? ".message-good" : ".message-bad", isTaken ? "已办理" : "没有办理");
    }

    /// <summary>Through the hands of everybody but who drafts and who publishes.</summary>
    private async Task PassAsync(string title)
    {
        await _reviewer.DoTaskAsync(title, "认定公开属性，送保密审查");
        await _secrecyOfficer.DoTaskAsync(title, "保密审查通过，送审签");
        await _publisher.DoTaskAsync(title, "同意公开");
    }

    /// <summary>The planted number stops the publication of both; the publisher sends the policy back.</summary>
    private async Task BeStoppedAsync()
    {
        await _publisher.OpenAsync("/admin/review/item/" + _policyId);
        await _publisher.LookAsync("ready");
        await _publisher.GoAsync("发布");
        await _publisher.SeeAsync(".message-bad", "3213**********0027");
        await _publisher.LookAsync("stopped");
        await _publisher.Page.FillAsync("#review-remark", "附件里有身份证号，请隐去");
        await _publisher.GoAsync(_publisher.Page.Locator("button[value=release-to-draft]"));
        await _publisher.SeeAsync(".message-good", "已办理");
        await _publisher.OpenAsync("/admin/review/item/" + _interpretationId);
        await _publisher.SeeAsync(".review-pair", "还没有审核完");
        await _publisher.GoAsync("发布");
        await _publisher.SeeAsync(".message-bad", "现在不能发布");
    }

    private async Task MaskAsync()
    {
        await _drafter.OpenAsync("/admin/review?list=mine");
        await _drafter.SeeAsync("tbody", "附件里有身份证号，请隐去");
        await _drafter.LookAsync("mine");
        await _drafter.OpenAsync("/admin/content/checks/" + _policyId);
        await _drafter.GoAsync("隐去选中的");
        await SubmitAsync(_policyId);
    }

    private async Task PublishAsync()
    {
        await _publisher.DoTaskAsync(Interpretation, "发布");
        await _publisher.LookAsync("published");
        await _publisher.DoTaskAsync(Issue, "发布");
    }

    /// <summary>As anybody: both are there since the same moment, each leads to the other, and nobody finds the number.</summary>
    private async Task ReadAsync(SiteInBrowser site)
    {
        await using var reader = await site.OpenAsync();
        Assert.Equal(await TimeOfAsync(_policyId), await TimeOfAsync(_interpretationId));
        await reader.GoToAsync("/Contents/ContentItems/" + _policyId);
        await Assertions.Expect(reader.Page.Locator("main")).Not.ToContainTextAsync("解读计划");
        var attachment = await reader.Page.Locator("main a[href*='联系人登记表'], main a[href*='%E8%81%94']").First.GetAttributeAsync("href");
        Assert.Contains("已隐去", Uri.UnescapeDataString(attachment!), StringComparison.Ordinal);
        await reader.LeaveAsync(() => reader.Page.Locator("main a").GetByText(Interpretation, new() { Exact = true }).First.ClickAsync());
        await Assertions.Expect(reader.Page.Locator("h1")).ToContainTextAsync(Interpretation);
        await reader.LeaveAsync(() => reader.Page.Locator("main a").GetByText(Policy, new() { Exact = true }).First.ClickAsync());
        await Assertions.Expect(reader.Page.Locator("main")).ToContainTextAsync("共享单车停在哪里？");

        async Task<string> TimeOfAsync(string id)
        {
            await reader.GoToAsync("/api/content/" + id);
            return System.Text.Json.JsonDocument.Parse(await reader.Page.InnerTextAsync("body")).RootElement.GetProperty("PublishedUtc").GetString()!;
        }
    }

    /// <summary>The report counts what was done: one document decided, one interpretation, one policy with it in step, one issue with one pair.</summary>
    private async Task CountAsync(int[] before)
    {
        Assert.Equal([1, 1, 1, 1, 1], (await FiguresAsync()).Zip(before, (now, then) => now - then));
        await _reviewer.LookAsync("figures");
        await _reviewer.GoAsync(_reviewer.Page.Locator("[aria-labelledby=t-reviewed] .figure-sum a").Last);
        await _reviewer.SeeAsync("main table", Policy);
    }

    private async Task<int[]> FiguresAsync()
    {
        await _reviewer.OpenAsync("/admin/figures");
        return await _reviewer.Page.EvaluateAsync<int[]>("""
            () => {
              const cells = table => [...document.querySelectorAll(`[aria-labelledby=t-${table}] tbody td`)].map(cell => Number(cell.innerText));
              const sum = table => Number(document.querySelector(`[aria-labelledby=t-${table}] .figure-sum td:last-child`).innerText);
              return [sum('reviewed'), sum('interpretations'), cells('policies')[0], ...cells('questions')];
            }
            """);
    }

    private static string IdOf(IPage page) => new Uri(page.Url).AbsolutePath.Split('/')[^1];
}
