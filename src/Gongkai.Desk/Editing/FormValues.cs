using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gongkai.Desk.Editing;

/// <summary>What a form holds, by name, each with its values in their order: made of an item, posted by a browser, or kept as a working copy.</summary>
/// <remarks>Line ends are <c>\n</c> whatever a browser sends. A name with no values is not the same as no such name: the form was there and was emptied.</remarks>
internal sealed class FormValues
{
    private readonly Dictionary<string, List<string>> _values = new(StringComparer.Ordinal);

    /// <summary>The names that the form has.</summary>
    public IReadOnlyCollection<string> Names => _values.Keys;

    /// <summary>Reads what a browser posted.</summary>
    public static FormValues Of(IEnumerable<KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues>> posted)
    {
        var result = new FormValues();
        foreach (var (name, values) in posted)
            result.Set(name, values.OfType<string>());
        return result;
    }

    /// <summary>Whether the form has a name.</summary>
    public bool Has(string name) => _values.ContainsKey(name);

    /// <summary>The last value of a name; empty when it has none. A checkbox stands behind the hidden field that says it was there.</summary>
    public string Get(string name) => _values.TryGetValue(name, out var values) && values.Count > 0 ? values[^1] : "";

    /// <summary>All values of a name that are not empty.</summary>
    public IReadOnlyList<string> All(string name) => _values.TryGetValue(name, out var values) ? [.. values.Where(value => value.Length > 0)] : [];

    /// <summary>Sets the values of a name.</summary>
    public void Set(string name, params IEnumerable<string> values) => _values[name] = [.. values.Select(WithPlainLineEnds)];

    /// <summary>Takes every name that begins with a prefix from another form, and nothing else of that prefix.</summary>
    public void Take(FormValues other, string prefix)
    {
        foreach (var name in _values.Keys.Where(name => IsBelow(name, prefix)).ToList())
            _values.Remove(name);
        foreach (var (name, values) in other._values)
        {
            if (IsBelow(name, prefix))
                _values[name] = [.. values];
        }
    }

    /// <summary>Whether two forms hold the same below a prefix; empty values and absent names are alike.</summary>
    public bool IsSameBelow(FormValues other, string prefix) =>
        _values.Keys.Concat(other._values.Keys).Where(name => IsBelow(name, prefix)).All(name => Trimmed(name).SequenceEqual(other.Trimmed(name)));

    /// <summary>An independent copy.</summary>
    public FormValues Clone()
    {
        var copy = new FormValues();
        foreach (var (name, values) in _values)
            copy._values[name] = [.. values];
        return copy;
    }

    /// <summary>The form as JSON, to be kept.</summary>
    public string ToJson() => new JsonObject(_values.Select(pair => KeyValuePair.Create<string, JsonNode?>(pair.Key, new JsonArray([.. pair.Value.Select(value => JsonValue.Create(value))])))).ToJsonString();

    /// <summary>A form that <see cref="ToJson"/> wrote; an empty one when it is something else.</summary>
    public static FormValues FromJson(string json)
    {
        var result = new FormValues();
        try
        {
            foreach (var (name, values) in JsonSerializer.Deserialize<Dictionary<string, string[]>>(json) ?? [])
                result.Set(name, values);
        }
        catch (JsonException)
        {
            return new();
        }

        return result;
    }

    private static bool IsBelow(string name, string prefix) =>
        name.StartsWith(prefix, StringComparison.Ordinal) && (name.Length == prefix.Length || prefix.Length == 0 || name[prefix.Length] == '.');

    private List<string> Trimmed(string name)
    {
        var values = _values.GetValueOrDefault(name) ?? [];
        return name.EndsWith(".$items", StringComparison.Ordinal) || values.Count > 1 ? values.FindAll(value => value.Length > 0) : values is [""] ? [] : values;
    }

    private static string WithPlainLineEnds(string text) => text.Contains('\r') ? text.ReplaceLineEndings("\n") : text;
}

/// <summary>The names of a form below a prefix: what one editor sees of it.</summary>
/// <param name="Values">The form.</param>
/// <param name="Prefix">The prefix, as <c>DisclosureEntry.IssuedOn</c>; empty for the whole form.</param>
internal readonly record struct FormScope(FormValues Values, string Prefix)
{
    /// <summary>A property's name in the form.</summary>
    public string NameOf(string property) => Prefix.Length == 0 ? property : $"{Prefix}.{property}";

    /// <summary>Whether the form has a property.</summary>
    public bool Has(string property) => Values.Has(NameOf(property));

    /// <summary>A property's value; empty when it has none.</summary>
    public string Get(string property) => Values.Get(NameOf(property));

    /// <summary>A property's value; null when it is empty.</summary>
    public string? Text(string property) => Get(property) is { Length: > 0 } text ? text : null;

    /// <summary>A property's values that are not empty.</summary>
    public IReadOnlyList<string> All(string property) => Values.All(NameOf(property));

    /// <summary>Sets a property's values.</summary>
    public void Set(string property, params IEnumerable<string> values) => Values.Set(NameOf(property), values);

    /// <summary>What is below a name.</summary>
    public FormScope At(string name) => new(Values, NameOf(name));
}
