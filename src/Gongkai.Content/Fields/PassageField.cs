using System.Text.Json.Nodes;

namespace Gongkai.Content;

/// <summary><c>{"ContentItemIds": ["…"], "Anchor": "h-art-12", "Text": "…"}</c>: a passage of another item, word for word, with its place on that item's page.</summary>
/// <remarks>
/// The text is never in public JSON: the item that it comes from may be withdrawn, and what was quoted of it must not stay behind. Pages show it while that item is public.
/// </remarks>
public sealed class PassageField : FieldKind
{
    /// <summary>The longest text, in characters: an article with its paragraphs, not a document.</summary>
    public const int LongestText = 2000;

    private const int LongestAnchor = 200;

    /// <inheritdoc/>
    public override string Name => "PassageField";

    /// <inheritdoc/>
    public override string Editor => "passage";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Properties { get; } = ["ContentItemIds", "Anchor", "Text"];

    /// <inheritdoc/>
    public override void Validate(ContentFieldDefinition field, JsonObject? value, ValidationScope scope)
    {
        var ids = ReadTexts(value, "ContentItemIds", scope);
        var anchor = ReadText(value, "Anchor", scope);
        var text = ReadText(value, "Text", scope);
        RequireWhenPublished(field, string.IsNullOrWhiteSpace(text), scope);
        if (ids.Count > 1)
            scope.At("ContentItemIds").Report($"“{Label(field)}”只能引自一份文件。");
        if (!string.IsNullOrWhiteSpace(text) && ids.Count == 0)
            scope.At("ContentItemIds").Report($"“{Label(field)}”有引文，没有出处。请选择引自哪份文件，或清空引文。");
        if (text?.Length > LongestText)
            scope.At("Text").Report($"“{Label(field)}”最多 {LongestText} 字，现在 {text.Length} 字。请只引用回答所依据的那一段。");
        if (anchor?.Length > LongestAnchor || anchor?.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)) == true)
            scope.At("Anchor").Report($"“{Label(field)}”的位置“{ShortText.Of(anchor)}”不对：应是原文页面上的标记，如 h-art-12，不能有空格。");
    }

    /// <inheritdoc/>
    public override void Contribute(ContentFieldDefinition field, JsonObject value, IndexScope scope)
    {
        foreach (var id in value.Texts("ContentItemIds"))
            scope.Reference(id);
    }

    /// <inheritdoc/>
    public override JsonObject Public(JsonObject value) => value.Texts("ContentItemIds").Count == 0 ? [] : PublicJson.Only(value, ["ContentItemIds", "Anchor"]);
}
