namespace Gongkai.Content;

/// <summary>The times in an item at which something is to be done with it.</summary>
public static class ScheduleTimes
{
    /// <summary>When something is to be done with a version, UTC; null when it is not.</summary>
    public static DateTime? Of(ContentItem version, ScheduleAction action) => version.Part(PartOf(action))?.Instant(PropertyOf(action));

    /// <summary>A copy of a version with another time, or none.</summary>
    public static ContentItem With(ContentItem version, ScheduleAction action, DateTime? dueUtc)
    {
        var copy = version.Clone();
        if (dueUtc is not null || copy.Part(PartOf(action)) is not null)
            copy.EnsurePart(PartOf(action))[PropertyOf(action)] = FieldJson.Instant(dueUtc);
        return copy;
    }

    private static string PartOf(ScheduleAction action) => action == ScheduleAction.Publish ? "PublishLaterPart" : "ArchiveLaterPart";

    private static string PropertyOf(ScheduleAction action) => action == ScheduleAction.Publish ? PublishLaterPart.Property : ArchiveLaterPart.Property;
}
