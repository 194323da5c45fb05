using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Gongkai.Content;

namespace Gongkai.Desk.Texts;

/// <summary>The desk's texts in the language of whoever is there: <c>L["保存"]</c>.</summary>
/// <remarks>
/// The key is the text in Simplified Chinese. The other languages are in <c>Texts/*.json</c>, one file for each area of the desk:
/// <c>{"保存": {"zh-Hant": "儲存", "en": "Save"}}</c>. A test fails where a text of a page, or what a rule says (<see cref="Wording"/>), has no translation.
/// </remarks>
public sealed class DeskTexts
{
    /// <summary>The languages by their code, in their own names; the first is the default.</summary>
    public static readonly IReadOnlyDictionary<string, string> Languages = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["zh-Hans"] = "简体",
        ["zh-Hant"] = "繁體",
        ["en"] = "English",
    };

    private const string Folder = "Texts/";

    private static readonly Lazy<FrozenDictionary<string, FrozenDictionary<string, string>>> Translations = new(Load);

    // Not the culture of the thread: that is the machine's wherever there is no request.
    private static readonly AsyncLocal<string?> Chosen = new();

    /// <summary>The language of the current request; the default where there is none, as on the command line.</summary>
    public static string Language => Chosen.Value ?? Languages.Keys.First();

    /// <summary>Every key, with its text by language.</summary>
    internal static IReadOnlyDictionary<string, FrozenDictionary<string, string>> All => Translations.Value;

    /// <summary>Takes a language for the current request; the default for a code that is none.</summary>
    internal static void Use(string? language) => Chosen.Value = language is not null && Languages.ContainsKey(language) ? language : null;

    /// <summary>A text; a key without a translation stands for itself.</summary>
    public string this[string key] => Translations.Value.GetValueOrDefault(key)?.GetValueOrDefault(Language) ?? key;

    /// <summary>A text with values at <c>{0}</c>, <c>{1}</c> and so on.</summary>
    public string this[string key, params object?[] values] => string.Format(CultureInfo.InvariantCulture, this[key], [.. values.Select(value => value is Wording wording ? Of(wording) : value)]);

    /// <summary>What a rule says.</summary>
    public string Of(Wording wording) => wording.In(key => this[key]);

    private static FrozenDictionary<string, FrozenDictionary<string, string>> Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var all = new Dictionary<string, FrozenDictionary<string, string>>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            foreach (var (key, texts) in JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(stream)!)
                all.TryAdd(key, texts.ToFrozenDictionary(StringComparer.Ordinal));
        }

        return all.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
