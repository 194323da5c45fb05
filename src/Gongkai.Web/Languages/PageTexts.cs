using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;

namespace Gongkai.Web.Languages;

/// <summary>The texts of the public pages in the language of the page: <c>PageTexts.Of("首页")</c>, in templates <c>{{ '首页' | t }}</c>.</summary>
/// <remarks>
/// The key is the text in Simplified Chinese, so that what has no translation is shown in it. The other languages are in <c>Texts/&lt;language&gt;/*.json</c>,
/// a file for each area: <c>{"首页": "Home"}</c>. A test fails where a text has no translation, or one with other places for values.
/// </remarks>
public static class PageTexts
{
    private const string Folder = "PageTexts/";
    private const int LeastGrouped = 10_000;

    private static readonly Lazy<FrozenDictionary<string, FrozenDictionary<string, string>>> Translations = new(Load);

    /// <summary>Every translated text by language and key.</summary>
    public static IReadOnlyDictionary<string, FrozenDictionary<string, string>> All => Translations.Value;

    /// <summary>A text in the language of the page.</summary>
    public static string Of(string key) => Of(PageLanguage.Current, key);

    /// <summary>A text in the language of the page, with values at <c>{0}</c>, <c>{1}</c> and so on.</summary>
    public static string Of(string key, params ReadOnlySpan<object?> values) => Fill(Of(key), values);

    /// <summary>A text in a language; a key without a translation stands for itself.</summary>
    public static string Of(PageLanguage language, string key) =>
        !language.IsOfContent && Translations.Value.TryGetValue(language.Code, out var texts) && texts.TryGetValue(key, out var text) ? text : key;

    /// <summary>A text with values in it. Each place is filled once: what a value says is never taken for a place.</summary>
    public static string Fill(string text, params ReadOnlySpan<object?> values)
    {
        if (values.Length == 0 || !text.Contains('{', StringComparison.Ordinal))
            return text;
        var result = new StringBuilder(text.Length + 32);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '{' && i + 2 < text.Length && text[i + 2] == '}' && text[i + 1] - '0' is >= 0 and var place && place < values.Length)
                (_, i) = (result.Append(Write(values[place])), i + 2);
            else
                result.Append(text[i]);
        }

        return result.ToString();
    }

    /// <summary>The language of a text that is content, for <c>lang</c>: null on pages in the language of the content, and where the text has a translation or nothing to translate.</summary>
    public static string? LanguageOf(string? content) =>
        PageLanguage.Current.IsOfContent || string.IsNullOrEmpty(content) || IsTranslated(content) || !content.Any(IsHan) ? null : PageLanguage.Simplified.Code;

    /// <summary>A number as pages write it: digits in groups from five on, so that years never are.</summary>
    public static string Number(long number) =>
        number.ToString(number is >= LeastGrouped or <= -LeastGrouped ? "N0" : "0", PageLanguage.Current.Culture);

    private static bool IsTranslated(string content) =>
        Translations.Value.TryGetValue(PageLanguage.Current.Code, out var texts) && texts.ContainsKey(content);

    private static bool IsHan(char c) => c is >= '\u3400' and <= '\u9fff' or >= '\uf900' and <= '\ufaff' || char.IsSurrogate(c);

    private static string Write(object? value) => value switch
    {
        int number => Number(number),
        long number => Number(number),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value?.ToString() ?? "",
    };

    private static FrozenDictionary<string, FrozenDictionary<string, string>> Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var all = PageLanguage.All.Where(language => !language.IsOfContent).ToDictionary(language => language.Code, _ => new Dictionary<string, string>(StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            var texts = all[name[Folder.Length..].Split('/')[0]];
            foreach (var (key, text) in JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!)
                texts.TryAdd(key, text);
        }

        return all.ToFrozenDictionary(language => language.Key, language => language.Value.ToFrozenDictionary(StringComparer.Ordinal), StringComparer.Ordinal);
    }
}
