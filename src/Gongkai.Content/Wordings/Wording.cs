using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace Gongkai.Content;

/// <summary>A sentence for people: in Simplified Chinese, which is also the key of its translations, with values at <c>{0}</c>, <c>{1}</c>.</summary>
/// <remarks>
/// Rules say what is wrong without knowing who reads it: whoever shows it translates it, whoever stores or logs it takes it as it is.
/// An interpolated string becomes one by itself: <c>Wording fault = $"地址“{path}”太长。"</c> keeps <c>地址“{0}”太长。</c> and the path apart.
/// No string does: its values would be lost in it.
/// </remarks>
[InterpolatedStringHandler]
[JsonConverter(typeof(WordingJson))]
public sealed class Wording : IEquatable<Wording>
{
    private const string Comma = "、";

    private readonly List<object> _values = [];
    private string _key = "";

    /// <summary>For the compiler, which then appends the pieces of an interpolated string.</summary>
    public Wording(int literalLength, int formattedCount)
    {
    }

    /// <summary>A sentence by its key.</summary>
    /// <param name="key">The sentence, with places for the values; never one with the values in it.</param>
    /// <param name="values">The values: what is shown as it is, another <see cref="Wording"/>, or a list of either.</param>
    public Wording(string key, params IReadOnlyList<object?> values)
    {
        _key = key;
        _values.AddRange(values.Select(value => Kept(value, null)));
    }

    /// <summary>The sentence in Simplified Chinese, with places for the values.</summary>
    public string Key => _key;

    /// <summary>The values: texts, and what has words of its own.</summary>
    public IReadOnlyList<object> Values => _values;

    /// <summary>The values in Simplified Chinese.</summary>
    public IEnumerable<string> Texts => _values.Select(value => Shown(value, key => key));

    /// <summary>Nothing to say.</summary>
    public static Wording Nothing { get; } = AsWritten("");

    /// <summary>Whether there is nothing to say.</summary>
    public bool IsNothing => ToString().Length == 0;

    /// <summary>What people wrote themselves: it is shown as it is in every language.</summary>
    public static Wording AsWritten(string text) => new("{0}", text);

    /// <summary>Several sentences, one after the other.</summary>
    public static Wording Together(IEnumerable<Wording> sentences)
    {
        object?[] all = [.. sentences];
        return new(string.Join(' ', all.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"{{{i}}}"))), all);
    }

    /// <summary>For the compiler.</summary>
    public void AppendLiteral(string literal) => _key += literal.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);

    /// <summary>For the compiler.</summary>
    public void AppendFormatted<T>(T value, string? format = null)
    {
        _key += string.Create(CultureInfo.InvariantCulture, $"{{{_values.Count}}}");
        _values.Add(Kept(value, format));
    }

    /// <summary>The sentence in a language.</summary>
    /// <param name="translate">Gives the text of a key in that language; the key where it has none.</param>
    public string In(Func<string, string> translate) => string.Format(CultureInfo.InvariantCulture, translate(Key), [.. _values.Select(value => Shown(value, translate))]);

    /// <summary>The sentence in Simplified Chinese: what is stored and logged.</summary>
    public override string ToString() => In(key => key);

    /// <summary>Whether two say the same.</summary>
    public static bool operator ==(Wording? one, Wording? other) => one is null ? other is null : one.Equals(other);

    /// <summary>Whether two say something else.</summary>
    public static bool operator !=(Wording? one, Wording? other) => !(one == other);

    /// <inheritdoc/>
    public bool Equals(Wording? other) => other is not null && Key == other.Key && ToString() == other.ToString();

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Wording);

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    private static object Kept(object? value, string? format) => value switch
    {
        null => "",
        string or Wording => value,
        IEnumerable<Wording> or IEnumerable<string> => ((IEnumerable<object>)value).ToList(),
        IFormattable formattable => formattable.ToString(format, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static string Shown(object value, Func<string, string> translate) => value switch
    {
        Wording wording => wording.In(translate),
        List<object> list => string.Join(translate(Comma), list.Select(one => Shown(one, translate))),
        _ => (string)value,
    };
}
