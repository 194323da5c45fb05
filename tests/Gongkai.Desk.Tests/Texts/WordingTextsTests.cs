using Gongkai.Desk.Texts;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Gongkai.Desk.Tests.Texts;

/// <summary>What rules say is there in every language of the desk: the texts are found in the code, so that a new one without a translation fails here.</summary>
public sealed class WordingTextsTests
{
    private static readonly string Source = Path.Combine(DeskTextsTests.Root(), "src");

    /// <summary>Where rules speak to editors: whole projects, or their files.</summary>
    private static readonly string[] Speaking =
    [
        "Gongkai.Content", "Gongkai.Review", "Gongkai.Documents", "Gongkai.Storage/Items", "Gongkai.Storage/Addresses", "Gongkai.Catalogue/Entries", "Gongkai.PolicyQuestions/QaIssueHandler.cs",
        "OrchardSite/Media", "Gongkai.Desk/Bulk", "Gongkai.Desk/Checking", "Gongkai.Desk/Documents", "Gongkai.Desk/Editing", "Gongkai.Desk/Media", "Gongkai.Desk/Publishing", "Gongkai.Desk/Reviews",
    ];

    /// <summary>Files whose Chinese is not said to editors.</summary>
    private static readonly Dictionary<string, string> Silent = new(StringComparer.Ordinal)
    {
        ["DeskUser.cs"] = "a name that is stored",
        ["Publicity.cs"] = "a value of the disclosure mode",
        ["ModeDecision.cs: Modes"] = "values of the disclosure mode",
        ["PlanRules.cs: Forms"] = "values of the form",
        ["Repeal.cs: InForce"] = "a value of the validity",
        ["AuditExport.cs"] = "heads of a file",
        ["SearchLogExport.cs"] = "heads of a file",
        ["SiteCheckReport.cs"] = "heads of a file",
        ["AuditVerification.cs"] = "for the log and the command line; the desk has its own words",
        ["OutboxDelivery.cs"] = "for the log; the desk shows it as the reason of a mail that did not go",
        ["IDefinitionChanges.cs"] = "the desk says it in its own words",
        ["ContentOperation.cs"] = "the desk says it in its own words",
        ["ArticleNumber.cs"] = "characters that are recognised",
        ["PassageAnchors.cs"] = "characters that are recognised",
        ["VocabularyText.cs"] = "a heading in a file",
        ["HomeAddresses.cs"] = "words that are recognised",
        ["IdentityNumbers.cs"] = "words that are recognised",
        ["PersonalNames.cs"] = "words that are recognised",
        ["PhoneNumbers.cs"] = "words that are recognised",
        ["PlainLanguage.cs: Nouns"] = "words that are recognised",
        ["PlainLanguage.cs: Of"] = "words that are recognised",
        ["PlainLanguage.cs: ExplainsItself"] = "words that are recognised",
        ["PlainSettings.cs"] = "words that are recognised",
        ["WordList.cs: Parse"] = "words of a file",
        ["WordList.cs: Format"] = "words of a file",
        ["ColumnLines.cs: WordsOf"] = "words of a file",
        ["MaskedItems.cs: Suffix"] = "a part of file names",
        ["OfficialLayout.cs: NumberIn"] = "a document number",
        ["NumberFormats.cs"] = "numerals",
        ["ChineseDate.cs"] = "numerals",
        ["ParagraphStyles.cs"] = "names of styles in documents",
    };

    [Fact]
    public void Everything_that_rules_say_is_translated()
    {
        var texts = Texts().ToList();

        Assert.True(texts.Count > 300);
        Assert.Empty(texts.Where(text => !DeskTexts.All.ContainsKey(text.Key)).Select(text => $"{text.Place} in {MemberOf(text)}: {text.Key}"));
    }

    [Fact]
    public void Every_file_that_is_passed_over_says_something_by_itself() =>
        Assert.Empty(Silent.Keys.Except(Speaking.SelectMany(Files).SelectMany(SourceText.In).SelectMany(text => new[] { FileOf(text), $"{FileOf(text)}: {MemberOf(text)}" })));

    /// <summary>A key with the values in it has no translation: <c>new($"…{path}…")</c> is one, <c>$"…{path}…"</c> by itself is none.</summary>
    [Fact]
    public void No_wording_has_its_values_in_its_key() => Assert.Empty(Texts()
        .Where(text => text.HasValues && text.Node.Parent is ArgumentSyntax { Parent: ArgumentListSyntax { Parent: var made } arguments } argument && arguments.Arguments[0] == argument
            && made is ImplicitObjectCreationExpressionSyntax or ObjectCreationExpressionSyntax { Type: IdentifierNameSyntax { Identifier.ValueText: "Wording" } })
        .Select(text => $"{text.Place}: {text.Key}"));

    private static IEnumerable<SourceText> Texts() => Speaking.SelectMany(Files).SelectMany(SourceText.In)
        .Where(text => !Silent.ContainsKey(FileOf(text)) && !Silent.ContainsKey($"{FileOf(text)}: {MemberOf(text)}") && !IsOfRecipes(text));

    /// <summary>Recipes are reported to whoever imports them, in the words of the recipe steps.</summary>
    private static bool IsOfRecipes(SourceText text) => FileOf(text).EndsWith("Step.cs", StringComparison.Ordinal);

    private static IEnumerable<string> Files(string place) => place.EndsWith(".cs", StringComparison.Ordinal) ? [Path.Combine(Source, place)]
        : Directory.EnumerateFiles(Path.Combine(Source, place), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal));

    private static string FileOf(SourceText text) => text.Place[..text.Place.IndexOf('(', StringComparison.Ordinal)];

    private static string MemberOf(SourceText text) => text.Node.Ancestors().OfType<MemberDeclarationSyntax>().FirstOrDefault() switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        FieldDeclarationSyntax field => field.Declaration.Variables[0].Identifier.ValueText,
        _ => "",
    };
}
