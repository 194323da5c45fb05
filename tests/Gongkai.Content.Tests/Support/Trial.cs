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

    /// <summary>The places of the faults; the one taxonomy <c>topics</c> has the one term <c>t1</c>.</summary>
    public string[] Faults(bool publish = true) => [.. Errors(publish).Select(error => error.Path)];

    public IReadOnlyList<ValidationError> Errors(bool publish = true) =>
        new ContentValidator(new([new("catalogue"), new("entries", "T", 2)])).Validate(_item, _definitions, (taxonomy, term) => (taxonomy, term) == ("topics", "t1"), publish);

    public IndexContribution Contribution => IndexContribution.Of(_item, _definitions);

    public string Public => PublicJson.Of(_item, _definitions)["P"]!.ToJsonString();

    public static JsonObject Json(string text) => JsonNode.Parse(text)!.AsObject();

    public static DefinitionSettings Settings(string json) => new(Json(json));

    public static ContentTypeDefinition Type(string name, params (string Name, string Kind, string Settings)[] parts) =>
        new(name, name, DefinitionSettings.None, [.. parts.Select(part => new ContentTypePartDefinition(part.Name, part.Kind, Settings(part.Settings)))]);
}
