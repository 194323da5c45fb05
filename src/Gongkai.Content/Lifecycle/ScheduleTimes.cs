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

    /// <summary>A copy of a version with the times that another has, word for word; none without another.</summary>
    public static ContentItem WithTimesOf(ContentItem version, ContentItem? other)
    {
        var copy = version.Clone();
        foreach (var action in Enum.GetValues<ScheduleAction>())
        {
            var (part, property) = (PartOf(action), PropertyOf(action));
            if (other?.Part(part) is { } known && known.ContainsKey(property))
                copy.EnsurePart(part)[property] = known[property]?.DeepClone();
            else if (copy.Part(part) is { } added && added.Remove(property) && added.Count == 0 && other?.Part(part) is null)
                copy.Json.Remove(part);
        }

        return copy;
    }

    /// <summary>Whether a version holds something as a time that is none.</summary>
    public static bool HasUnreadable(ContentItem version) => Enum.GetValues<ScheduleAction>().Any(action => version.Part(PartOf(action))?[PropertyOf(action)] is not null && Of(version, action) is null);

    private static string PartOf(ScheduleAction action) => action == ScheduleAction.Publish ? "PublishLaterPart" : "ArchiveLaterPart";

    private static string PropertyOf(ScheduleAction action) => action == ScheduleAction.Publish ? PublishLaterPart.Property : ArchiveLaterPart.Property;
}
