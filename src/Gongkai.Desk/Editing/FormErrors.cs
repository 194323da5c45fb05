using Gongkai.Content;

namespace Gongkai.Desk.Editing;

/// <summary>Puts faults beside the editors that they are about.</summary>
internal static class FormErrors
{
    /// <summary>Adds each fault to the innermost editor whose place holds the fault's. Returns those that belong to none.</summary>
    public static IReadOnlyList<ValidationError> Place(EditorForm form, IReadOnlyList<ValidationError> errors)
    {
        if (errors.Count == 0)
            return [];
        var editors = form.All.OrderByDescending(editor => editor.Path.Length).ToList();
        var homeless = new List<ValidationError>();
        foreach (var error in errors)
        {
            if (editors.Find(editor => Holds(editor.Path, error.Path)) is { } found)
                found.Errors.Add(error.Wording);
            else
                homeless.Add(error);
        }

        return homeless;
    }

    /// <summary>Whether a place in an item is that of an editor, or in it.</summary>
    internal static bool Holds(string place, string path) =>
        path.StartsWith(place, StringComparison.Ordinal) && (path.Length == place.Length || path[place.Length] is '.' or '[');
}
