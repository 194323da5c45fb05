using System.Text.Json.Nodes;
using Gongkai.Content;
using Gongkai.Syndication.Changes;

namespace Gongkai.Syndication.Tests;

/// <summary>What versions tell of an entry that was public once: P public mode, C closed; a star for a day of publication. Newest first.</summary>
public sealed class LostModeTests
{
    [Theory]
    [InlineData("C* P*", true)]
    [InlineData("C P* P", true)]
    [InlineData("C C* P*", true)]
    [InlineData("P C* P*", true)]
    [InlineData("C P", false)]
    [InlineData("C* P", false)]
    [InlineData("P* P*", false)]
    [InlineData("P* C*", false)]
    [InlineData("P", false)]
    [InlineData("C* C*", false)]
    [InlineData("", false)]
    public void An_entry_is_gone_when_it_had_the_public_mode_and_a_day_and_another_mode_later(string history, bool gone) =>
        Assert.Equal(gone, ChangePages.LostItsMode([.. history.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Version)]));

    [Fact]
    public void What_has_no_mode_never_lost_it() =>
        Assert.False(ChangePages.LostItsMode([new ContentItem("Page", "a"), new ContentItem("Page", "a")]));

    private static ContentItem Version(string mark)
    {
        var item = new ContentItem("DisclosureEntry", "a");
        var part = item.EnsurePart("DisclosureEntry");
        part.SetTextField("DisclosureMode", mark[0] == 'P' ? "主动公开" : "依申请公开");
        if (mark.Length > 1)
            part["PublishedOn"] = new JsonObject { ["Value"] = "2022-01-20T00:00:00Z" };
        return item;
    }
}
