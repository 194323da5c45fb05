using System.Text.Json.Nodes;
using Gongkai.Content;
using Gongkai.Review.Graphs;

namespace Gongkai.Desk.Definitions;

/// <summary>What an editor does to a content type, as the recipe step that does it.</summary>
public static class DefinitionSteps
{
    /// <summary>The most characters of a technical name.</summary>
    public const int MaxName = 64;

    /// <summary>The most characters of what people call a thing.</summary>
    public const int MaxDisplayName = 100;

    private const string TypeSettings = "ContentTypeSettings";

    /// <summary>What a type can be, with a key of the desk's texts for each.</summary>
    public static IReadOnlyList<(string Name, string Label)> TypeFlags { get; } =
    [
        ("Creatable", "可以新建"), ("Listable", "出现在内容列表中"), ("Draftable", "可以存草稿"), ("Versionable", "保留历次版本"), ("Securable", "可以按类型授权"),
    ];

    /// <summary>The parts that a type can be given, beside those that a home welds on.</summary>
    public static IEnumerable<string> PartsFor(DefinitionSnapshot definitions, string type)
    {
        var has = definitions.Types.GetValueOrDefault(type)?.Parts.Select(part => part.Name).ToHashSet(StringComparer.Ordinal) ?? [];
        var ownOfOthers = definitions.Types.Keys.Where(other => other != type).ToHashSet(StringComparer.Ordinal);
        return ContentKinds.PartNames.Except(ContentKinds.WeldedParts).Concat(definitions.Parts.Keys.Where(part => !ownOfOthers.Contains(part)))
            .Where(part => !has.Contains(part)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
    }

    /// <summary>What is wrong with a technical name, as a key of the desk's texts; null when it can be used.</summary>
    public static string? FaultOfName(string name)
    {
        if (name.Length is 0 or > MaxName)
            return "请填写名称，最多 64 个字符。";
        return char.IsAsciiLetter(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') && !ContentItem.EnvelopeNames.Contains(name, StringComparer.OrdinalIgnoreCase) && name != "Terms"
            ? null : "名称应以字母开头，只含字母、数字和下划线，也不能是系统已用的名称（如 ContentItemId）。";
    }

    /// <summary>What is wrong with what people call a thing, as a key of the desk's texts; null when it can be used.</summary>
    public static string? FaultOfDisplayName(string name) =>
        name.Length is 0 or > MaxDisplayName || !StorableText.IsStorable(name) || name.Any(char.IsControl) ? "请填写显示名称，最多 100 个字符。" : null;

    /// <summary>A new type with some parts and one of its own for its fields.</summary>
    public static JsonObject New(string name, string displayName, IEnumerable<string> parts, IReadOnlyCollection<string> flags)
    {
        var step = Step("ContentDefinition");
        step["ContentTypes"] = new JsonArray(new JsonObject
        {
            ["Name"] = name,
            ["DisplayName"] = displayName,
            ["Settings"] = FlagsOf(flags),
            ["ContentTypePartDefinitionRecords"] = new JsonArray([.. parts.Append(name).Select((part, at) => PartOf(part, part, at))]),
        });
        step["ContentParts"] = new JsonArray(new JsonObject { ["Name"] = name, ["Settings"] = new JsonObject(), ["ContentPartFieldDefinitionRecords"] = new JsonArray() });
        return step;
    }

    /// <summary>Another display name, what the type can be, and by which graph its items are reviewed.</summary>
    /// <param name="type">The type.</param>
    /// <param name="displayName">What people call it.</param>
    /// <param name="flags">What it can be.</param>
    /// <param name="graph">The graph's name; empty for none, null to leave it as it is.</param>
    public static JsonObject Change(string type, string displayName, IReadOnlyCollection<string> flags, string? graph = null)
    {
        var settings = FlagsOf(flags);
        if (graph is not null)
            settings[ReviewGraphs.SettingsGroup] = new JsonObject { [ReviewGraphs.SettingsName] = graph };
        var step = Step("ContentDefinition");
        step["ContentTypes"] = new JsonArray(new JsonObject { ["Name"] = type, ["DisplayName"] = displayName, ["Settings"] = settings });
        return step;
    }

    /// <summary>One more part.</summary>
    public static JsonObject AddPart(ContentTypeDefinition type, string part)
    {
        var step = Step("ContentDefinition");
        step["ContentTypes"] = new JsonArray(new JsonObject { ["Name"] = type.Name, ["ContentTypePartDefinitionRecords"] = new JsonArray(PartOf(part, part, type.Parts.Length)) });
        return step;
    }

    /// <summary>The type without a part.</summary>
    public static JsonObject RemovePart(ContentTypeDefinition type, string part)
    {
        var step = Step("ReplaceContentDefinition");
        step["ContentTypes"] = new JsonArray(DefinitionJson.Of(type with { Parts = type.Parts.RemoveAll(one => one.Name == part) }));
        return step;
    }

    /// <summary>The type with its parts in another order: each gets its place as its position. Null when the part has no such neighbour.</summary>
    /// <param name="type">The type.</param>
    /// <param name="part">The part to move.</param>
    /// <param name="by">-1 for up, 1 for down.</param>
    public static JsonObject? MovePart(ContentTypeDefinition type, string part, int by)
    {
        var ordered = DefinitionOrder.Of(type.Parts, one => one.Settings, DefinitionOrder.PartGroup).ToList();
        if (!Move(ordered, ordered.FindIndex(one => one.Name == part), by))
            return null;
        var step = Step("ContentDefinition");
        step["ContentTypes"] = new JsonArray(new JsonObject
        {
            ["Name"] = type.Name,
            ["ContentTypePartDefinitionRecords"] = new JsonArray([.. ordered.Select((one, at) => PartOf(one.Name, one.PartName, at))]),
        });
        return step;
    }

    /// <summary>A part with its fields in another order. Null when the field has no such neighbour.</summary>
    /// <param name="part">The part.</param>
    /// <param name="field">The field to move.</param>
    /// <param name="by">-1 for up, 1 for down.</param>
    public static JsonObject? MoveField(ContentPartDefinition part, string field, int by)
    {
        var ordered = DefinitionOrder.Of(part.Fields, one => one.Settings, DefinitionOrder.FieldGroup).ToList();
        if (!Move(ordered, ordered.FindIndex(one => one.Name == field), by))
            return null;
        var step = Step("ContentDefinition");
        step["ContentParts"] = new JsonArray(new JsonObject
        {
            ["Name"] = part.Name,
            ["ContentPartFieldDefinitionRecords"] = new JsonArray([.. ordered.Select((one, at) => new JsonObject
            {
                ["FieldName"] = one.FieldName,
                ["Name"] = one.Name,
                ["Settings"] = PositionOf(DefinitionOrder.FieldGroup, at),
            })]),
        });
        return step;
    }

    /// <summary>The whole of a type, with the parts of fields that it has: in an empty site it makes the same.</summary>
    public static JsonObject Whole(DefinitionSnapshot definitions, ContentTypeDefinition type)
    {
        var step = Step("ReplaceContentDefinition");
        step["ContentTypes"] = new JsonArray(DefinitionJson.Of(type));
        step["ContentParts"] = new JsonArray([.. type.Parts.Select(part => part.PartName).Append(type.Name).Distinct(StringComparer.Ordinal)
            .Select(definitions.Parts.GetValueOrDefault).OfType<ContentPartDefinition>().Select(DefinitionJson.Of)]);
        return step;
    }

    /// <summary>A field added to a part, or its settings changed. A type whose own part it is gets the part with it.</summary>
    public static JsonObject SetField(ContentTypeDefinition type, string part, string field, string kind, JsonObject settings)
    {
        var step = Step("ContentDefinition");
        if (type.Parts.All(one => one.PartName != part))
            step["ContentTypes"] = new JsonArray(new JsonObject { ["Name"] = type.Name, ["ContentTypePartDefinitionRecords"] = new JsonArray(PartOf(part, part, type.Parts.Length)) });
        step["ContentParts"] = new JsonArray(new JsonObject
        {
            ["Name"] = part,
            ["ContentPartFieldDefinitionRecords"] = new JsonArray(new JsonObject { ["FieldName"] = kind, ["Name"] = field, ["Settings"] = settings }),
        });
        return step;
    }

    /// <summary>A part without a field.</summary>
    public static JsonObject RemoveField(ContentPartDefinition part, string field)
    {
        var step = Step("ReplaceContentDefinition");
        step["ContentParts"] = new JsonArray(DefinitionJson.Of(part with { Fields = part.Fields.RemoveAll(one => one.Name == field) }));
        return step;
    }

    /// <summary>No such type any more, nor the part of its own fields when no other type has it.</summary>
    public static JsonObject Delete(DefinitionSnapshot definitions, string type)
    {
        var step = Step("DeleteContentDefinition");
        step["ContentTypes"] = new JsonArray(JsonValue.Create(type));
        if (definitions.Parts.ContainsKey(type) && definitions.Types.Values.All(other => other.Name == type || other.Parts.All(part => part.PartName != type)))
            step["ContentParts"] = new JsonArray(JsonValue.Create(type));
        return step;
    }

    private static JsonObject Step(string name) => new() { ["name"] = name };

    private static JsonObject PartOf(string name, string part, int position) => new()
    {
        ["PartName"] = part,
        ["Name"] = name,
        ["Settings"] = PositionOf(DefinitionOrder.PartGroup, position),
    };

    private static JsonObject PositionOf(string group, int position) => new() { [group] = new JsonObject { ["Position"] = position.ToString(System.Globalization.CultureInfo.InvariantCulture) } };

    private static bool Move<T>(List<T> all, int at, int by)
    {
        if (at < 0 || Math.Abs(by) != 1 || at + by < 0 || at + by >= all.Count)
            return false;
        (all[at], all[at + by]) = (all[at + by], all[at]);
        return true;
    }

    private static JsonObject FlagsOf(IReadOnlyCollection<string> flags) => new()
    {
        [TypeSettings] = new JsonObject(TypeFlags.Select(flag => KeyValuePair.Create<string, JsonNode?>(flag.Name, flags.Contains(flag.Name)))),
    };
}
