using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gongkai.Content.Tests;

/// <summary>Each kind in the shape that Orchard Core writes: valid, understood, shown as far as it is public, and written back as it came.</summary>
public sealed class GoldenKindTests
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> Kinds => [.. Names];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_kind_is_read_checked_indexed_shown_and_written_back(string kind)
    {
        using var golden = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Golden", kind + ".json")));
        var source = golden.RootElement.GetProperty("item").GetRawText();
        var item = new ContentItem(JsonNode.Parse(source)!.AsObject());
        var definitions = Definitions(kind, Node(golden, "settings").AsObject());

        Assert.Empty(new ContentValidator(new([])).Validate(item, definitions, Trial.Terms, forPublication: true));
        Assert.Equal(Node(golden, "index").AsArray().Select(line => line!.GetValue<string>()), LinesOf(IndexContribution.Of(item, definitions)));
        Assert.Equal(golden.RootElement.GetProperty("public").GetRawText(), PublicJson.Of(item, definitions).ToJsonString(Relaxed));
        Assert.Equal(source, item.Json.ToJsonString(Relaxed));
    }

    [Fact]
    public void Every_kind_has_its_golden_file() =>
        Assert.Equal(ContentKinds.FieldNames.Concat(ContentKinds.PartNames).Order(StringComparer.Ordinal), Names);

    private static IEnumerable<string> Names =>
        Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Golden"), "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    private static DefinitionSnapshot Definitions(string kind, JsonObject settings)
    {
        var inner = Trial.Type("Inner", ("TitlePart", "TitlePart", "{}"));
        return ContentKinds.FindField(kind) is null
            ? new([Trial.Type("Sample", (kind, kind, settings.ToJsonString())), inner], [])
            : new([Trial.Type("Sample", ("Sample", "Sample", "{}")), inner], [new("Sample", DefinitionSettings.None, [new("Value", kind, new(settings))])]);
    }

    private static IEnumerable<string> LinesOf(IndexContribution contribution)
    {
        foreach (var route in contribution.Routes)
            yield return $"route {route.Path} {route.ContainedItemId}".TrimEnd();
        foreach (var alias in contribution.Aliases)
            yield return $"alias {alias}";
        foreach (var term in contribution.Terms)
            yield return $"term {term.Field} {term.TaxonomyId} {term.TermId}";
        foreach (var reference in contribution.References)
            yield return $"reference {reference.Field} {reference.ContentItemId}";
        foreach (var text in contribution.Texts)
            yield return $"text {text.Field} {text.Role} {text.Text}";
        foreach (var value in contribution.Values)
            yield return $"value {value.Field} {value.Value.GetType().Name} {(value.Value is IFormattable one ? one.ToString(value.Value is DateTime or DateOnly or TimeOnly ? "O" : null, CultureInfo.InvariantCulture) : value.Value)}";
        foreach (var markup in contribution.Markup)
            yield return $"markup {markup.Key} {markup.Format} {markup.Source}";
        if (contribution.Container is { } container)
            yield return string.Create(CultureInfo.InvariantCulture, $"container {container.ContentItemId} {container.Order}");
        foreach (var schedule in contribution.Schedules)
            yield return $"schedule {schedule.Action} {schedule.DueUtc:O}";
    }

    private static JsonNode Node(JsonDocument golden, string property) => JsonNode.Parse(golden.RootElement.GetProperty(property).GetRawText())!;
}
