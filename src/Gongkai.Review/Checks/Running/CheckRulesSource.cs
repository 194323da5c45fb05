using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.Review.Checks.Running;

/// <summary>The settings, words and holidays as they are now; each is read once for each state of its document.</summary>
/// <param name="settings">The documents.</param>
/// <param name="site">The day.</param>
public sealed class CheckRulesSource(ISettings settings, SiteSettings site)
{
    /// <summary>The document of the words: <c>{"Words": [{"Text": "登陆网站", "Proposal": "登录网站", "IsWrong": true}]}</c>.</summary>
    public const string WordsDocument = "CheckWords";

    /// <summary>The document of the holidays: <c>{"2026": {"Off": ["2026-01-01/2026-01-03"], "Work": ["2026-01-04"]}}</c>.</summary>
    public const string HolidaysDocument = "Holidays";

    private Known<CheckSettings>? _settings;
    private Known<CheckWords>? _words;
    private Known<WorkingCalendar>? _calendar;

    /// <summary>What checks go by now.</summary>
    public CheckRules Current => new(
        Read(ref _settings, CheckSettings.Document, document => new CheckSettings(document)),
        Read(ref _words, WordsDocument, document => new CheckWords(WordList.Read(document))),
        Read(ref _calendar, HolidaysDocument, document => new WorkingCalendar(HolidayList.Read(document))),
        site.Today);

    private T Read<T>(ref Known<T>? known, string name, Func<JsonObject, T> read)
    {
        var stamp = settings.StampOf(name);
        if (stamp is not null && Volatile.Read(ref known) is { } kept && kept.Stamp == stamp)
            return kept.Value;
        var value = read(settings.Get(name));
        if (stamp is not null)
            Volatile.Write(ref known, new(stamp, value));
        return value;
    }

    private sealed record Known<T>(object Stamp, T Value);
}
