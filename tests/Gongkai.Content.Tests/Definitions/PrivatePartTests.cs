using System.Text.Json.Nodes;

namespace Gongkai.Content.Tests;

/// <summary>A part that is the editors' business alone.</summary>
public sealed class PrivatePartTests
{
    [Fact]
    public void Nothing_of_its_fields_is_public_indexed_or_a_link()
    {
        var definitions = new DefinitionSnapshot(
            [Trial.Type("Sample", ("InterpretationPlan", "InterpretationPlan", "{}"))],
            [
                new("InterpretationPlan", DefinitionSettings.None,
                    [new("Drafter", "TextField", DefinitionSettings.None), new("About", "ContentPickerField", DefinitionSettings.None), new("PublishOn", "DateField", DefinitionSettings.None)]),
            ]);
        var item = new ContentItem(new JsonObject
        {
            ["ContentItemId"] = "a",
            ["ContentType"] = "Sample",
            ["Published"] = true,
            ["InterpretationPlan"] = JsonNode.Parse("""{"Drafter":{"Text":"李起草"},"About":{"ContentItemIds":["target"]},"PublishOn":{"Value":"2026-12-01T00:00:00Z"}}"""),
        });

        var contribution = IndexContribution.Of(item, definitions);

        Assert.Empty(contribution.Texts);
        Assert.Empty(contribution.Values);
        Assert.Empty(contribution.References);
        Assert.False(PublicJson.Of(item, definitions).ContainsKey("InterpretationPlan"));
    }
}
