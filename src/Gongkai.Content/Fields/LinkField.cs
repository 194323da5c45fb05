using System.Text.Json.Nodes;

namespace Gongkai.Content;

/// <summary><c>{"Url": "https://…", "Text": "…", "Target": null}</c>: an address with the text to show for it.</summary>
public sealed class LinkField : FieldKind
{
    /// <inheritdoc/>
    public override string Name => "LinkField";

    /// <inheritdoc/>
    public override string Editor => "link";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Properties { get; } = ["Url", "Text", "Target"];

    private static readonly string[] TextModes = ["Optional", "Required", "Static", "Url"];
    private static readonly string[] Targets = ["_self", "_blank", "_parent", "_top"];

    /// <inheritdoc/>
    public override void Validate(ContentFieldDefinition field, JsonObject? value, ValidationScope scope)
    {
        var url = ReadText(value, "Url", scope);
        var text = ReadText(value, "Text", scope);
        var target = ReadText(value, "Target", scope);
        var isEmpty = string.IsNullOrWhiteSpace(url);
        RequireWhenPublished(field, isEmpty, scope);
        if (!isEmpty && LinkAddress.FaultOf(url!) is { } fault)
            scope.At("Url").Report($"“{Label(field)}”的{fault}");
        if (!isEmpty && scope.ForPublication && string.IsNullOrWhiteSpace(text) && field.Settings.Choice(SettingsGroup, "LinkTextMode", TextModes) == "Required")
            scope.At("Text").Report($"“{Label(field)}”要写明链接文字，请填写后再发布。");
        if (!string.IsNullOrEmpty(target) && !Targets.Contains(target))
            scope.At("Target").Report($"“{Label(field)}”的打开方式“{ShortText.Of(target)}”不对，应为 {Targets} 之一，或留空。");
    }

    /// <summary>What a reader clicks on: the field's text, the settings' text, or the address.</summary>
    public static string TextOf(ContentFieldDefinition field, JsonObject value)
    {
        var mode = field.Settings.Choice("LinkFieldSettings", "LinkTextMode", TextModes);
        var text = mode switch { "Static" => field.Settings.Text("LinkFieldSettings", "DefaultText"), "Url" => null, _ => value.Text("Text") };
        return string.IsNullOrWhiteSpace(text) ? value.Text("Url") ?? "" : text;
    }

    /// <inheritdoc/>
    public override void Contribute(ContentFieldDefinition field, JsonObject value, IndexScope scope)
    {
        if (value.Text("Url") is { Length: > 0 } url)
            scope.Value(url);
        if (value.Text("Text") is { Length: > 0 } text)
            IndexText(field, text, scope);
    }

    /// <inheritdoc/>
    public override JsonObject Public(JsonObject value)
    {
        var result = base.Public(value);
        // A definition that came after the items never judged their addresses.
        if (value.Text("Url") is { Length: > 0 } url && LinkAddress.FaultOf(url) is not null)
            result.Remove("Url");
        return result;
    }
}
