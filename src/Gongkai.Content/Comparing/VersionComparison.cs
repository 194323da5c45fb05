namespace Gongkai.Content;

/// <summary>A value of an item in two versions.</summary>
/// <param name="Path">Its place, as <c>DisclosureEntry.Issuer</c>; of an inner item <c>Questions/id/QaPair.Answer</c>.</param>
/// <param name="Label">What people call it: the field's name, with the inner item before it.</param>
/// <param name="Text">Its text in both versions.</param>
public sealed record ComparedValue(string Path, string Label, ComparedText Text);

/// <summary>Two versions of an item beside each other, by part and field.</summary>
/// <param name="Values">The values that one of them has, in the order of the definition; what no definition knows comes last.</param>
public sealed record VersionComparison(IReadOnlyList<ComparedValue> Values)
{
    /// <summary>The values that differ.</summary>
    public IEnumerable<ComparedValue> Changes => Values.Where(value => value.Text.IsChanged);

    /// <summary>Compares two versions.</summary>
    /// <param name="before">The version before; null for none.</param>
    /// <param name="after">The version after.</param>
    /// <param name="words">Says values in words.</param>
    public static VersionComparison Of(ContentItem? before, ContentItem after, VersionWords words)
    {
        var old = before is null ? [] : words.Of(before);
        var now = words.Of(after);
        var texts = old.ToDictionary(value => value.Path, value => value.Text, StringComparer.Ordinal);
        var values = now.Select(value => new ComparedValue(value.Path, value.Label, TextComparison.Of(texts.GetValueOrDefault(value.Path, ""), value.Text))).ToList();
        var kept = now.Select(value => value.Path).ToHashSet(StringComparer.Ordinal);
        // What is gone stands where it was: after what stood before it.
        for (var i = 0; i < old.Count; i++)
        {
            if (kept.Contains(old[i].Path))
                continue;
            var place = i == 0 ? 0 : values.FindIndex(value => value.Path == old[i - 1].Path) + 1;
            values.Insert(place, new(old[i].Path, old[i].Label, TextComparison.Of(old[i].Text, "")));
        }

        return new(values);
    }
}
