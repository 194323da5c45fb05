using System.Text.Json.Nodes;

namespace Gongkai.Content;

/// <summary>All that is to say about one kind of part that is more than its fields.</summary>
public abstract class PartKind
{
    /// <summary>The kind's name in definitions, as <c>TitlePart</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The editor that the desk offers for it.</summary>
    public abstract string Editor { get; }

    /// <summary>The properties of its value; others are kept and never public.</summary>
    public abstract IReadOnlyList<string> Properties { get; }

    /// <summary>Whether it is the editors' business alone, its fields included: nothing of it is public, indexed or found.</summary>
    public virtual bool IsPrivate => false;

    /// <summary>Checks a part's shape and settings. <paramref name="value"/> is null when the item has none.</summary>
    public abstract void Validate(ContentItem item, ContentTypePartDefinition part, JsonObject? value, ValidationScope scope);

    /// <summary>Adds what the part gives the index.</summary>
    public virtual void Contribute(ContentItem item, ContentTypePartDefinition part, JsonObject value, IndexScope scope)
    {
    }

    /// <summary>What of the part is public; null when not even that it is there.</summary>
    public virtual JsonObject? Public(JsonObject value, DefinitionSnapshot definitions) => PublicJson.Only(value, Properties);

    /// <summary>Checks that a property is a string or absent.</summary>
    protected static string? ReadText(JsonObject? value, string property, ValidationScope scope)
    {
        if (value is null || !value.TryGetPropertyValue(property, out var node) || node is null)
            return null;
        if (node.AsText() is { } text)
            return text;
        scope.At(property).Report($"应为文本，得到的是{FieldKind.Describe(node)}。");
        return null;
    }

    /// <summary>Checks that a property is a point in time or absent.</summary>
    protected static void ReadInstant(JsonObject? value, string property, ValidationScope scope)
    {
        if (ReadText(value, property, scope) is { Length: > 0 } text && !FieldJson.TryParseInstant(text, out _))
            scope.At(property).Report($"“{ShortText.Of(text)}”不是时间，应写作 2026-03-01T08:00:00Z。");
    }

    /// <summary>The nested items of an array property, each with its place; what is no item is reported.</summary>
    protected static IEnumerable<(ContentItem Item, ValidationScope Scope)> ReadItems(JsonObject? value, string property, ValidationScope scope)
    {
        if (value is null || !value.TryGetPropertyValue(property, out var node) || node is null)
            yield break;
        var at = scope.At(property);
        if (node is not JsonArray array)
        {
            at.Report($"应为列表，得到的是{FieldKind.Describe(node)}。");
            yield break;
        }

        for (var i = 0; i < array.Count; i++)
        {
            if (array[i] is JsonObject json)
                yield return (new ContentItem(json), at.At(i));
            else
                at.At(i).Report($"应为对象，得到的是{FieldKind.Describe(array[i])}。");
        }
    }
}
