using System.Text.Json.Nodes;

namespace Gongkai.Content;

/// <summary><c>{"Text": "…"}</c>. With a predefined list in its settings only the list's values are valid.</summary>
public sealed class TextField : FieldKind
{
    /// <inheritdoc/>
    public override string Name => "TextField";

    /// <inheritdoc/>
    public override string Editor => "text";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Properties { get; } = ["Text"];

    /// <inheritdoc/>
    public override void Validate(ContentFieldDefinition field, JsonObject? value, ValidationScope scope)
    {
        var text = ReadText(value, "Text", scope);
        RequireWhenPublished(field, string.IsNullOrWhiteSpace(text), scope);
        var options = field.Settings.Texts("TextFieldPredefinedListEditorSettings", "Options", "value");
        if (!string.IsNullOrEmpty(text) && options.Count > 0 && !options.Contains(text))
            scope.At("Text").Report($"“{Label(field)}”的值“{ShortText.Of(text)}”不在可选范围内，应为以下之一：{string.Join("、", options)}。");
    }

    /// <inheritdoc/>
    public override void Contribute(ContentFieldDefinition field, JsonObject value, IndexScope scope)
    {
        if (value.Text("Text") is not { Length: > 0 } text)
            return;
        scope.Value(text);
        if (field.Settings.IsTrue("LuceneContentIndexSettings", "Included"))
            scope.Text(text, field.Settings.IsTrue("LuceneContentIndexSettings", "Keyword") ? IndexedTextRole.Number : IndexedTextRole.Body);
    }
}
