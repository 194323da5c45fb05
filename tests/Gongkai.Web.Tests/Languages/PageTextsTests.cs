using System.Text.Json;
using System.Text.RegularExpressions;
using Gongkai.Web.Languages;

namespace Gongkai.Web.Tests.Languages;

/// <summary>Every text that a public page shows is there in every language.</summary>
public sealed partial class PageTextsTests
{
    private static readonly string Root = FindRoot();

    /// <summary>What a template says is a key, unless it is compared: a value that editors choose.</summary>
    [Fact]
    public void Every_text_of_the_templates_is_translated()
    {
        var used = Templates().SelectMany(file => Tag().Matches(File.ReadAllText(file)).SelectMany(tag => Literal().Matches(tag.Value)))
            .Where(literal => !literal.Groups["compared"].Success && (IsChinese(literal.Groups["text"].Value) || literal.Groups["translated"].Success))
            .Select(literal => literal.Groups["text"].Value).ToHashSet(StringComparer.Ordinal);

        Assert.True(used.Count > 200);
        Assert.All(PageTexts.All.Values, texts => Assert.Empty(used.Except(texts.Keys)));
    }

    [Fact]
    public void No_template_shows_Chinese_outside_of_the_filter_for_texts() =>
        Assert.Empty(Templates().SelectMany(file => Tag().Replace(File.ReadAllText(file), "").Split('\n').Where(IsChinese).Select(line => $"{Path.GetFileName(file)}: {line.Trim()}")));

    [Fact]
    public void Every_text_that_the_code_of_pages_asks_for_is_translated()
    {
        var used = Code().SelectMany(line => Use().Matches(line)).SelectMany(use => use.Groups["text"].Captures).Select(text => Regex.Unescape(text.Value)).ToHashSet(StringComparer.Ordinal);

        Assert.True(used.Count > 60);
        Assert.All(PageTexts.All.Values, texts => Assert.Empty(used.Except(texts.Keys)));
    }

    /// <summary>Labels are translated where they are shown, so a link's label is a key.</summary>
    [Fact]
    public void Every_label_that_the_code_gives_a_link_is_translated()
    {
        var used = Code().SelectMany(line => Label().Matches(line)).Select(use => use.Groups["text"].Value).Where(IsChinese).ToHashSet(StringComparer.Ordinal);

        Assert.Contains("首页", used);
        Assert.All(PageTexts.All.Values, texts => Assert.Empty(used.Except(texts.Keys)));
    }

    /// <summary>A sentence with values in it is put together by <c>PageTexts</c>, so that each language has its own order.</summary>
    [Fact]
    public void No_page_puts_a_Chinese_sentence_together_by_itself() =>
        Assert.DoesNotContain(Code(), line => Interpolated().Matches(line).Any(match => IsChinese(match.Groups["text"].Value)));

    [Fact]
    public void Every_language_has_the_same_texts_with_the_same_places_for_values()
    {
        var languages = PageTexts.All.Values.ToList();

        Assert.Equal(PageLanguage.All.Where(language => !language.IsOfContent).Select(language => language.Code).Order(StringComparer.Ordinal), PageTexts.All.Keys.Order(StringComparer.Ordinal));
        Assert.All(languages, texts => Assert.Empty(languages[0].Keys.Except(texts.Keys).Concat(texts.Keys.Except(languages[0].Keys))));
        Assert.All(languages.SelectMany(texts => texts), text => Assert.Equal(PlacesOf(text.Key), PlacesOf(text.Value)));
        Assert.All(languages.SelectMany(texts => texts), text => Assert.NotEmpty(text.Value));
        Assert.DoesNotContain(PageTexts.All["en"].Values, IsChinese);
    }

