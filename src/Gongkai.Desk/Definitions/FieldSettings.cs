using System.Globalization;
using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.Desk.Definitions;

/// <summary>How a setting is asked for and written.</summary>
public enum SettingShape
{
    /// <summary>A line of text.</summary>
    Text,

    /// <summary>A box to tick.</summary>
    Flag,

    /// <summary>A box to tick of a setting that holds unless it says no.</summary>
    FlagUnlessSet,

    /// <summary>A number, written as text as Orchard Core does for limits, or nothing.</summary>
    Number,

    /// <summary>One value a line, or <c>name|value</c>.</summary>
    Options,

    /// <summary>Content types, any number of them.</summary>
    Types,

    /// <summary>A taxonomy.</summary>
    Taxonomy,

    /// <summary>One of some choices.</summary>
    Choice,
}

/// <summary>One setting of a field that the desk asks for; all others stay as they are.</summary>
/// <param name="Group">The settings group, as <c>TextFieldSettings</c>.</param>
/// <param name="Name">The setting's name.</param>
/// <param name="Shape">How it is asked for.</param>
/// <param name="Label">What people read, a key of the desk's texts.</param>
/// <param name="Choices">Of a choice: value and text, the default first.</param>
public sealed record FieldSetting(string Group, string Name, SettingShape Shape, string Label, IReadOnlyList<(string Value, string Text)>? Choices = null)
{
    /// <summary>The setting's name in a form.</summary>
    public string Key => $"{Group}.{Name}";
}

/// <summary>The settings that the desk asks for, by kind of field, and how they are read and written.</summary>
public static class FieldSettings
{
    /// <summary>The longest text of a setting.</summary>
    public const int MaxText = 500;

    /// <summary>The most lines of options.</summary>
    public const int MaxOptions = 200;

    private const string Index = "LuceneContentIndexSettings";
    private const string PredefinedList = "TextFieldPredefinedListEditorSettings";

    /// <summary>The settings of a kind in the order in which they are asked for.</summary>
    public static IReadOnlyList<FieldSetting> Of(string kind)
    {
        var group = kind + "Settings";
        List<FieldSetting> settings = [new(group, "Hint", SettingShape.Text, "提示"), new(group, "Required", SettingShape.Flag, "必填")];
        settings.AddRange(kind switch
        {
            "TextField" =>
            [
                new("ContentPartFieldSettings", "Editor", SettingShape.Choice, "输入方式", [("", "一行文字"), ("TextArea", "多行文字"), ("PredefinedList", "从列表中选")]),
                new FieldSetting(PredefinedList, "Options", SettingShape.Options, "可选的值"),
            ],
            "MultiTextField" => [new FieldSetting(group, "Options", SettingShape.Options, "可选的值")],
            "NumericField" => [new(group, "Minimum", SettingShape.Number, "最小值"), new(group, "Maximum", SettingShape.Number, "最大值"), new FieldSetting(group, "Scale", SettingShape.Number, "小数位数")],
            "BooleanField" => [new(group, "Label", SettingShape.Text, "选项文字"), new FieldSetting(group, "DefaultValue", SettingShape.Flag, "默认勾选")],
            "TaxonomyField" => [new(group, "TaxonomyContentItemId", SettingShape.Taxonomy, "所用的分类"), new(group, "Unique", SettingShape.Flag, "只能选一项"), new FieldSetting(group, "LeavesOnly", SettingShape.Flag, "只能选最末级")],
            "ContentPickerField" => [new(group, "DisplayedContentTypes", SettingShape.Types, "可以选的内容类型"), new FieldSetting(group, "Multiple", SettingShape.Flag, "可选多条")],
            "PassageField" => [new FieldSetting(group, "DisplayedContentTypes", SettingShape.Types, "可以选的内容类型")],
            "MediaField" => [new(group, "Multiple", SettingShape.FlagUnlessSet, "可选多个文件"), new FieldSetting(group, "AllowMediaText", SettingShape.FlagUnlessSet, "每个文件带说明")],
            "LinkField" => [new FieldSetting(group, "DefaultText", SettingShape.Text, "默认文字")],
            _ => (FieldSetting[])[],
        });
        if (kind is "TextField" or "MultiTextField" or "MarkdownField" or "HtmlField")
            settings.AddRange([new(Index, "Included", SettingShape.Flag, "可以搜索到"), new(Index, "Keyword", SettingShape.Flag, "按整个值查找（如文号）")]);
        return settings;
    }

