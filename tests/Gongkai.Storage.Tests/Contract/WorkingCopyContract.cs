using Gongkai.Content;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Storage.Tests;

/// <summary>What is typed is kept for each editor, across processes, and goes with its time; who has an item open is told.</summary>
public abstract class WorkingCopyContract : StorageContract
{
    private static readonly DateTime Noon = new(2026, 11, 25, 4, 0, 0, DateTimeKind.Utc);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task A_copy_is_found_by_its_editor_and_item_in_every_process()
    {
        var (one, other) = (Copies(await Fixture.OpenAsync()), Copies(await Fixture.OpenAsync()));
        var first = Copy("li", "a", "{\"标题\":[\"一\\u0000\"]}");
        await one.KeepAsync(first);
        await one.KeepAsync(first with { Form = "{}", BasedOnVersionId = null, KeptUtc = Noon.AddSeconds(5) });

        Assert.Equal(first with { Form = "{}", BasedOnVersionId = null, KeptUtc = Noon.AddSeconds(5) }, await other.FindAsync("li", "a"));
        Assert.Null(await other.FindAsync("wang", "a"));
        Assert.Null(await other.FindAsync("li", "b"));
    }

    [Fact]
    public async Task An_editors_copies_are_listed_newest_first_without_their_forms()
    {
        var copies = Copies(await Fixture.OpenAsync());
        await copies.KeepAsync(Copy("li", "a"));
        await copies.KeepAsync(Copy("li", "b") with { KeptUtc = Noon.AddMinutes(1) });
        await copies.KeepAsync(Copy("wang", "c"));
        await copies.SeeAsync("li", "d", Noon, Patience);

        Assert.Equal([("b", ""), ("a", "")], (await copies.ListAsync("li")).Select(copy => (copy.ContentItemId, copy.Form)));
    }

    [Fact]
    public async Task A_dropped_copy_is_gone_and_others_stay()
    {
        var copies = Copies(await Fixture.OpenAsync());
        await copies.KeepAsync(Copy("li", "a"));
        await copies.KeepAsync(Copy("wang", "a"));

        await copies.DropAsync("li", "a");

        Assert.Null(await copies.FindAsync("li", "a"));
        Assert.NotNull(await copies.FindAsync("wang", "a"));
    }

    [Fact]
    public async Task What_nobody_came_back_to_goes_with_its_time()
    {
        var copies = Copies(await Fixture.OpenAsync());
        await copies.KeepAsync(Copy("li", "old"));
        await copies.KeepAsync(Copy("li", "new") with { KeptUtc = Noon.AddDays(1) });
        await copies.SeeAsync("wang", "old", Noon, Patience);

        Assert.Equal(1, await copies.DropBeforeAsync(Noon.AddHours(1)));
        Assert.Equal(["new"], (await copies.ListAsync("li")).Select(copy => copy.ContentItemId));
        Assert.Empty(await copies.SeeAsync("li", "old", Noon, Patience));
    }

    [Fact]
    public async Task Nobody_fills_the_table_with_copies()
    {
        var copies = Copies(await Fixture.OpenAsync());
        for (var i = 0; i < IWorkingCopies.MostOfOne; i++)
            Assert.True(await copies.KeepAsync(Copy("li", "n" + i)));

        Assert.False(await copies.KeepAsync(Copy("li", "one more")));
        Assert.True(await copies.KeepAsync(Copy("li", "n0", "{\"a\":[]}")));
        Assert.True(await copies.KeepAsync(Copy("wang", "a")));
    }

    [Fact]
    public async Task The_second_editor_sees_who_is_there_and_since_when()
    {
        var copies = Copies(await Fixture.OpenAsync());
        Assert.Empty(await copies.SeeAsync("li", "a", Noon, Patience));
        Assert.Empty(await copies.SeeAsync("li", "a", Noon.AddMinutes(1), Patience));
        await copies.SeeAsync("li", "b", Noon, Patience);

        Assert.Equal([new EditorPresence("li", Noon)], await copies.SeeAsync("wang", "a", Noon.AddMinutes(2), Patience));
        Assert.Empty(await copies.SeeAsync("wang", "a", Noon.AddMinutes(10), Patience));
    }

    [Fact]
    public async Task Who_comes_back_is_there_since_then()
    {
        var copies = Copies(await Fixture.OpenAsync());
        await copies.SeeAsync("li", "a", Noon, Patience);
        await copies.SeeAsync("li", "a", Noon.AddHours(1), Patience);

        Assert.Equal([new EditorPresence("li", Noon.AddHours(1))], await copies.SeeAsync("wang", "a", Noon.AddHours(1), Patience));
    }

    private static WorkingCopy Copy(string user, string item, string form = "{}") => new(user, item, "Page", "v1", form, Noon);

    private static IWorkingCopies Copies(TestSite site) => site.Services.GetRequiredService<IWorkingCopies>();
}
