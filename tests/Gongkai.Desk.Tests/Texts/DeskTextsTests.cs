using System.Text.Json;
using System.Text.RegularExpressions;
using Gongkai.Desk.Texts;

namespace Gongkai.Desk.Tests.Texts;

/// <summary>Every text that a page shows is there in every language.</summary>
public sealed partial class DeskTextsTests
{
    private static readonly string Source = Path.Combine(Root(), "src", "Gongkai.Desk");

    [Fact]
    public void Every_text_of_the_pages_is_translated()
    {
        var used = Directory.EnumerateFiles(Source, "*.cs*", SearchOption.AllDirectories).Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".cshtml", StringComparison.Ordinal))
            .SelectMany(file => Use().Matches(string.Join("\n", File.ReadLines(file).Where(line => !line.TrimStart().StartsWith("///", StringComparison.Ordinal)))).Select(match => Regex.Unescape(match.Groups["key"].Value))).ToHashSet(StringComparer.Ordinal);

        Assert.NotEmpty(used);
        Assert.Empty(used.Except(DeskTexts.All.Keys));
    }

    [Fact]
    public void Every_translation_has_all_languages_and_the_same_places_for_values()
    {
        foreach (var (key, texts) in DeskTexts.All)
        {
            Assert.Equal(DeskTexts.Languages.Keys.Skip(1).Order(), texts.Keys.Order());
            Assert.All(texts.Values, text => Assert.Equal(PlacesOf(key), PlacesOf(text)));
        }
    }

    [Fact]
    public void No_two_areas_translate_a_text_differently()
    {
        var all = Directory.EnumerateFiles(Path.Combine(Source, "Texts"), "*.json")
            .SelectMany(file => JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(File.ReadAllText(file))!)
            .GroupBy(text => text.Key, text => string.Join('|', text.Value.OrderBy(one => one.Key, StringComparer.Ordinal)), StringComparer.Ordinal);

        Assert.Empty(all.Where(texts => texts.Distinct(StringComparer.Ordinal).Count() > 1).Select(texts => texts.Key));
    }

    private static string[] PlacesOf(string text) => [.. Place().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal)];

    internal static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "OrchardSite.sln")))
            folder = folder.Parent!;
        return folder.FullName;
    }

    // L["…"], texts["…"], and what links and errors are given.
    [GeneratedRegex("""(?:\bL|\btexts)\[(?<quote>")(?<key>(?:[^"\\]|\\.)+)"[\],]|Error\(nameof\(\w+\), "(?<key>[^"]+)"|new\(DeskGroup\.\w+, \d+, "[^"]+", "(?<key>[^"]+)""", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Use();

    [GeneratedRegex("""\{\d\}""", RegexOptions.None, 1_000)]
    private static partial Regex Place();
}
