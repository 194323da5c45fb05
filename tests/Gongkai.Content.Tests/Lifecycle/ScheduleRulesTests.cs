namespace Gongkai.Content.Tests;

public sealed class ScheduleRulesTests
{
    private static readonly DateTime Now = new(2026, 3, 1, 8, 0, 0, DateTimeKind.Utc);
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    public enum What
    {
        Nothing,
        Draft,
        Published,
        PublishedWithDraft,
        DraftDueAtTen,
        DraftArchivedAtTen,
    }

    [Theory]
    [InlineData(What.Draft, ScheduleAction.Publish, 60, null)]
    [InlineData(What.PublishedWithDraft, ScheduleAction.Publish, 60, null)]
    [InlineData(What.Draft, ScheduleAction.Publish, 0, "已过")]
    [InlineData(What.Draft, ScheduleAction.Publish, -1, "现在是 2026-03-01 16:00")]
    [InlineData(What.Draft, ScheduleAction.Publish, 6_000_000, "太远")]
    [InlineData(What.Published, ScheduleAction.Publish, 60, "没有等待发布的草稿")]
    [InlineData(What.Nothing, ScheduleAction.Publish, 60, "没有等待发布的草稿")]
    [InlineData(What.DraftArchivedAtTen, ScheduleAction.Publish, 119, null)]
    [InlineData(What.DraftArchivedAtTen, ScheduleAction.Publish, 120, "应早于")]
    [InlineData(What.Published, ScheduleAction.Unpublish, 60, null)]
    [InlineData(What.PublishedWithDraft, ScheduleAction.Unpublish, 60, null)]
    [InlineData(What.Published, ScheduleAction.Unpublish, -60, "已过")]
    [InlineData(What.Draft, ScheduleAction.Unpublish, 60, "尚未发布")]
    [InlineData(What.DraftDueAtTen, ScheduleAction.Unpublish, 121, null)]
    [InlineData(What.DraftDueAtTen, ScheduleAction.Unpublish, 120, "应早于")]
    public void A_time_fits_the_item(What what, ScheduleAction action, int minutes, string? fault)
    {
        var found = ScheduleRules.FaultOf(StateOf(what), action, Now.AddMinutes(minutes), Now, Shanghai);

        if (fault is null)
            Assert.Null(found);
        else
            Assert.Contains(fault, found!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(What.Nothing)]
    [InlineData(What.DraftDueAtTen)]
    public void To_cancel_is_always_allowed(What what) => Assert.Null(ScheduleRules.FaultOf(StateOf(what), ScheduleAction.Publish, null, Now, Shanghai));

    [Theory]
    [InlineData("2026-03-01T09:30", "2026-03-01T01:30")]
    [InlineData("2026-03-01T09:30:59", "2026-03-01T01:30")]
    [InlineData(" 2026-03-01 09:30 ", "2026-03-01T01:30")]
    [InlineData("2026/3/1 9:30", "2026-03-01T01:30")]
    public void A_time_is_read_in_the_time_zone_of_the_site(string text, string utc)
    {
        var read = ScheduleRules.ReadLocal(text, Shanghai, out var fault);

        Assert.Equal((utc, null, DateTimeKind.Utc), (read?.ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture), fault, read!.Value.Kind));
        Assert.Equal(0, read.Value.Second);
    }

    [Theory]
    [InlineData("")]
    [InlineData("明天九点")]
    [InlineData("2026-13-01T09:30")]
    [InlineData("2026-03-01")]
    [InlineData("2026-03-01T25:00")]
    public void What_is_no_time_is_told(string text)
    {
        Assert.Null(ScheduleRules.ReadLocal(text, Shanghai, out var fault));
        Assert.Contains("应写作 2026-03-01 09:30", fault!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_hour_that_summer_time_leaves_out_is_told_and_of_one_that_it_repeats_the_first_is_meant()
    {
        Assert.Null(ScheduleRules.ReadLocal("2026-03-29T02:30", Berlin, out var fault));
        Assert.Contains("不存在", fault!.ToString(), StringComparison.Ordinal);
        Assert.Equal(new(2026, 10, 25, 0, 30, 0, DateTimeKind.Utc), ScheduleRules.ReadLocal("2026-10-25T02:30", Berlin, out _));
    }

    [Fact]
    public void A_time_is_said_in_the_time_zone_of_the_site()
    {
        Assert.Equal("2026-03-01 16:00", ScheduleRules.Words(Now, Shanghai));
        Assert.Equal("UTC+08:00", ScheduleRules.OffsetWords(Now, Shanghai));
        Assert.Equal("UTC+01:00", ScheduleRules.OffsetWords(Now, Berlin));
        Assert.Equal("UTC-03:30", ScheduleRules.OffsetWords(Now, TimeZoneInfo.CreateCustomTimeZone("x", TimeSpan.FromMinutes(-210), "x", "x")));
    }

    private static ItemState StateOf(What what) => what switch
    {
        What.Nothing => ItemState.None,
        What.Draft => new(null, Version(false)),
        What.Published => new(Version(true), Version(true)),
        What.PublishedWithDraft => new(Version(true), Version(false)),
        What.DraftDueAtTen => new(null, ScheduleTimes.With(Version(false), ScheduleAction.Publish, Now.AddHours(2))),
        _ => new(null, ScheduleTimes.With(Version(false), ScheduleAction.Unpublish, Now.AddHours(2))),
    };

    private static ContentItem Version(bool published) => new("Notice", "a") { ContentItemVersionId = published ? "v1" : "v2", Published = published, Latest = true };
}
