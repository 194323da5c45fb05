using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gongkai.Content;

/// <summary>A value of an item in words.</summary>
/// <param name="Path">Its place, unique in the item.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Text">The value as text, a line for each of several.</param>
public sealed record WordedValue(string Path, string Label, string Text);

/// <summary>Says all values of a version in words, so that people can compare them.</summary>
/// <param name="definitions">The definitions.</param>
/// <param name="termName">The name of a term by its taxonomy and id; null when it is not known.</param>
/// <param name="itemName">The name of an item by its id; null when it is not known or not to be told.</param>
/// <param name="partLabel">What the user's language calls a property of a part kind, as <c>TitlePart.Title</c>; null leaves its technical name.</param>
/// <param name="zone">The site's time zone.</param>
public sealed class VersionWords(
    DefinitionSnapshot definitions, Func<string, string, string?> termName, Func<string, string?> itemName, Func<string, string?> partLabel, TimeZoneInfo zone)
{
    // What the lifecycle itself sets, and what the title says already.
    private static readonly HashSet<string> LeftOut = [.. ContentItem.EnvelopeNames];

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The values of a version; empty ones are left out.</summary>
    public IReadOnlyList<WordedValue> Of(ContentItem version)
    {
        var values = new List<WordedValue>();
        AddItem(values, version, "", "");
        return values;
    }

    private void AddItem(List<WordedValue> values, ContentItem item, string path, string label)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in definitions.FindType(item.ContentType)?.Parts ?? [])
        {
            if (!known.Add(part.Name) || item.Part(part.Name) is not { } json)
                continue;
            AddPart(values, part, json, path, label);
        }

        foreach (var (name, value) in item.Json)
        {
            if (!known.Contains(name) && !LeftOut.Contains(name) && name != "Terms")
                Add(values, path + name, label + name, JsonWords(value));
        }

        AddTerms(values, item.Json, path, label);
    }

    private void AddPart(List<WordedValue> values, TypePart part, JsonObject json, string path, string label)
    {
        var handled = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in part.Fields)
        {
            if (handled.Add(field.Name) && json.TryGetPropertyValue(field.Name, out var value))
                Add(values, $"{path}{part.Name}.{field.Name}", label + field.DisplayName, value is JsonObject shape && FieldWords(field, shape) is { } words ? words : JsonWords(value));
        }

        if (part.Kind is BagPart)
        {
            handled.Add("ContentItems");
            AddInner(values, json, $"{path}{part.Name}/", $"{label}{NameOf(part)} ");
        }
        else if (part.Kind is TaxonomyPart)
        {
            handled.Add("Terms");
            AddTerms(values, json, $"{path}{part.Name}/", label);
        }

        foreach (var (name, value) in json)
        {
            if (handled.Contains(name))
                continue;
            var place = $"{part.Definition.PartName}.{name}";
            var text = value is JsonValue simple && simple.AsText() is { } written ? WordsOfText(written, place) : JsonWords(value);
            Add(values, $"{path}{part.Name}.{name}", label + (partLabel(place) ?? place), text);
        }
    }

    /// <summary>The items in a bag, each with its number; a moved one shows by the line of its order.</summary>
    private void AddInner(List<WordedValue> values, JsonObject bag, string path, string label)
    {
        var inner = bag.Objects("ContentItems").Select(json => new ContentItem(json)).ToList();
        for (var i = 0; i < inner.Count; i++)
        {
            var id = inner[i].ContentItemId is { Length: > 0 } given ? given : i.ToString(CultureInfo.InvariantCulture);
            AddItem(values, inner[i], $"{path}{id}/", string.Create(CultureInfo.InvariantCulture, $"{label}{i + 1} · "));
        }

        if (inner.Count > 1)
            Add(values, path + "#", (partLabel("#order") is { } order ? label + order : label + "#"), string.Join('\n', inner.Select(InnerName)));
    }

    private void AddTerms(List<WordedValue> values, JsonObject json, string path, string label)
    {
        if (json["Terms"] is not JsonArray { Count: > 0 })
            return;
        var lines = new List<string>();
        Gather(json, 0);
        Add(values, path + "Terms", label + (partLabel("TaxonomyPart.Terms") ?? "Terms"), string.Join('\n', lines));

        void Gather(JsonObject parent, int depth)
        {
            foreach (var term in parent.Objects("Terms").Select(inner => new ContentItem(inner)))
            {
                lines.Add($"{new string('　', depth)}{term.Part("TitlePart")?.Text("Title") ?? term.DisplayText}（{term.ContentItemId}）");
                Gather(term.Json, depth + 1);
            }
        }
    }

    private string? FieldWords(PartField field, JsonObject value) => field.Kind switch
    {
        TextField when IsOnly(value, "Text") => value.Text("Text") ?? "",
        MarkdownField when IsOnly(value, "Markdown") => value.Text("Markdown") ?? "",
        HtmlField when IsOnly(value, "Html") => value.Text("Html") ?? "",
        MultiTextField when IsOnly(value, "Values") => string.Join('\n', value.Texts("Values")),
        DateField when IsOnly(value, "Value") => value.Instant("Value")?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
        DateTimeField when IsOnly(value, "Value") => value.Instant("Value") is { } utc ? ScheduleRules.Words(utc, zone) : "",
        TimeField when IsOnly(value, "Value") => value.Text("Value") ?? "",
        NumericField when IsOnly(value, "Value") => NumericField.NumberOf(value)?.ToString(CultureInfo.InvariantCulture) ?? "",
        BooleanField when IsOnly(value, "Value") => BooleanField.IsSet(value) ? partLabel(value.Flag("Value") ? "#yes" : "#no") ?? (value.Flag("Value") ? "✓" : "✗") : "",
        LinkField when IsOnly(value, "Url", "Text", "Target") => string.Join('\n', new[] { value.Text("Text"), value.Text("Url") }.Where(text => !string.IsNullOrEmpty(text))),
        TaxonomyField when IsOnly(value, "TaxonomyContentItemId", "TermContentItemIds") =>
            string.Join('\n', TaxonomyField.TermsOf(field.Definition, value).Select(term => termName(term.TaxonomyId, term.TermId) ?? term.TermId)),
        ContentPickerField when IsOnly(value, "ContentItemIds") => string.Join('\n', value.Texts("ContentItemIds").Select(id => itemName(id) is { } name ? $"{name}（{id}）" : id)),
        PassageField when IsOnly(value, "ContentItemIds", "Anchor", "Text") =>
            string.Join('\n', new[] { value.Text("Text") }.Concat(value.Texts("ContentItemIds").Select(id => (itemName(id) is { } name ? $"{name}（{id}）" : id) + (value.Text("Anchor") is { Length: > 0 } anchor ? " #" + anchor : ""))).Where(text => !string.IsNullOrEmpty(text))),
        MediaField when IsOnly(value, "Paths", "MediaTexts") => string.Join('\n', MediaLines(value)),
        _ => null,
    };

    private static IEnumerable<string> MediaLines(JsonObject value)
    {
        var texts = value.Texts("MediaTexts");
        return value.Texts("Paths").Select((path, i) => i < texts.Count && texts[i].Length > 0 ? $"{texts[i]}（{path}）" : path);
    }

    private string WordsOfText(string text, string place) =>
        place is "PublishLaterPart.ScheduledPublishUtc" or "ArchiveLaterPart.ScheduledArchiveUtc" && FieldJson.TryParseInstant(text, out var utc) ? ScheduleRules.Words(utc, zone) : text;

    /// <summary>Whether a value says no more than its kind knows; else all of it is shown, so that no difference hides.</summary>
    private static bool IsOnly(JsonObject value, params ReadOnlySpan<string> names)
    {
        foreach (var (name, inner) in value)
        {
            if (inner is not null && !names.Contains(name))
                return false;
        }

        return true;
    }

    private static string JsonWords(JsonNode? node) => node switch
    {
        null => "",
        JsonObject { Count: 0 } or JsonArray { Count: 0 } => "",
        JsonValue value when value.AsText() is { } text => text,
        _ => node.ToJsonString(Indented),
    };

    private static string NameOf(TypePart part) => part.Definition.Settings.Text("ContentTypePartSettings", "DisplayName") ?? part.Name;

    private static string InnerName(ContentItem inner) =>
        inner.DisplayText is { Length: > 0 } title ? title : inner.Part("TitlePart")?.Text("Title") is { Length: > 0 } own ? own
        : inner.Part("QaPair")?.TextField("Question") ?? inner.ContentItemId;

    private static void Add(List<WordedValue> values, string path, string label, string text)
    {
        if (text.Length > 0)
            values.Add(new(path, label, text));
    }
}