    [Fact]
    public void No_two_files_of_a_language_translate_the_same_text() =>
        Assert.All(Directory.EnumerateDirectories(Path.Combine(Root, "src", "Gongkai.Web", "Texts")), folder =>
            Assert.Empty(Directory.EnumerateFiles(folder, "*.json").SelectMany(file => JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(file))!.Keys)
                .GroupBy(key => key, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key)));

    [Theory]
    [InlineData("共 {0} 条", "共 {1} 条")]
    [InlineData("{0}与{1}", "{1}与b")]
    [InlineData("{2} {x} {", "{2} {x} {")]
    public void A_value_is_never_taken_for_a_place(string text, string expected) => Assert.Equal(expected, PageTexts.Fill(text, "{1}", "b"));

    [Theory]
    [InlineData(2026, "2026")]
    [InlineData(9999, "9999")]
    [InlineData(112000, "112,000")]
    public void Long_numbers_are_grouped_and_years_are_not(int number, string expected) => Assert.Equal(expected, PageTexts.Fill("{0}", number));

    [Fact]
    public async Task A_label_without_a_translation_says_which_language_it_is_in()
    {
        Assert.Null(PageTexts.LanguageOf("甲市教育局"));
        await Task.Run(() =>
        {
            PageLanguage.English.Use();
            Assert.Equal("zh-Hans", PageTexts.LanguageOf("甲市教育局"));
            Assert.Null(PageTexts.LanguageOf("首页"));
            Assert.Null(PageTexts.LanguageOf("2026"));
        });
        Assert.Equal("首页", PageTexts.Of("首页"));
    }

    [Fact]
    public async Task Days_are_written_as_the_language_writes_them()
    {
        var day = new DateOnly(2026, 11, 26);
        Assert.Equal(("2026-11-26", "2026年11月26日"), (PageDates.Short(day), PageDates.Long(day)));
        await Task.Run(() =>
        {
            PageLanguage.English.Use();
            Assert.Equal(("26 Nov 2026", "26 November 2026"), (PageDates.Short(day), PageDates.Long(day)));
        });
    }

    private static string[] PlacesOf(string text) => [.. Place().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal)];

    private static bool IsChinese(string text) => text.Any(c => c is >= '\u4e00' and <= '\u9fff');

    private static IEnumerable<string> Templates() =>
        Files("*.liquid", "src/Gongkai.Web", "src/Gongkai.Catalogue", "src/Gongkai.Interpretations", "src/Gongkai.PolicyQuestions", "src/Gongkai.SearchPages", "src/Gongkai.Syndication", "src/Gongkai.Subscriptions", "src/Gongkai.Feedback", "src/OrchardSite", "themes");

    /// <summary>The lines of the code that makes pages, without comments, and without what is said to editors who import a table, to operators and to programs.</summary>
    private static IEnumerable<string> Code() =>
        Files("*.cs", "src/Gongkai.Web", "src/Gongkai.Catalogue", "src/Gongkai.Interpretations", "src/Gongkai.PolicyQuestions", "src/Gongkai.SearchPages", "src/Gongkai.Syndication", "src/Gongkai.Subscriptions", "src/Gongkai.Feedback", "src/OrchardSite/Pages")
            .Where(file => Path.GetFileName(file) is not ("StandardItemTable.cs" or "StandardRow.cs" or "StandardColumns.cs" or "DisclosureEntryHandler.cs" or "QaIssueHandler.cs" or "DatasetWriter.cs" or "FaultyTemplatePage.cs" or "WorkbookWriter.cs"))
            .SelectMany(File.ReadLines).Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && !line.Contains(".Log", StringComparison.Ordinal));

    private static IEnumerable<string> Files(string pattern, params string[] folders) =>
        folders.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "OrchardSite.sln")))
            folder = folder.Parent!;
        return folder.FullName;
    }

    [GeneratedRegex(@"\{\{.*?\}\}|\{%.*?%\}", RegexOptions.Singleline, 10_000)]
    private static partial Regex Tag();

    [GeneratedRegex(@"(?<compared>(==|!=|contains|startswith)\s*)?'(?<text>[^']*)'(?<translated>\s*\|\s*t\b)?", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Literal();

    [GeneratedRegex("""PageTexts\.Of\((?:[^"();]*\? )?"(?<text>(?:[^"\\]|\\.)+)"(?:[^"();]* : "(?<text>(?:[^"\\]|\\.)+)")?""", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Use();

    [GeneratedRegex("""\bnew(?: Link)?\("(?<text>[^"]+)", """, RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Label();

    [GeneratedRegex("""\$"(?<text>[^"]*)""", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Interpolated();

    [GeneratedRegex(@"\{\d\}|#\d", RegexOptions.None, 1_000)]
    private static partial Regex Place();
}
