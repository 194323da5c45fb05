using System.Text.Json.Nodes;

namespace Gongkai.Content;

/// <summary>The site's working days as its document of holidays has them now: read once for each state of the document, so asking for them reads nothing.</summary>
/// <param name="settings">The documents, a snapshot in memory in every process.</param>
public sealed class SiteCalendar(ISettings settings)
{
    /// <summary>The document: <c>{"2026": {"Off": ["2026-01-01/2026-01-03"], "Work": ["2026-01-04"]}}</c>.</summary>
    public const string Document = "Holidays";

    private static readonly Lazy<WorkingCalendar> Starter = new(() => Make([]));

    private Known? _known;

    /// <summary>The working days.</summary>
    public WorkingCalendar Current
    {
        get
        {
            var stamp = settings.StampOf(Document);
            if (stamp is not null && Volatile.Read(ref _known) is { } known && known.Stamp == stamp)
                return known.Calendar;
            // A site that never stored a year has what comes with the model.
            var document = settings.Get(Document);
            var calendar = document.Count == 0 ? Starter.Value : Make(document);
            if (stamp is not null)
                Volatile.Write(ref _known, new(stamp, calendar));
            return calendar;
        }
    }

    private static WorkingCalendar Make(JsonObject document) => new(HolidayList.Read(document));

    private sealed record Known(object Stamp, WorkingCalendar Calendar);
}
