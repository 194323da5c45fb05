using System.Globalization;

namespace Gongkai.Desk.Editing;

/// <summary>The buttons of ordered lists, for whom no script runs: <c>up:2:Questions.$items</c> moves the third row of a list.</summary>
/// <remarks>A list is a name whose values are its rows' keys in their order. A command for a list that the form has not, or a row that it has not, changes nothing.</remarks>
internal static class FormLists
{
    /// <summary>The name below an editor's own that lists the keys of its rows.</summary>
    public const string Items = "$items";

    /// <summary>The longest list that a form takes.</summary>
    public const int MaximumRows = 500;

    /// <summary>Moves or removes a row. Returns the position where it is now, or null when nothing was to do.</summary>
    public static int? Apply(FormValues values, string command)
    {
        if (command.Split(':', 3) is not [var verb, var place, var list] || !int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var at))
            return null;
        var rows = values.All(list).ToList();
        if (at >= rows.Count)
            return null;
        var to = verb switch { "up" => at - 1, "down" => at + 1, "remove" => at, _ => -1 };
        if (to < 0 || to >= rows.Count)
            return null;
        var row = rows[at];
        rows.RemoveAt(at);
        if (verb != "remove")
            rows.Insert(to, row);
        // The empty value says that the list was in the form, even when no row is left.
        values.Set(list, rows.Prepend(""));
        return to;
    }

    /// <summary>Adds a row with a new key at the end of a list; null when the list is full.</summary>
    public static string? Add(FormValues values, string list)
    {
        var rows = values.All(list);
        if (rows.Count >= MaximumRows)
            return null;
        var key = Content.IdGenerator.NewId();
        values.Set(list, rows.Prepend("").Append(key));
        return key;
    }
}
