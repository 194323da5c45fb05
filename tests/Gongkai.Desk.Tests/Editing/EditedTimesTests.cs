using Gongkai.Content;
using Gongkai.Desk.Editing;

namespace Gongkai.Desk.Tests.Editing;

/// <summary>What a form's times come to. Times are hours from now; 0 is none.</summary>
public sealed class EditedTimesTests
{
    private static readonly DateTime Now = new(2026, 3, 1, 8, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(0, 0, 0, 0, "")]
    [InlineData(0, 0, 2, 0, "Publish 2")]
    [InlineData(0, 0, 2, 4, "Publish 2, Unpublish 4")]
    [InlineData(2, 4, 2, 4, "")]
    [InlineData(2, 0, 0, 0, "Publish 0")]
    [InlineData(2, 4, 5, 6, "Unpublish 6, Publish 5")]
    [InlineData(4, 6, 1, 2, "Publish 1, Unpublish 2")]
    [InlineData(2, 4, 5, 0, "Unpublish 0, Publish 5")]
    public void Times_are_set_one_after_the_other_and_every_step_is_allowed(int publish, int archive, int newPublish, int newArchive, string operations)
    {
        var stored = publish == 0 && archive == 0 ? null : Version(publish, archive);

        var times = EditedTimes.Of(stored, Version(newPublish, newArchive));

        Assert.Equal(operations, string.Join(", ", times.ToOperations("a", null).Select(one => $"{one.Action} {(one.DueUtc is { } due ? (due - Now).TotalHours : 0)}")));
        Assert.Equal(operations.Length > 0, times.IsChanged);
    }

    [Theory]
    [InlineData(0, 0, nameof(SaveAs.Draft), null)]
    [InlineData(0, 2, nameof(SaveAs.Draft), null)]
    [InlineData(0, 0, nameof(SaveAs.Published), null)]
    [InlineData(0, 2, nameof(SaveAs.Published), "没有马上发布")]
    [InlineData(2, 2, nameof(SaveAs.Published), "没有马上发布")]
    [InlineData(2, 0, nameof(SaveAs.Published), null)]
    [InlineData(0, 2, nameof(SaveAs.Scheduled), null)]
    [InlineData(2, 0, nameof(SaveAs.Scheduled), null)]
    [InlineData(0, 0, nameof(SaveAs.Scheduled), "还没有填写时间")]
    public void Times_must_fit_what_is_asked_for(int publish, int newPublish, string way, string? fault) =>
        Assert.Contains(fault ?? "", EditedTimes.Of(publish == 0 ? null : Version(publish, 0), Version(newPublish, 0)).FaultOf(Enum.Parse<SaveAs>(way), TimeZoneInfo.Utc)?.Message ?? (fault is null ? "" : "none"), StringComparison.Ordinal);

    [Fact]
    public void The_text_is_the_same_with_whatever_times()
    {
        var stored = Version(2, 0);

        Assert.True(EditedTimes.Of(stored, Version(3, 5)).Content.HasSameContent(stored));
        Assert.True(EditedTimes.Of(null, Version(3, 5)).Content.HasSameContent(Version(0, 0)));
    }

    [Fact]
    public void What_is_no_time_stays_for_the_validation_to_name()
    {
        var bound = Version(0, 0);
        bound.EnsurePart("PublishLaterPart")["ScheduledPublishUtc"] = "明天";

        var times = EditedTimes.Of(Version(2, 0), bound);

        Assert.Equal("明天", times.Content.Part("PublishLaterPart")!.Text("ScheduledPublishUtc"));
        Assert.False(times.IsChanged);
        Assert.Null(times.FaultOf(SaveAs.Scheduled, TimeZoneInfo.Utc));
    }

    private static ContentItem Version(int publish, int archive)
    {
        var version = new ContentItem("Notice", "a") { ContentItemVersionId = "v1", Latest = true };
        if (publish > 0)
            version = ScheduleTimes.With(version, ScheduleAction.Publish, Now.AddHours(publish));
        return archive > 0 ? ScheduleTimes.With(version, ScheduleAction.Unpublish, Now.AddHours(archive)) : version;
    }
}
