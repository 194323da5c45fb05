using System.Globalization;

namespace Gongkai.Content;

/// <summary>What may be planned for an item, and when: minutes in the site's time zone.</summary>
public static class ScheduleRules
{
    /// <summary>How far ahead something may be planned: longer is a slip of the pen.</summary>
    public const int MostYears = 10;

    /// <summary>The fault of a time for an item; null when it may be set. To cancel is always allowed.</summary>
    /// <param name="state">The item.</param>
    /// <param name="action">What is to be done.</param>
    /// <param name="dueUtc">When, UTC; null cancels.</param>
    /// <param name="nowUtc">Now, UTC.</param>
    /// <param name="zone">The site's time zone, for the message.</param>
    public static Wording? FaultOf(ItemState state, ScheduleAction action, DateTime? dueUtc, DateTime nowUtc, TimeZoneInfo zone)
    {
        if (dueUtc is not { } due)
            return null;
        if (FaultOfTime(action, due, nowUtc, zone) is { } fault)
            return fault;
        var draft = state.Latest is { Published: false } latest ? latest : null;
        if (action == ScheduleAction.Publish && draft is null)
            return new("没有等待发布的草稿，不能定时发布。请先保存修改。");
        if (action == ScheduleAction.Unpublish && state.Published is null && (draft is null || ScheduleTimes.Of(draft, ScheduleAction.Publish) is null))
            return new("内容尚未发布，也没有定时发布，不能定时归档撤下。请先发布或定时发布。");
        return draft is null ? null : FaultOfOrder(
            action == ScheduleAction.Publish ? due : ScheduleTimes.Of(draft, ScheduleAction.Publish), action == ScheduleAction.Unpublish ? due : ScheduleTimes.Of(draft, ScheduleAction.Unpublish), zone);
    }

    /// <summary>The fault of a time by itself: it is over, or too far ahead.</summary>
    public static Wording? FaultOfTime(ScheduleAction action, DateTime dueUtc, DateTime nowUtc, TimeZoneInfo zone)
    {
        var (isPublication, due) = (action == ScheduleAction.Publish, Words(dueUtc, zone));
        if (dueUtc <= nowUtc && isPublication)
            return $"定时发布的时间（{due}）已过，现在是 {Words(nowUtc, zone)}。请改为以后的时间；要马上发布，请直接操作。";
        if (dueUtc <= nowUtc)
            return $"定时归档撤下的时间（{due}）已过，现在是 {Words(nowUtc, zone)}。请改为以后的时间；要马上归档撤下，请直接操作。";
        if (dueUtc <= nowUtc.AddYears(MostYears))
            return null;
        return isPublication ? new("定时发布的时间（{0}）太远，最多 {1} 年。请检查年份。", due, MostYears) : new("定时归档撤下的时间（{0}）太远，最多 {1} 年。请检查年份。", due, MostYears);
    }

    /// <summary>The fault of two times of one version: what is archived must have been published before.</summary>
    public static Wording? FaultOfOrder(DateTime? publishUtc, DateTime? archiveUtc, TimeZoneInfo zone) => publishUtc is { } publish && archiveUtc is { } archive && archive <= publish
        ? new("定时发布（{0}）应早于定时归档撤下（{1}）。请修改或取消其中一个。", Words(publish, zone), Words(archive, zone))
        : null;

    /// <summary>The fault of publishing now what is to be published at a time: whoever set the time may not mean now.</summary>
    public static Wording? FaultOfPublishingNow(DateTime? publishUtc, TimeZoneInfo zone) => publishUtc is { } due
        ? new("填有定时发布的时间（{0}），没有马上发布。要到时发布，请选“保存并定时”；要马上发布，请先清空这个时间。", Words(due, zone))
        : null;

    /// <summary>A time that an editor wrote, in the site's time zone, as UTC; null with a fault.</summary>
    /// <param name="text"><c>2026-03-01T09:30</c>, as a browser's field has it, or with a space.</param>
    /// <param name="zone">The site's time zone.</param>
    /// <param name="fault">What is wrong with the text.</param>
    public static DateTime? ReadLocal(string text, TimeZoneInfo zone, out Wording? fault)
    {
        fault = null;
        string[] forms = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy/M/d H:mm"];
        if (!DateTime.TryParseExact(text.Trim(), forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            fault = $"“{ShortText.Of(text)}”不是日期和时间，应写作 2026-03-01 09:30。";
            return null;
        }

        local = new(local.Year, local.Month, local.Day, local.Hour, local.Minute, 0, DateTimeKind.Unspecified);
        if (zone.IsInvalidTime(local))
        {
            fault = $"{local:yyyy-MM-dd HH:mm} 这一时刻在{zone.DisplayName}不存在（改用夏令时的时候跳过了它）。请换一个时间。";
            return null;
        }

        // Of two such hours the first: nothing is public later than it was said.
        return zone.IsAmbiguousTime(local)
            ? DateTime.SpecifyKind(local - zone.GetAmbiguousTimeOffsets(local).Max(), DateTimeKind.Utc)
            : TimeZoneInfo.ConvertTimeToUtc(local, zone);
    }

    /// <summary>A point in time as people of the site read it: <c>2026-03-01 09:30</c>.</summary>
    public static string Words(DateTime utc, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The offset of the site's time zone at a point in time: <c>UTC+08:00</c>.</summary>
    public static string OffsetWords(DateTime utc, TimeZoneInfo zone)
    {
        var offset = zone.GetUtcOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc));
        return string.Create(CultureInfo.InvariantCulture, $"UTC{(offset < TimeSpan.Zero ? '-' : '+')}{offset.Duration():hh\\:mm}");
    }
}
