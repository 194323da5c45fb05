using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gongkai.Content;

/// <summary>Settings of a definition by group, word for word; immutable and safe to read from many threads.</summary>
public sealed class DefinitionSettings : IEquatable<DefinitionSettings>
{
    private readonly JsonElement _json;

    /// <summary>Settings from a JSON object, which is copied; null is none.</summary>
    public DefinitionSettings(JsonObject? json) => _json = JsonSerializer.SerializeToElement(json ?? []);

    /// <summary>No settings.</summary>
    public static DefinitionSettings None { get; } = new(null);

    /// <summary>A copy as JSON.</summary>
    public JsonObject ToJson() => JsonObject.Create(_json.Clone())!;

    /// <summary>A string setting.</summary>
    public string? Text(string group, string name) => Find(group, name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    /// <summary>A setting that is true. Numbers and strings are not.</summary>
    public bool IsTrue(string group, string name) => Find(group, name) is { ValueKind: JsonValueKind.True };

    /// <summary>A setting that is true unless it says false, as some of Orchard Core's are.</summary>
    public bool IsTrueUnlessSet(string group, string name) => Find(group, name) is not { ValueKind: JsonValueKind.False };

    /// <summary>A setting that is one of some names, written as its name or its place; the first when it is neither.</summary>
    public string Choice(string group, string name, params ReadOnlySpan<string> choices)
    {
        if (Number(group, name) is { } place && place >= 0 && place < choices.Length)
            return choices[(int)place];
        var text = Text(group, name);
        return text is not null && choices.Contains(text) ? text : choices[0];
    }

    /// <summary>A number setting; also a string that holds one, as Orchard Core writes minima and maxima.</summary>
    public decimal? Number(string group, string name) => Find(group, name) switch
    {
        { ValueKind: JsonValueKind.Number } value when value.TryGetDecimal(out var number) => number,
        { ValueKind: JsonValueKind.String } value when decimal.TryParse(value.GetString(), System.Globalization.CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    /// <summary>The strings of an array setting; of an array of objects, their <paramref name="member"/>.</summary>
    public IReadOnlyList<string> Texts(string group, string name, string? member = null)
    {
        if (Find(group, name) is not { ValueKind: JsonValueKind.Array } array)
            return [];
        var result = new List<string>();
        foreach (var element in array.EnumerateArray())
        {
            var value = member is not null && element.ValueKind == JsonValueKind.Object && element.TryGetProperty(member, out var inner) ? inner : element;
            if (value.ValueKind == JsonValueKind.String)
                result.Add(value.GetString()!);
        }

        return result;
    }

    /// <inheritdoc/>
    public bool Equals(DefinitionSettings? other) => other is not null && JsonElement.DeepEquals(_json, other._json);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DefinitionSettings);

    /// <inheritdoc/>
    public override int GetHashCode() => _json.ValueKind == JsonValueKind.Object ? _json.GetPropertyCount() : 0;

    private JsonElement? Find(string group, string name) =>
        _json.TryGetProperty(group, out var settings) && settings.ValueKind == JsonValueKind.Object && settings.TryGetProperty(name, out var value) ? value : null;
}
