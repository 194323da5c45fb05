using System.Text.Json.Nodes;

namespace Gongkai.Content;

/// <summary><c>{"Values": ["…"]}</c>: several of the values that <c>MultiTextFieldSettings.Options</c> lists; any when it lists none.</summary>
public sealed class MultiTextField : FieldKind
{
    /// <inheritdoc/>
    public override string Name => "MultiTextField";

    /// <inheritdoc/>
    public override string Editor => "multitext";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Properties { get; } = ["Values"];

    /// <inheritdoc/>
    public override void Validate(ContentFieldDefinition field, JsonObject? value, ValidationScope scope)
    {
        var values = ReadTexts(value, "Values", scope);
        RequireWhenPublished(field, values.All(string.IsNullOrWhiteSpace), scope);
        var options = field.Settings.Texts(SettingsGroup, "Options", "value");
        for (var i = 0; i < values.Count; i++)
        {
            if (options.Count > 0 && !options.Contains(values[i]))
                scope.At("Values").At(i).Report($"“{Label(field)}”的值“{ShortText.Of(values[i])}”不在可选范围内，应为以下之一：{options}。");
        }
    }

    /// <inheritdoc/>
    public override void Contribute(ContentFieldDefinition field, JsonObject value, IndexScope scope)
    {
        foreach (var text in value.Texts("Values").Where(text => text.Length > 0))
        {
            scope.Value(text);
            IndexText(field, text, scope);
        }
    }
}
