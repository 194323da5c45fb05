using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.OrchardCore.Site;

/// <summary>Where the tenant's own content types stand in the way of ours: the same name with other fields.</summary>
internal static class DefinitionConflicts
{
    /// <summary>The faults, in words; empty when a module's definitions can be brought in or are there.</summary>
    /// <param name="feature">The module.</param>
    /// <param name="definitions">What the tenant has.</param>
    public static IReadOnlyList<string> Of(RecipeFeature feature, DefinitionSnapshot definitions)
    {
        var faults = new List<string>();
        using var recipe = feature.OpenRecipe();
        foreach (var step in JsonNode.Parse(recipe)!.AsObject().Objects("steps").Where(step => step.Text("name") == "ContentDefinition"))
        {
            foreach (var part in step.Objects("ContentParts").Select(DefinitionJson.ReadPart))
            {
                if (definitions.Parts.GetValueOrDefault(part.Name) is { } known)
                    faults.AddRange(part.Fields.Select(field => FaultOf(part.Name, field, known)).OfType<string>());
            }

            foreach (var type in step.Objects("ContentTypes").Select(DefinitionJson.ReadType))
            {
                // A type of that name without our part is somebody else's.
                if (definitions.Types.GetValueOrDefault(type.Name) is { } known && type.Parts.Any(part => part.Name == type.Name) && !known.Parts.Any(part => part.Name == type.Name))
                    faults.Add($"内容类型“{type.Name}”已被本站用于别的内容（没有同名的部件），“{feature.DisplayName}”不能使用。请把它改名或删除，再重新加载租户。");
            }
        }

        return faults;
    }

    private static string? FaultOf(string part, ContentFieldDefinition field, ContentPartDefinition known) =>
        known.Fields.FirstOrDefault(one => one.Name == field.Name) is { } there && there.FieldName != field.FieldName
            ? $"本站的部件“{part}”有字段“{field.Name}”，类型是 {there.FieldName}，应为 {field.FieldName}。请把它改名或删除，再重新加载租户。"
            : null;
}
