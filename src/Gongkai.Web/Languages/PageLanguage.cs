using System.Globalization;

namespace Gongkai.Web.Languages;

/// <summary>A language of the public pages. What editors write is in Simplified Chinese, whatever the language of the page around it.</summary>
public sealed class PageLanguage
{
    // Not the culture of the thread: that is the machine's wherever there is no request.
    private static readonly AsyncLocal<PageLanguage?> Chosen = new();

    private PageLanguage(string code, string name, string segment, string culture, string locale) =>
        (Code, Name, Segment, Culture, Locale) = (code, name, segment, CultureInfo.GetCultureInfo(culture), locale);

    /// <summary>简体: the default, and the language of the content.</summary>
    public static PageLanguage Simplified { get; } = new("zh-Hans", "简体", "", "zh-CN", "zh_CN");

    /// <summary>繁體.</summary>
    public static PageLanguage Traditional { get; } = new("zh-Hant", "繁體", "zh-hant", "zh-TW", "zh_TW");

    /// <summary>English.</summary>
    public static PageLanguage English { get; } = new("en", "English", "en", "en-GB", "en_GB");

    /// <summary>All languages, the default first.</summary>
    public static IReadOnlyList<PageLanguage> All { get; } = [Simplified, Traditional, English];

    /// <summary>The language of the page that is being made; the default where none is.</summary>
    public static PageLanguage Current => Chosen.Value ?? Simplified;

    /// <summary>Its BCP 47 tag, as in <c>lang</c> and <c>hreflang</c>.</summary>
    public string Code { get; }

    /// <summary>What it calls itself.</summary>
    public string Name { get; }

    /// <summary>The first segment of its addresses, lower case; empty for the default, whose addresses have none.</summary>
    public string Segment { get; }

    /// <summary>How it writes dates and numbers.</summary>
    public CultureInfo Culture { get; }

    /// <summary>Its name in Open Graph, as <c>zh_CN</c>.</summary>
    public string Locale { get; }

    /// <summary>Whether pages in it are in the language of the content.</summary>
    public bool IsOfContent => this == Simplified;

    /// <summary>Makes pages in this language from here on, along the asynchronous flow of the caller.</summary>
    public void Use() => Chosen.Value = this;

    /// <summary>The language of a code, whatever its case; null when there is none.</summary>
    public static PageLanguage? Find(string? code) => code is null ? null : All.FirstOrDefault(language => string.Equals(language.Code, code, StringComparison.OrdinalIgnoreCase));

    /// <inheritdoc/>
    public override string ToString() => Code;
}
