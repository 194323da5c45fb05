using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace Gongkai.Subscriptions.Texts;

/// <summary>What mails say, in the language in which they were asked for. The key is the text in Simplified Chinese; the others are in <c>Texts/*.json</c>.</summary>
internal sealed class MailTexts
{
    /// <summary>The languages; the first stands for all others.</summary>
    public static readonly IReadOnlyList<string> Languages = ["zh-Hans", "zh-Hant", "en"];

    private const string Folder = "Texts/";

    private readonly FrozenDictionary<string, Dictionary<string, string>> _texts = Load();

    /// <summary>Every key with its texts.</summary>
    public IReadOnlyDictionary<string, Dictionary<string, string>> All => _texts;

    /// <summary>The language of a page's language: <c>zh-TW</c> and the like are read in Traditional script.</summary>
    public static string LanguageOf(string? page) => page switch
    {
        null => Languages[0],
        _ when page.StartsWith("en", StringComparison.OrdinalIgnoreCase) => "en",
        _ when page.Contains("Hant", StringComparison.OrdinalIgnoreCase) || page.Contains("TW", StringComparison.OrdinalIgnoreCase) || page.Contains("HK", StringComparison.OrdinalIgnoreCase) => "zh-Hant",
        _ => Languages[0],
    };

    /// <summary>A text with values at <c>{0}</c> and so on.</summary>
    public string Of(string language, string key, params object?[] values) =>
        string.Format(CultureInfo.InvariantCulture, _texts.GetValueOrDefault(key)?.GetValueOrDefault(language) ?? key, values);

    private static FrozenDictionary<string, Dictionary<string, string>> Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var all = new Dictionary<string, Dictionary<string, string>>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            foreach (var (key, texts) in JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(stream)!)
                all.Add(key, texts);
        }

        return all.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
