using System.Globalization;

namespace Gongkai.Content;

/// <summary>Clears what was carried out: else a withdrawn item would be published again, a published one withdrawn, by a time that is long past.</summary>
/// <param name="time">The clock.</param>
internal sealed class ScheduleHandler(TimeProvider time) : IContentHandler
{
    private const string PublishLater = "PublishLaterPart";
    private const string ArchiveLater = "ArchiveLaterPart";

    public int Order => HandlerOrder.Model;

    public ValueTask PublishingAsync(ContentChange change, CancellationToken cancellationToken)
    {
        if (change.IsImport)
            return ValueTask.CompletedTask;
        Clear(change.Item, PublishLater, PublishLaterPart.Property);
        if (change.Item.Part(ArchiveLater)?.Instant(ArchiveLaterPart.Property) is { } due && due <= time.GetUtcNow().UtcDateTime)
            change.Refuse($"{ArchiveLater}.{ArchiveLaterPart.Property}", string.Create(CultureInfo.InvariantCulture, $"定时撤下的时间（{due:yyyy-MM-dd HH:mm} UTC）已过，请改为以后的时间或清空后再发布。"));
        return ValueTask.CompletedTask;
    }

    public ValueTask UnpublishingAsync(ContentChange change, CancellationToken cancellationToken)
    {
        Clear(change.Item, PublishLater, PublishLaterPart.Property);
        Clear(change.Item, ArchiveLater, ArchiveLaterPart.Property);
        return ValueTask.CompletedTask;
    }

    private static void Clear(ContentItem item, string part, string property)
    {
        if (item.Part(part) is { } json && json.ContainsKey(property))
            json[property] = null;
    }
}
