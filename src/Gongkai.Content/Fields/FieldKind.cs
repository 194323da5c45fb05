using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gongkai.Content;

/// <summary>All that is to say about one kind of field: its JSON shape, validation, index contribution and editor.</summary>
public abstract class FieldKind
{
    /// <summary>The kind's name in definitions, as <c>TextField</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The editor that the desk offers for it.</summary>
    public abstract string Editor { get; }

    /// <summary>The properties of its value; others are kept and never public.</summary>
    public abstract IReadOnlyList<string> Properties { get; }

    /// <summary>Checks a value's shape and the field's settings. <paramref name="value"/> is null when the item has none.</summary>
    public abstract void Validate(ContentFieldDefinition field, JsonObject? value, ValidationScope scope);

    /// <summary>Adds what the value gives the index.</summary>
    public virtual void Contribute(ContentFieldDefinition field, JsonObject value, IndexScope scope)
    {
    }

    /// <summary>What of the value is public.</summary>
    public virtual JsonObject Public(JsonObject value) => PublicJson.Only(value, Properties);

    /// <summary>Lets a text be searched when the field's <c>LuceneContentIndexSettings</c> say so; a keyword is looked up whole.</summary>
    protected static void IndexText(ContentFieldDefinition field, string text, IndexScope scope)
    {
        if (field.Settings.IsTrue("LuceneContentIndexSettings", "Included"))
            scope.Text(text, field.Settings.IsTrue("LuceneContentIndexSettings", "Keyword") ? IndexedTextRole.Number : IndexedTextRole.Body);
    }

    /// <summary>The name of the kind's settings group, as <c>TextFieldSettings</c>.</summary>
    protected string SettingsGroup => Name + "Settings";

    /// <summary>Reports an empty required field when the item is to be published.</summary>
    protected void RequireWhenPublished(ContentFieldDefinition field, bool isEmpty, ValidationScope scope)
    {
        if (isEmpty && scope.ForPublication && field.Settings.IsTrue(SettingsGroup, "Required"))
            scope.Report($"“{Label(field)}”必填，请填写后再发布。");
    }

    /// <summary>Checks that a property is a string or absent.</summary>
    protected static string? ReadText(JsonObject? value, string property, ValidationScope scope)
    {
        if (value is null || !value.TryGetPropertyValue(property, out var node) || node is null)
            return null;
        if (node.AsText() is { } text)
            return text;
        scope.At(property).Report($"应为文本，得到的是{Describe(node)}。");
        return null;
    }

    /// <summary>Checks that a property is an array of strings or absent.</summary>
    protected static IReadOnlyList<string> ReadTexts(JsonObject? value, string property, ValidationScope scope)
    {
        if (value is null || !value.TryGetPropertyValue(property, out var node) || node is null)
            return [];
        if (node is not JsonArray array)
        {
            scope.At(property).Report($"应为文本列表，得到的是{Describe(node)}。");
            return [];
        }

        for (var i = 0; i < array.Count; i++)
        {
            if (array[i].AsText() is null)
                scope.At(property).At(i).Report($"应为文本，得到的是{Describe(array[i])}。");
        }

        return value.Texts(property);
    }

    /// <summary>The field's name as people know it.</summary>
    protected static string Label(ContentFieldDefinition field) => field.Settings.Text("ContentPartFieldSettings", "DisplayName") ?? field.Name;

    /// <summary>What people call a value of this shape, for messages.</summary>
    public static Wording Describe(JsonNode? node) => node?.GetValueKind() switch
    {
        null or JsonValueKind.Null => new("空值"),
        JsonValueKind.String => node.AsText() is null ? new("不完整的文本（有半个字符，如 \\ud800）") : new("一段文本"),
        JsonValueKind.Number => new("一个数字"),
        JsonValueKind.True or JsonValueKind.False => new("一个布尔值"),
        JsonValueKind.Array => new("一个列表"),
        _ => new("一个对象"),
    };
}
