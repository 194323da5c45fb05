using System.Net;
using Gongkai.Content;
using Gongkai.Desk.Tests.Listing;
using Gongkai.Desk.Tests.Support;

namespace Gongkai.Desk.Tests.Publishing;

public sealed class WithdrawPageTests(DeskSite desk) : IClassFixture<DeskSite>, IAsyncLifetime
{
    private static int s_count;

    private readonly int _number = Interlocked.Increment(ref s_count);

    private string Id => $"old{_number}";

    private string NewId => $"new{_number}";

    private string Address => "/admin/content/withdraw/" + Id;

    public async Task InitializeAsync()
    {
        if (_number == 1)
            await desk.AddOfficesAsync();
        await desk.PublishAsync(Samples.Entry(Id, $"旧办法第{_number}号"));
        await desk.PublishAsync(Samples.Entry(NewId, $"新办法第{_number}号"));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task By_mistake_its_address_says_so()
    {
        using var browser = await desk.SignInAsync("publisher");

        var after = await browser.SubmitAsync(await browser.GetAsync(Address), form => (form["way"], form["explanation"]) = ("mistake", "名单有误。"), "form.withdraw");

        Assert.Contains("已撤下", after.Message, StringComparison.Ordinal);
        using var gone = await desk.Site.GetAsync("/Contents/ContentItems/" + Id);
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
        Assert.Contains("名单有误。", await gone.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replaced_what_takes_its_place_is_found_by_words_chosen_and_led_to()
    {
        using var browser = await desk.SignInAsync("publisher");
        var found = await browser.SubmitAsync(await browser.GetAsync(Address), form => (form["find"], form["replaced-target"]) = ("replaced", $"新办法第{_number}号"), "form.withdraw");
        Assert.Contains(found.Document.QuerySelectorAll("input[name=replaced-id]"), choice => choice.GetAttribute("value") == NewId);

        var after = await browser.SubmitAsync(found, form =>
        {
            form.Remove("find");
            form["replaced-id"] = NewId;
        }, "form.withdraw");

        Assert.Contains("原地址转到", after.Text, StringComparison.Ordinal);
        using var led = await desk.Site.GetAsync(AutoroutePart.UrlOf(await desk.Site.GetItemAsync(Id)));
        Assert.Equal((HttpStatusCode.MovedPermanently, AutoroutePart.UrlOf(await desk.Site.GetItemAsync(NewId))), (led.StatusCode, led.Headers.Location?.ToString()));
    }

    [Fact]
    public async Task Repealed_it_stays_with_notice_and_can_be_put_in_force_again()
    {
        using var browser = await desk.SignInAsync("publisher");
        var address = AutoroutePart.UrlOf(await desk.Site.GetItemAsync(Id));

        var after = await browser.SubmitAsync(await browser.GetAsync(Address), form =>
            (form["way"], form["validity"], form["on"], form["reason"], form["repealed-target"]) = ("repealed", "失效", "2026-03-01", "期限已满", NewId), "form.withdraw");

        Assert.Contains("已废止", after.Text, StringComparison.Ordinal);
        var page = await desk.Site.GetTextAsync(address);
        Assert.Contains("本文件已失效（2026年3月1日起）", page, StringComparison.Ordinal);
        Assert.Contains("期限已满", page, StringComparison.Ordinal);
        Assert.Contains($"新办法第{_number}号", page, StringComparison.Ordinal);

        await browser.SubmitAsync(after, selector: "form[action$='handler=UndoRepeal']");

        Assert.DoesNotContain("本文件已失效", await desk.Site.GetTextAsync(address), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "", "", "请选择一种办法")]
    [InlineData("mistake", "path", "https://example.org", "只能转到本站的地址")]
    [InlineData("mistake", "path", "//example.org", "只能转到本站的地址")]
    [InlineData("replaced", "replaced-target", "", "请选择替代它的内容")]
    [InlineData("replaced", "replaced-target", "绝无此文", "没有找到公开的内容")]
    [InlineData("repealed", "reason", "", "请写明原因")]
    [InlineData("repealed", "on", "三月", "不是日期")]
    public async Task What_is_missing_is_told_and_nothing_is_done(string way, string field, string value, string fault)
    {
        using var browser = await desk.SignInAsync("publisher");

        var after = await browser.SubmitAsync(await browser.GetAsync(Address), form =>
        {
            form["way"] = way;
            if (field.Length > 0)
                form[field] = value;
        }, "form.withdraw");

        Assert.Contains(fault, after.Text, StringComparison.Ordinal);
        Assert.NotNull(await desk.Site.GetItemAsync(Id, VersionOption.Published));
    }

    [Fact]
    public async Task An_item_of_another_office_is_not_theirs_to_withdraw()
    {
        await desk.AddAsync($"stranger{_number}", ["Publisher"], "finance");
        using var browser = await desk.SignInAsync($"stranger{_number}");

        var page = await browser.GetAsync(Address);

        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
    }

    [Fact]
    public async Task What_was_never_public_has_nothing_to_withdraw()
    {
        await desk.Site.ExecuteAsync(new SaveDraft(Samples.Entry($"draft{_number}", "草稿"), null));
        using var browser = await desk.SignInAsync("publisher");

        var page = await browser.GetAsync($"/admin/content/withdraw/draft{_number}");

        Assert.EndsWith($"/history/draft{_number}", page.Address, StringComparison.Ordinal);
    }
}
