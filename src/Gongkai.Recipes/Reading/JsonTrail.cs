using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Gongkai.Recipes.Reading;

/// <summary>Finds the JSON path of a place in a text, and the place of a JSON path.</summary>
/// <remarks>Paths are relative to the text's value: <c>.DisclosureEntry.Topic</c>, <c>.Terms[3]</c>, <c>['a b']</c>.</remarks>
internal static class JsonTrail
{
    private static readonly JsonReaderOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 1000 };

    /// <summary>The path of the value that the offset lies in, as far as the text can be read.</summary>
    public static string PathAt(ReadOnlySpan<byte> text, long offset)
    {
        var reader = new Utf8JsonReader(text, isFinalBlock: false, new JsonReaderState(Options));
        var trail = new List<Step>();
        try
        {
            while (reader.Read() && reader.TokenStartIndex <= offset)
                Follow(ref reader, trail);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // The place asked for is where the text stops being JSON.
        }
        return string.Concat(trail.Where(step => step.IsOnValue).Select(step => step.IsArray ? Index(step.Index) : Property(step.Name!)));
    }

    /// <summary>Where the value of the path begins in the text, or the nearest value around it that is there.</summary>
    public static int OffsetOf(ReadOnlySpan<byte> text, string path)
    {
        var reader = new Utf8JsonReader(text, isFinalBlock: true, new JsonReaderState(Options));
        try
        {
            reader.Read();
            return (int)Descend(ref reader, Split(path));
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return 0;
        }
    }

    /// <summary>Where a property's name stands a second time in the same object; null when none does.</summary>
    public static int? OffsetOfDuplicate(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text, isFinalBlock: true, new JsonReaderState(Options));
        var names = new Stack<HashSet<string>>();
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.StartObject)
                names.Push([]);
            else if (reader.TokenType == JsonTokenType.EndObject)
                names.Pop();
            else if (reader.TokenType == JsonTokenType.PropertyName && !names.Peek().Add(reader.GetString()!))
                return (int)reader.TokenStartIndex;
        }
        return null;
    }

    /// <summary>How a property is written in a path.</summary>
    public static string Property(string name) =>
        name.Length > 0 && name.All(c => char.IsLetterOrDigit(c) || c is '_' or '-') ? "." + name : $"['{name.Replace("'", "\\'", StringComparison.Ordinal)}']";

    /// <summary>How an array's element is written in a path.</summary>
    public static string Index(int index) => string.Create(CultureInfo.InvariantCulture, $"[{index}]");

    private static void Follow(ref Utf8JsonReader reader, List<Step> trail)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                trail[^1] = trail[^1] with { Name = reader.GetString(), IsOnValue = true };
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                trail.RemoveAt(trail.Count - 1);
                break;
            default:
                if (trail.Count > 0 && trail[^1].IsArray)
                    trail[^1] = trail[^1] with { Index = trail[^1].Index + 1, IsOnValue = true };
                if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                    trail.Add(new(reader.TokenType == JsonTokenType.StartArray, -1, null, IsOnValue: false));
                break;
        }
    }

    private static long Descend(ref Utf8JsonReader reader, List<string> names)
    {
        var found = reader.TokenStartIndex;
        foreach (var name in names)
        {
            if (!MoveInto(ref reader, name))
                break;
            found = reader.TokenStartIndex;
        }
        return found;
    }

    private static bool MoveInto(ref Utf8JsonReader reader, string name)
    {
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isIt = reader.ValueTextEquals(name);
                reader.Read();
                if (isIt)
                    return true;
                reader.Skip();
            }
        }
        else if (reader.TokenType == JsonTokenType.StartArray && int.TryParse(name, CultureInfo.InvariantCulture, out var index))
        {
            for (var i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
            {
                if (i == index)
                    return true;
                reader.Skip();
            }
        }
        return false;
    }

    private static List<string> Split(string path)
    {
        var names = new List<string>();
        var name = new StringBuilder();
        for (var i = path.StartsWith('$') ? 1 : 0; i < path.Length; i++)
        {
            if (path[i] == '.')
                End();
            else if (path[i] == '[' && path.IndexOf(path.AsSpan(i + 1).StartsWith("'") ? "']" : "]", i, StringComparison.Ordinal) is var close && close > i)
            {
                End();
                names.Add(path[(i + 1)..close].TrimStart('\'').Replace("\\'", "'", StringComparison.Ordinal));
                i = path[close] == '\'' ? close + 1 : close;
            }
            else
                name.Append(path[i]);
        }
        End();
        return names;

        void End()
        {
            if (name.Length > 0)
                names.Add(name.ToString());
            name.Clear();
        }
    }

    private sealed record Step(bool IsArray, int Index, string? Name, bool IsOnValue);
}
