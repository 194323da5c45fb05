using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.Review.Checks.Running;

/// <summary>The settings, words and working days as they are now; each is read once for each state of its document.</summary>
/// <param name="settings">The documents.</param>
/// <param name="calendar">The working days.</param>
/// <param name="site">The day.</param>
public sealed class CheckRulesSource(ISettings settings, SiteCalendar calendar, SiteSettings site)
{
    /// <summary>The document of the words: <c>{"Words": [{"Text": "登陆网站", "Proposal": "登录网站", "IsWrong": true}]}</c>.</summary>
    public const string WordsDocument = "CheckWords";

    private Known<CheckSettings>? _settings;
    private Known<CheckWords>? _words;

    /// <summary>What checks go by now.</summary>
    public CheckRules Current => new(
        Read(ref _settings, CheckSettings.Document, document => new CheckSettings(document)),
        Read(ref _words, WordsDocument, document => new CheckWords(WordList.Read(document))),
        calendar.Current,
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
