namespace Gongkai.Content;

/// <summary>Clears what was carried out: else a withdrawn item would be published again, a published one withdrawn, by a time that is long past.</summary>
/// <remarks>And keeps editors from times that are over.</remarks>
/// <param name="time">The clock.</param>
/// <param name="site">The time zone in which times are said.</param>
internal sealed class ScheduleHandler(TimeProvider time, SiteSettings site) : IContentHandler
{
    private const string PublishLater = "PublishLaterPart";
    private const string ArchiveLater = "ArchiveLaterPart";

    public int Order => HandlerOrder.Model;

    public void Copying(ContentItem copy)
    {
        Clear(copy, PublishLater, PublishLaterPart.Property);
        Clear(copy, ArchiveLater, ArchiveLaterPart.Property);
    }

    public ValueTask SavingAsync(ContentChange change, CancellationToken cancellationToken)
    {
        if (change.IsImport)
            return ValueTask.CompletedTask;
        var (publish, archive) = (ScheduleTimes.Of(change.Item, ScheduleAction.Publish), ScheduleTimes.Of(change.Item, ScheduleAction.Unpublish));
        Check(change, ScheduleAction.Publish, publish);
        Check(change, ScheduleAction.Unpublish, archive);
        if (change.Errors.Count == 0 && ScheduleRules.FaultOfOrder(publish, archive, site.TimeZone) is { } fault)
            change.Refuse($"{PublishLater}.{PublishLaterPart.Property}", fault);
        return ValueTask.CompletedTask;
    }

    public ValueTask PublishingAsync(ContentChange change, CancellationToken cancellationToken)
    {
        if (change.IsImport)
            return ValueTask.CompletedTask;
        Clear(change.Item, PublishLater, PublishLaterPart.Property);
        if (change.Item.Part(ArchiveLater)?.Instant(ArchiveLaterPart.Property) is { } due && due <= time.GetUtcNow().UtcDateTime)
            change.Refuse($"{ArchiveLater}.{ArchiveLaterPart.Property}", $"定时归档撤下的时间（{ScheduleRules.Words(due, site.TimeZone)}）已过，请改为以后的时间或清空后再发布。");
        return ValueTask.CompletedTask;
    }

    public ValueTask UnpublishingAsync(ContentChange change, CancellationToken cancellationToken)
    {
        Clear(change.Item, PublishLater, PublishLaterPart.Property);
        Clear(change.Item, ArchiveLater, ArchiveLaterPart.Property);
        return ValueTask.CompletedTask;
    }

    /// <summary>A time that was there before is not the editor's doing.</summary>
    private void Check(ContentChange change, ScheduleAction action, DateTime? due)
    {
        if (due is not { } dueUtc || (change.Before.Latest is { } before && ScheduleTimes.Of(before, action) == due))
            return;
        var (part, property) = action == ScheduleAction.Publish ? (PublishLater, PublishLaterPart.Property) : (ArchiveLater, ArchiveLaterPart.Property);
        if (ScheduleRules.FaultOfTime(action, dueUtc, time.GetUtcNow().UtcDateTime, site.TimeZone) is { } fault)
            change.Refuse($"{part}.{property}", fault);
    }

    private static void Clear(ContentItem item, string part, string property)
    {
        if (item.Part(part) is { } json && json.ContainsKey(property))
            json[property] = null;
    }
}
