using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.Storage;

/// <summary>Definitions in the shape of a recipe's <c>ContentDefinition</c> step.</summary>
internal static class DefinitionJson
{
    public static string Write(ContentTypeDefinition type) => ItemJson.Write(new JsonObject
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
    });

    public static string Write(ContentPartDefinition part) => ItemJson.Write(new JsonObject
    {
        ["Name"] = part.Name,
        ["Settings"] = part.Settings.ToJson(),
        ["ContentPartFieldDefinitionRecords"] = new JsonArray([.. part.Fields.Select(field => new JsonObject
        {
            ["FieldName"] = field.FieldName,
            ["Name"] = field.Name,
            ["Settings"] = field.Settings.ToJson(),
        })]),
    });

    public static ContentTypeDefinition ReadType(string text)
    {
        var json = ItemJson.Read(text);
        return new(json.Text("Name")!, json.Text("DisplayName") ?? "", Settings(json),
            [.. json.Objects("ContentTypePartDefinitionRecords").Select(part => new ContentTypePartDefinition(part.Text("Name")!, part.Text("PartName")!, Settings(part)))]);
    }

    public static ContentPartDefinition ReadPart(string text)
    {
        var json = ItemJson.Read(text);
        return new(json.Text("Name")!, Settings(json),
            [.. json.Objects("ContentPartFieldDefinitionRecords").Select(field => new ContentFieldDefinition(field.Text("Name")!, field.Text("FieldName")!, Settings(field)))]);
    }

    private static DefinitionSettings Settings(JsonObject json) => new(json.Child("Settings"));
}
