using Gongkai.Content;
using Gongkai.Desk.Tests.Listing;
using Gongkai.Desk.Tests.Support;

namespace Gongkai.Desk.Tests;

public sealed class ShotsTemp(DeskSite desk) : IClassFixture<DeskSite>
{
    [Fact]
    public async Task Shots()
    {
        const string Out = "/tmp/l-shots";
        Directory.CreateDirectory(Out);
        await desk.AddOfficesAsync();
        string[] titles = ["关于印发优化营商环境若干措施的通知", "二〇二五年部门预算公开说明", "政府信息公开工作年度报告", "关于调整城乡居民基本医疗保险财政补助标准的通知", "食品安全信息公示办法", "市政府办公室关于成立防汛抗旱指挥部的通知", "关于废止部分规范性文件的决定"];
        for (var i = 0; i < 75; i++)
            await desk.Site.ExecuteAsync(new SaveDraft(Samples.Entry($"e{i:00}", titles[i % titles.Length] + (i / titles.Length == 0 ? "" : $"（{i / titles.Length}）"), i % 2 == 0 ? "office" : "finance", $"topic-{1 + i % 20:00}", author: i % 3 == 0 ? "editor" : "publisher"), null));
        for (var i = 0; i < 60; i++)
            await desk.Site.ExecuteAsync(new Publish($"e{i:00}"));
        await desk.Site.ExecuteAsync(new SetSchedule("e61", ScheduleAction.Publish, DateTime.UtcNow.AddDays(3)), new SetSchedule("e10", ScheduleAction.Unpublish, DateTime.UtcNow.AddDays(30)));
        await desk.Site.ExecuteAsync(new Unpublish("e12", null, new(WithdrawalWay.Replaced, "e13", Redirects: true)), new Unpublish("e14", null, new(WithdrawalWay.Mistake, Explanation: "附表有误，更正后重新公开。")));
        var item = await desk.Site.GetItemAsync("e01");
        item.Part("MarkdownBodyPart")!["Markdown"] = "第一条 为了规范政府信息公开工作，制定本办法。\n\n第二条 自2026年3月1日起施行。\n\n第三条 本办法由市政府办公室负责解释。";
        item.Part("TitlePart")!["Title"] = "二〇二六年部门预算公开说明";
        await desk.Site.ExecuteAsync(new SaveDraft(item, item.ContentItemVersionId));
        using var browser = await desk.SignInAsync("administrator");
        await SaveAsync("index", await browser.GetAsync("/admin"));
        var list = await browser.GetAsync("/admin/content/DisclosureEntry");
        await SaveAsync("list", list);
        await SaveAsync("list-filtered", await browser.GetAsync("/admin/content/DisclosureEntry?state=withdrawn&issuer=office"));
        await SaveAsync("list-empty", await browser.GetAsync("/admin/content/DisclosureEntry?q=没有"));
        await SaveAsync("list-none", await browser.GetAsync("/admin/content/QaIssue"));
        await SaveAsync("all", await browser.GetAsync("/admin/content"));
        var ask = await browser.SubmitAsync(list, form => { form["verb"] = "ChangeTopic"; for (var i = 55; i < 70; i++) form.Add("id", $"e{i}"); form.Add("id", "nothing"); }, "#bulk");
        await SaveAsync("bulk", ask);
        var job = await browser.SubmitAsync(ask, form => form["value"] = "topic-05");
        await SaveAsync("job-running", job);
        while (job.Document.QuerySelector("#job[data-running]") is not null)
            job = await browser.GetAsync(job.Address);
        await SaveAsync("job", job);
        await SaveAsync("jobs", await browser.GetAsync("/admin/content/jobs"));
        var history = await browser.GetAsync("/admin/content/history/e01");
        await SaveAsync("history", history);
        await SaveAsync("history-withdrawn", await browser.GetAsync("/admin/content/history/e12"));
        var link = history.Document.QuerySelectorAll("a").First(one => one.TextContent == "改了什么");
        await SaveAsync("compare", await browser.GetAsync(link.GetAttribute("href")!));
        var withdraw = await browser.GetAsync("/admin/content/withdraw/e02");
        await SaveAsync("withdraw", withdraw);
        await SaveAsync("withdraw-found", await browser.SubmitAsync(withdraw, form => (form["find"], form["replaced-target"]) = ("replaced", "预算公开说明"), "form.withdraw"));
        await SaveAsync("withdraw-fault", await browser.SubmitAsync(withdraw, form => form["way"] = "repealed", "form.withdraw"));
        var schedule = await browser.GetAsync("/admin/content/history/e62");
        await SaveAsync("schedule-fault", await browser.SubmitAsync(schedule, form => form["when"] = "2020-01-01T09:00", "form[action$='handler=Schedule']"));
        await File.WriteAllTextAsync($"{Out}/gone.html", await (await desk.Site.GetAsync("/Contents/ContentItems/e14")).Content.ReadAsStringAsync());
        await File.WriteAllTextAsync($"{Out}/desk.css", await desk.Site.GetTextAsync("/admin/files/desk.css"));

        static async Task SaveAsync(string name, DeskAnswer answer)
        {
            foreach (var sheet in answer.Document.QuerySelectorAll("link[rel=stylesheet]"))
                sheet.SetAttribute("href", "desk.css");
            foreach (var script in answer.Document.QuerySelectorAll("script").ToList())
                script.Remove();
            await File.WriteAllTextAsync($"{Out}/{name}.html", "<!doctype html>" + answer.Document.DocumentElement.OuterHtml);
        }
    }
}
