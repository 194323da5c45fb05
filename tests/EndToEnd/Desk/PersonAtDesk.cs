using Microsoft.Playwright;

namespace EndToEnd.Desk;

/// <summary>One of several people who work at the desk, each in a window of their own; looks at the pages that they come to.</summary>
internal sealed class PersonAtDesk(string name, Window window) : IAsyncDisposable
{
    private const string OwnPassword = "竹林-Teapot-清晨-0815";

    private readonly List<string> _findings = [];

    public IPage Page => window.Page;

    /// <summary>Signs in for the first time, which asks for a password of one's own.</summary>
    public async Task BeginAsync(string firstPassword)
    {
        await window.GoToAsync("/admin/sign-in");
        await Page.FillAsync("#name", name);
        await Page.FillAsync("#password", firstPassword);
        await window.LeaveAsync(() => Page.PressAsync("#password", "Enter"));
        await Page.FillAsync("#current", firstPassword);
        await Page.FillAsync("#chosen", OwnPassword);
        await Page.FillAsync("#again", OwnPassword);
        await window.LeaveAsync(() => Page.PressAsync("#again", "Enter"));
    }

    public Task OpenAsync(string address) => window.GoToAsync(address);

    /// <summary>Presses a button or a link that leads to another page.</summary>
    public Task GoAsync(ILocator element) => window.LeaveAsync(() => element.ClickAsync());

    public Task GoAsync(string button) => GoAsync(Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }));

    /// <summary>Takes the first task of the list that concerns something, and a step of it.</summary>
    public async Task DoTaskAsync(string title, string step)
    {
        await OpenAsync("/admin/review");
        await GoAsync(Page.Locator("tbody th a").GetByText(title, new() { Exact = true }));
        await GoAsync(step);
        await SeeAsync(".message-good", "已办理");
    }

    public Task SeeAsync(string element, string text) => Assertions.Expect(Page.Locator(element).First).ToContainTextAsync(text, new() { Timeout = (float)Window.Patience.TotalMilliseconds });

    public async Task LookAsync(string what) => _findings.AddRange(await window.LookAsync("review-" + what));

    public void HasNothingToComplainOf()
    {
        Window.AssertNone(_findings);
        Window.AssertNone(window.Complaints);
    }

    public ValueTask DisposeAsync() => window.DisposeAsync();
}
