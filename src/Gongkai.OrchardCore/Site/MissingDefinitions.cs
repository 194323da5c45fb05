using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.OrchardCore.Site;

/// <summary>What a module's recipe defines and the tenant lacks, for an upgrade: what is there stays as the tenant made it.</summary>
internal static class MissingDefinitions
{
    /// <summary>The recipe's <c>ContentDefinition</c> steps, reduced to types, parts and fields that are not there; empty when all are.</summary>
    /// <param name="feature">The module.</param>
    /// <param name="definitions">What the tenant has.</param>
    public static IReadOnlyList<JsonObject> Of(RecipeFeature feature, DefinitionSnapshot definitions)
    {
        using var recipe = feature.OpenRecipe();
        return [.. JsonNode.Parse(recipe)!.AsObject().Objects("steps").Where(step => step.Text("name") == "ContentDefinition").Select(step => new JsonObject
        {
            ["name"] = "ContentDefinition",
            ["ContentTypes"] = Missing(step, "ContentTypes", "ContentTypePartDefinitionRecords", name => definitions.Types.GetValueOrDefault(name)?.Parts.Select(part => part.Name)),
            ["ContentParts"] = Missing(step, "ContentParts", "ContentPartFieldDefinitionRecords", name => definitions.Parts.GetValueOrDefault(name)?.Fields.Select(field => field.Name)),
        }).Where(step => step.Any(property => property.Value is JsonArray { Count: > 0 }))];
    }

    /// <summary>What is unknown whole, what is known with the members that it lacks and without its own name and settings.</summary>
    private static JsonArray Missing(JsonObject step, string list, string members, Func<string, IEnumerable<string>?> find)
    {
        var missing = new JsonArray();
        foreach (var record in step.Objects(list).Select(record => record.DeepClone().AsObject()))
        {
            if (find(record.Text("Name")!)?.ToHashSet(StringComparer.Ordinal) is { } known)
            {
                var lacking = record.Objects(members).Where(member => !known.Contains(member.Text("Name")!)).Select(JsonNode (member) => member.DeepClone()).ToArray();
                if (lacking.Length == 0)
                    continue;
                (record["Settings"], record[members]) = (new JsonObject(), new JsonArray(lacking));
                record.Remove("DisplayName");
            }

            missing.Add(record);
        }

        return missing;
    }
}
