using System.Text.Json.Nodes;

namespace Gongkai.Content.Tests;

/// <summary>One field or part of some settings, tried with a value.</summary>
public sealed class Trial
{
    private readonly ContentItem _item;
    private readonly DefinitionSnapshot _definitions;

    private Trial(ContentItem item, DefinitionSnapshot definitions) => (_item, _definitions) = (item, definitions);

    /// <summary>The field <c>F</c> of the part <c>P</c>.</summary>
    public static Trial OfField(string kind, string settings, string? value) => new(
        new(Json($$$"""{"ContentItemId":"a","ContentType":"T","P":{{{{(value is null ? "" : $"\"F\":{value}")}}}}}""")),
        new([Type("T", ("P", "P", "{}"))], [new("P", DefinitionSettings.None, [new("F", kind, Settings(settings))])]));

    /// <summary>The part <c>P</c> of a kind; nested items are of the type <c>N</c>, which has a title.</summary>
    public static Trial OfPart(string kind, string settings, string? value) => new(
        new(Json($$$"""{"ContentItemId":"a","ContentType":"T"{{{(value is null ? "" : $",\"P\":{value}")}}}}""")),
        new([Type("T", ("P", kind, settings)), Type("N", ("TitlePart", "TitlePart", "{}")), Type("Other", ("TitlePart", "TitlePart", "{}"))], []));

    /// <summary>An item of the type <c>N</c>, which has a title, or <c>Bagged</c>, which has a bag of them.</summary>
    public static Trial OfItem(string item) => new(
        new(Json(item)), new([Type("N", ("TitlePart", "TitlePart", "{}")), Type("Bagged", ("BagPart", "BagPart", "{}"))], []));

    /// <summary>The places of the faults; the one taxonomy <c>topics</c> has the term <c>t1</c>, and <c>t2</c> with terms below it.</summary>
    public string[] Faults(bool publish = true) => [.. Errors(publish).Select(error => error.Path)];

    public IReadOnlyList<ValidationError> Errors(bool publish = true) =>
        new ContentValidator(new([new("catalogue"), new("entries", "T", 2)])).Validate(_item, _definitions, Terms, publish);

    /// <summary>The taxonomy <c>topics</c>: <c>t1</c>, and <c>t2</c> with terms below it.</summary>
    public static IKnownTerms Terms { get; } = new Topics();

    public IndexContribution Contribution => IndexContribution.Of(_item, _definitions);

    public string PublicItem => PublicJson.Of(_item, _definitions).ToJsonString();

    public string Public => PublicJson.Of(_item, _definitions)["P"]!.ToJsonString();

    public static JsonObject Json(string text) => JsonNode.Parse(text)!.AsObject();

    public static DefinitionSettings Settings(string json) => new(Json(json));

    public static ContentTypeDefinition Type(string name, params (string Name, string Kind, string Settings)[] parts) =>
        new(name, name, DefinitionSettings.None, [.. parts.Select(part => new ContentTypePartDefinition(part.Name, part.Kind, Settings(part.Settings)))]);

    private sealed class Topics : IKnownTerms
    {
        public bool Has(string taxonomyId, string termId) => taxonomyId == "topics" && termId is "t1" or "t2";

        public bool HasBelow(string taxonomyId, string termId) => termId == "t2";
    }
}
