using System.Text.Json.Nodes;

namespace Gongkai.Content;

/// <summary><c>{"Text": "…"}</c>. With a predefined list in its settings only the list's values are valid; some editors ask for a form.</summary>
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
            scope.At("Text").Report($"“{Label(field)}”的值“{ShortText.Of(text)}”不在可选范围内，应为以下之一：{options}。");
        if (!string.IsNullOrEmpty(text) && FaultByEditor(field.Settings.Text("ContentPartFieldSettings", "Editor"), text) is { } fault)
            scope.At("Text").Report($"“{Label(field)}”的{fault}");
    }

    /// <inheritdoc/>
    public override void Contribute(ContentFieldDefinition field, JsonObject value, IndexScope scope)
    {
        if (value.Text("Text") is not { Length: > 0 } text)
            return;
        scope.Value(text);
        IndexText(field, text, scope);
    }

    /// <summary>What is wrong with a text for an editor that asks for a form, as the end of a sentence; null when nothing is.</summary>
    private static Wording? FaultByEditor(string? editor, string text) => editor switch
    {
        "Email" when !IsEmail(text) => $"值“{ShortText.Of(text)}”不是电子邮箱地址，应写作 office@example.gov.cn。",
        "Tel" when !IsPhone(text) => $"值“{ShortText.Of(text)}”不是电话号码，只能有数字、空格和 + - ( ) # * , 转。",
        "Url" => LinkAddress.FaultOf(text),
        "Color" when !IsColor(text) => $"值“{ShortText.Of(text)}”不是颜色，应写作 #c8102e。",
        _ => null,
    };

    private static bool IsEmail(string text) =>
        text.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at == text.LastIndexOf('@') && at < text.Length - 1 && text.Length <= 254
        && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '<' or '>' or '"' or ',');

    private static bool IsPhone(string text) =>
        text.Length <= 60 && text.Any(char.IsAsciiDigit) && text.All(c => char.IsAsciiDigit(c) || c is ' ' or '+' or '-' or '(' or ')' or '#' or '*' or ',' or '（' or '）' or '转');

    private static bool IsColor(string text) => text.Length == 7 && text[0] == '#' && text.Skip(1).All(char.IsAsciiHexDigit);
}