    /// <summary>A setting as a form shows it: text, <c>true</c> or lines.</summary>
    public static string ValueOf(FieldSetting setting, DefinitionSettings settings) => setting.Shape switch
    {
        SettingShape.Flag => settings.IsTrue(setting.Group, setting.Name) ? "true" : "",
        SettingShape.FlagUnlessSet => settings.IsTrueUnlessSet(setting.Group, setting.Name) ? "true" : "",
        SettingShape.Number => settings.Number(setting.Group, setting.Name)?.ToString(CultureInfo.InvariantCulture) ?? "",
        SettingShape.Types => string.Join('\n', settings.Texts(setting.Group, setting.Name)),
        SettingShape.Options => string.Join('\n', OptionsOf(settings, setting).Select(option => option.Name == option.Value ? option.Value : $"{option.Name}|{option.Value}")),
        _ => settings.Text(setting.Group, setting.Name) ?? "",
    };

    /// <summary>Writes what a form says into a step's settings; a fault's text is a key of the desk's texts.</summary>
    /// <param name="setting">The setting.</param>
    /// <param name="given">What the form says.</param>
    /// <param name="target">The settings by group.</param>
    public static string? Write(FieldSetting setting, string given, JsonObject target)
    {
        given = given.Trim().ReplaceLineEndings("\n");
        if (!StorableText.IsStorable(given))
            return "含有不能保存的字符。";
        if (setting.Shape is SettingShape.Text or SettingShape.Taxonomy or SettingShape.Choice && given.Length > MaxText)
            return "太长，最多 500 个字符。";
        if (setting.Shape == SettingShape.Choice && setting.Choices!.All(choice => choice.Value != given))
            return "请从列表中选择。";
        JsonNode? value;
        switch (setting.Shape)
        {
            case SettingShape.Flag or SettingShape.FlagUnlessSet:
                value = given == "true";
                break;
            case SettingShape.Number:
                if (given.Length > 0 && !decimal.TryParse(given, NumberStyles.Number, CultureInfo.InvariantCulture, out _))
                    return "请填写数字。";
                value = setting.Name == "Scale" ? JsonValue.Create(given.Length > 0 ? (int)Math.Clamp(decimal.Parse(given, CultureInfo.InvariantCulture), 0, 10) : 0) : given.Length > 0 ? JsonValue.Create(given) : null;
                break;
            case SettingShape.Types:
                value = new JsonArray([.. Lines(given).Select(line => JsonValue.Create(line))]);
                break;
            case SettingShape.Options:
                var lines = Lines(given);
                if (lines.Count > MaxOptions || lines.Any(line => line.Length > MaxText))
                    return "太多或太长：最多 200 行，每行最多 500 个字符。";
                value = new JsonArray([.. lines.Select(line => line.Split('|', 2)).Select(parts => new JsonObject { ["name"] = parts[0].Trim(), ["value"] = parts[^1].Trim() })]);
                break;
            default:
                value = given;
                break;
        }

        if (target[setting.Group] is not JsonObject group)
            target[setting.Group] = group = [];
        group[setting.Name] = value;
        return null;
    }

    private static List<string> Lines(string text) => [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<(string Name, string Value)> OptionsOf(DefinitionSettings settings, FieldSetting setting)
    {
        var options = settings.ToJson().TryGetPropertyValue(setting.Group, out var group) && group is JsonObject json ? json.Objects(setting.Name) : [];
        return options.Select(option => (option.Text("name") ?? option.Text("value") ?? "", option.Text("value") ?? ""));
    }
}
