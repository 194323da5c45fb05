namespace Gongkai.Recipes.Tests;

/// <summary>Recipes for tests.</summary>
internal static class Recipe
{
    /// <summary>A type for notices and one for taxonomies with their terms.</summary>
    public const string Definitions = """
        {"name":"ContentDefinition","ContentTypes":[
        {"Name":"Notice","DisplayName":"通知公告","Settings":{"ContentTypeSettings":{"Creatable":true}},"ContentTypePartDefinitionRecords":[
          {"PartName":"TitlePart","Name":"TitlePart","Settings":{}},{"PartName":"AutoroutePart","Name":"AutoroutePart","Settings":{}},
          {"PartName":"MarkdownBodyPart","Name":"MarkdownBodyPart","Settings":{}},{"PartName":"Notice","Name":"Notice","Settings":{}}]},
        {"Name":"Taxonomy","DisplayName":"分类","Settings":{},"ContentTypePartDefinitionRecords":[
          {"PartName":"TitlePart","Name":"TitlePart","Settings":{}},{"PartName":"AliasPart","Name":"AliasPart","Settings":{}},{"PartName":"TaxonomyPart","Name":"TaxonomyPart","Settings":{}}]},
        {"Name":"Topic","DisplayName":"主题","Settings":{},"ContentTypePartDefinitionRecords":[{"PartName":"TitlePart","Name":"TitlePart","Settings":{}},{"PartName":"TermPart","Name":"TermPart","Settings":{}}]}],
        "ContentParts":[{"Name":"Notice","Settings":{},"ContentPartFieldDefinitionRecords":[
          {"FieldName":"TextField","Name":"Number","Settings":{"ContentPartFieldSettings":{"DisplayName":"文号"}}},
          {"FieldName":"DateField","Name":"Day","Settings":{}},
          {"FieldName":"TaxonomyField","Name":"Topics","Settings":{"TaxonomyFieldSettings":{"TaxonomyContentItemId":"topics"}}}]}]}
        """;

    public static readonly string Topics = Taxonomy("topics-1", "t1", "t2");

    public static string Of(params string[] steps) => "{\"name\":\"试\",\"steps\":[\n" + string.Join(",\n", steps) + "\n]}";

    public static string Content(params string[] items) => "{\"name\":\"Content\",\"data\":[\n" + string.Join(",\n", items) + "\n]}";

    public static string Taxonomy(string version, params string[] terms) =>
        $$$"""{"ContentItemId":"topics","ContentItemVersionId":"{{{version}}}","ContentType":"Taxonomy","DisplayText":"主题","Latest":true,"Published":true,"CreatedUtc":"2026-08-01T00:00:00Z","ModifiedUtc":"2026-08-01T00:00:00Z","PublishedUtc":"2026-08-01T00:00:00Z","Owner":"","Author":"admin","TitlePart":{"Title":"主题"},"AliasPart":{"Alias":"topics"},"TaxonomyPart":{"TermContentType":"Topic","Terms":[{{{string.Join(",", terms.Select(term => $$$"""{"ContentItemId":"{{{term}}}","ContentType":"Topic","DisplayText":"{{{term}}}","TitlePart":{"Title":"{{{term}}}"},"TermPart":{"TaxonomyContentItemId":"topics"},"Terms":[]}"""))}}}]}}""";

    /// <summary>A notice; <paramref name="more"/> is added to its JSON, <paramref name="fields"/> to its part.</summary>
    public static string Notice(string id, string? version = null, string flags = "\"Latest\":true,\"Published\":true", string fields = "", string more = "", string? path = null, string title = "通知") =>
        $$$"""{"ContentItemId":"{{{id}}}","ContentItemVersionId":"{{{version ?? id + "-1"}}}","ContentType":"Notice","DisplayText":"{{{title}}}",{{{flags}}},"CreatedUtc":"2026-08-01T00:00:00Z","ModifiedUtc":"2026-08-01T00:00:00Z","PublishedUtc":"2026-08-01T00:00:00Z","Owner":"","Author":"admin","TitlePart":{"Title":"{{{title}}}"},"AutoroutePart":{"Path":"{{{path ?? "notice/" + id}}}"},"Notice":{{{{fields}}}}{{{more}}}}""";
}
