using System.Text.Json.Nodes;
using Gongkai.Content;
using Gongkai.Recipes.Reading;

namespace Gongkai.Recipes.Checking;

/// <summary>Finds the parts and properties of items that their definitions do not have: kept word for word, told once each.</summary>
internal sealed class UnknownNames
{
    // What Orchard Core and we use beside the values that are public.
    private static readonly Dictionary<string, string[]> SettingsInParts = new(StringComparer.Ordinal)
    {
        ["AutoroutePart"] = ["RouteContainedItems", "SetHomepage", "Disabled", "Absolute"],
        ["TaxonomyPart"] = ["Terms"],
        ["QaIssue"] = ["GivenNumber"],
    };

    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    /// <summary>The names in an item that were not told before, each with its path.</summary>
    public List<ValidationError> In(ContentItem item, DefinitionSnapshot definitions)
    {
        var found = new List<ValidationError>();
        Look(item, definitions, "", isTerm: false, found);
        return found;
    }

    private void Look(ContentItem item, DefinitionSnapshot definitions, string path, bool isTerm, List<ValidationError> found)
    {
        if (definitions.FindType(item.ContentType) is not { } type)
            return;
        foreach (var (name, value) in item.Json)
        {
            if (ContentItem.EnvelopeNames.Contains(name) || (isTerm && name == "Terms"))
                continue;
            if (type.Parts.FirstOrDefault(part => part.Name == name) is not { } part)
                Tell($"内容类型“{type.Name}”没有部件“{name}”", path + JsonTrail.Property(name), found);
            else if (value is JsonObject json)
                LookInPart(type, part, json, path + JsonTrail.Property(name), definitions, found);
        }
        if (isTerm)
            LookInItems(item.Json, "Terms", path, definitions, isTerm: true, found);
    }

    private void LookInPart(ResolvedType type, TypePart part, JsonObject json, string path, DefinitionSnapshot definitions, List<ValidationError> found)
    {
        foreach (var (name, value) in json)
        {
            var at = path + JsonTrail.Property(name);
            if (part.Fields.FirstOrDefault(known => known.Name == name) is { } field)
                LookInField(type, part, field, value, at, found);
            else if (part.Kind?.Properties.Contains(name) != true && SettingsInParts.GetValueOrDefault(part.Definition.PartName)?.Contains(name) != true)
                Tell($"内容类型“{type.Name}”的部件“{part.Name}”没有属性“{name}”", at, found);
        }

        if (part.Kind is BagPart)
            LookInItems(json, "ContentItems", path, definitions, isTerm: false, found);
        else if (part.Kind is TaxonomyPart)
            LookInItems(json, "Terms", path, definitions, isTerm: true, found);
    }

    private void LookInField(ResolvedType type, TypePart part, PartField field, JsonNode? value, string path, List<ValidationError> found)
    {
        // A kind that this home does not have was told at its definition.
        if (field.Kind is null || value is not JsonObject json)
            return;
        foreach (var (name, _) in json)
        {
            if (!field.Kind.Properties.Contains(name))
                Tell($"内容类型“{type.Name}”的字段“{part.Name}.{field.Name}”没有属性“{name}”", path + JsonTrail.Property(name), found);
        }
    }

    private void LookInItems(JsonObject json, string property, string path, DefinitionSnapshot definitions, bool isTerm, List<ValidationError> found)
    {
        var index = 0;
        foreach (var inner in json.Objects(property))
            Look(new ContentItem(inner), definitions, path + JsonTrail.Property(property) + JsonTrail.Index(index++), isTerm, found);
    }

    private void Tell(Wording what, string path, List<ValidationError> found)
    {
        if (_told.Add(what.ToString()))
            found.Add(new(path, $"{what}，已原样保留，不公开（同样的只报一次）。"));
    }
}
