using System.Text.Json.Nodes;

namespace Gongkai.Content;

/// <summary>Definitions in the shape of a recipe's <c>ContentDefinition</c> step, and back.</summary>
public static class DefinitionJson
{
    /// <summary>A type as JSON.</summary>
    public static JsonObject Of(ContentTypeDefinition type) => new()
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

    /// <summary>A part as JSON.</summary>
    public static JsonObject Of(ContentPartDefinition part) => new()
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

    /// <summary>Reads a type that <see cref="Of(ContentTypeDefinition)"/> wrote.</summary>
    public static ContentTypeDefinition ReadType(JsonObject json) => new(json.Text("Name")!, json.Text("DisplayName") ?? "", Settings(json),
        [.. json.Objects("ContentTypePartDefinitionRecords").Select(part => new ContentTypePartDefinition(part.Text("Name")!, part.Text("PartName")!, Settings(part)))]);

    /// <summary>Reads a part that <see cref="Of(ContentPartDefinition)"/> wrote.</summary>
    public static ContentPartDefinition ReadPart(JsonObject json) => new(json.Text("Name")!, Settings(json),
        [.. json.Objects("ContentPartFieldDefinitionRecords").Select(field => new ContentFieldDefinition(field.Text("Name")!, field.Text("FieldName")!, Settings(field)))]);

    private static DefinitionSettings Settings(JsonObject json) => new(json.Child("Settings"));
}
