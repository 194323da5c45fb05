using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.Recipes.Definitions;

/// <summary>Writes definitions as a <c>ContentDefinition</c> step has them.</summary>
internal static class DefinitionJson
{
    /// <summary>The step that brings the given types and parts.</summary>
    public static JsonObject Step(IEnumerable<ContentTypeDefinition> types, IEnumerable<ContentPartDefinition> parts) => new()
    {
        ["name"] = "ContentDefinition",
        ["ContentTypes"] = new JsonArray([.. types.Select(Of)]),
        ["ContentParts"] = new JsonArray([.. parts.Select(Of)]),
    };

    public static bool AreSame(ContentTypeDefinition type, ContentTypeDefinition? other) =>
        other is not null && type.DisplayName == other.DisplayName && type.Settings.Equals(other.Settings) && type.Parts.SequenceEqual(other.Parts);

    public static bool AreSame(ContentPartDefinition part, ContentPartDefinition? other) =>
        other is not null && part.Settings.Equals(other.Settings) && part.Fields.SequenceEqual(other.Fields);

    private static JsonObject Of(ContentTypeDefinition type) => new()
    {
        ["Name"] = type.Name,
        ["DisplayName"] = type.DisplayName,
        ["Settings"] = type.Settings.ToJson(),
        ["ContentTypePartDefinitionRecords"] = new JsonArray([.. type.Parts.Select(part => new JsonObject
        {
            ["PartName"] = part.PartName,
            ["Name"] = part.Name,
            ["Settings"] = part.Settings.ToJson(),
        })]),
    };

    private static JsonObject Of(ContentPartDefinition part) => new()
    {
        ["Name"] = part.Name,
        ["Settings"] = part.Settings.ToJson(),
        ["ContentPartFieldDefinitionRecords"] = new JsonArray([.. part.Fields.Select(field => new JsonObject
        {
            ["FieldName"] = field.FieldName,
            ["Name"] = field.Name,
            ["Settings"] = field.Settings.ToJson(),
        })]),
    };
}
