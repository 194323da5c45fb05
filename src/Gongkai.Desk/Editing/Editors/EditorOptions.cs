using Gongkai.Content;

namespace Gongkai.Desk.Editing;

/// <summary>The values that a field's settings list, with what people read for them.</summary>
internal static class EditorOptions
{
    /// <summary>The options of a settings group; a current value that is not among them stays choosable, so that opening a form changes nothing.</summary>
    public static IReadOnlyList<EditorOption> Of(DefinitionSettings settings, string group, string current, EditorContext context)
    {
        var options = Of(settings, group);
        return options.Count == 0 || current.Length == 0 || options.Any(option => option.Value == current)
            ? options
            : [.. options, new(current, current + context.Text("（不在可选范围内）"))];
    }

    /// <summary>The options of a settings group.</summary>
    public static IReadOnlyList<EditorOption> Of(DefinitionSettings settings, string group)
    {
        var values = settings.Texts(group, "Options", "value");
        var names = settings.Texts(group, "Options", "name");
        return [.. values.Select((value, i) => new EditorOption(value, names.Count == values.Count && names[i].Length > 0 ? names[i] : value))];
    }
}
