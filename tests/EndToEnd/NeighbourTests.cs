namespace EndToEnd;

/// <summary>From entry to entry in the list one came from, by keyboard and without script.</summary>
[Collection(SiteCollection.Name)]
public sealed class NeighbourTests(SiteInBrowser site)
{
    [Fact]
    public async Task Next_and_previous_follow_the_list_one_came_from_and_end_in_it()
    {
        await using var window = await site.OpenAsync();
        await window.GoToAsync("/catalogue?sort=oldest");
        var titles = window.Page.Locator("a.row-title");
        var (first, second) = (await titles.Nth(0).GetAttributeAsync("href"), await titles.Nth(1).GetAttributeAsync("href"));

        var title = await titles.Nth(1).InnerTextAsync();

        await FollowAsync("a.row-title >> nth=0", first!);
        Assert.Equal(title, await window.Page.Locator(".neighbours li:last-child a").InnerTextAsync());
        await FollowAsync(".neighbours li:last-child a", second!);
        await FollowAsync(".neighbours li:first-child a", first!);
        await FollowAsync(".neighbours p a", "/catalogue?sort=oldest");
        Window.AssertNone(window.Complaints);

        async Task FollowAsync(string link, string address)
        {
            await window.Page.Locator(link).FocusAsync();
            await window.Page.Keyboard.PressAsync("Enter");
            await window.Page.WaitForURLAsync("**" + address);
        }
    }
}
