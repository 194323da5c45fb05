using Gongkai.Content;

namespace Gongkai.Desk.Editing;

/// <summary>The times that a form sets. They are no part of the text: setting them makes no version, and the published version has them too.</summary>
/// <param name="Before">The item as it is stored; null for a new one.</param>
/// <param name="Content">What was typed, with the times that are stored; with what was typed where that is no time, for the validation to name.</param>
/// <param name="PublishUtc">When it is to be published, as typed.</param>
/// <param name="ArchiveUtc">When it is to be archived, as typed.</param>
internal sealed record EditedTimes(ContentItem? Before, ContentItem Content, DateTime? PublishUtc, DateTime? ArchiveUtc)
{
    /// <summary>Whether a time was set, changed or cancelled.</summary>
    public bool IsChanged => PublishUtc != Stored(ScheduleAction.Publish) || ArchiveUtc != Stored(ScheduleAction.Unpublish);

    /// <summary>The times of what was typed.</summary>
    public static EditedTimes Of(ContentItem? before, ContentItem bound) => ScheduleTimes.HasUnreadable(bound)
        ? new(before, bound.Clone(), before is null ? null : ScheduleTimes.Of(before, ScheduleAction.Publish), before is null ? null : ScheduleTimes.Of(before, ScheduleAction.Unpublish))
        : new(before, ScheduleTimes.WithTimesOf(bound, before), ScheduleTimes.Of(bound, ScheduleAction.Publish), ScheduleTimes.Of(bound, ScheduleAction.Unpublish));

    /// <summary>Why the times do not fit what is asked for; null when they do.</summary>
    public ValidationError? FaultOf(SaveAs way, TimeZoneInfo zone) => way switch
    {
        _ when ScheduleTimes.HasUnreadable(Content) => null,
        SaveAs.Published => ScheduleRules.FaultOfPublishingNow(PublishUtc, zone) is { } fault ? new("PublishLaterPart", fault) : null,
        SaveAs.Scheduled when PublishUtc is null && ArchiveUtc is null && !IsChanged => new("PublishLaterPart", new("还没有填写时间。请填写定时发布或定时归档撤下的日期和时间。")),
        _ => null,
    };

    /// <summary>What sets them, by the rules of the history page; an order in which every step is allowed when the end is.</summary>
    public IEnumerable<SetSchedule> ToOperations(string contentItemId, string? seenVersionId)
    {
        var publish = new SetSchedule(contentItemId, ScheduleAction.Publish, PublishUtc, seenVersionId);
        var archive = new SetSchedule(contentItemId, ScheduleAction.Unpublish, ArchiveUtc, seenVersionId);
        // Both put off: the earlier one must not meet the old time of the later one.
        var isPutOff = Stored(ScheduleAction.Unpublish) is { } old && (ArchiveUtc is null || ArchiveUtc > old);
        return (isPutOff ? new[] { archive, publish } : [publish, archive]).Where(operation => operation.DueUtc != Stored(operation.Action));
    }

    private DateTime? Stored(ScheduleAction action) => Before is null ? null : ScheduleTimes.Of(Before, action);
}
