using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.Desk.Editing;

/// <summary>A passage of another item, chosen among that item's passages. The field's settings say in which picker of the whole item the others stand, and which field beside it is the question.</summary>
internal sealed class PassageEditor : ValueEditor
{
    private const string Anchor = "Anchor";
    private const string Text = "Text";

    /// <inheritdoc/>
    public override string Name => "passage";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Properties { get; } = [FormLists.Items, Anchor, Text];

    /// <inheritdoc/>
    public override void Read(Edited edited, JsonObject value, FormScope form, EditorContext context)
    {
        form.Set(FormLists.Items, value.Texts("ContentItemIds").Prepend(""));
        form.Set(Anchor, value.Text("Anchor") ?? "");
        form.Set(Text, value.Text("Text") ?? "");
    }

    /// <inheritdoc/>
    public override void Write(Edited edited, FormScope form, JsonObject value, EditorContext context)
    {
        // An emptied text is no quotation: its source goes with it.
        var isEmpty = string.IsNullOrWhiteSpace(form.Get(Text));
        value["ContentItemIds"] = new JsonArray([.. isEmpty ? [] : form.All(FormLists.Items).Distinct(StringComparer.Ordinal).Select(id => JsonValue.Create(id))]);
        value["Anchor"] = isEmpty ? null : form.Text(Anchor);
        value["Text"] = isEmpty ? null : form.Get(Text);
    }

    /// <inheritdoc/>
    public override string Show(Edited edited, FormScope form, EditorContext context) =>
        string.Join('\n', form.All(FormLists.Items).Select(id => context.Picked.GetValueOrDefault(id)?.Title ?? id).Append(form.Get(Text)));

    /// <inheritdoc/>
    public override Editor Describe(Edited edited, Editor frame, EditorContext context)
    {
        var form = frame.Values;
        var chosen = form.All(FormLists.Items) is [var id, ..] ? id : null;
        var quote = chosen is null || string.IsNullOrWhiteSpace(form.Get(Text)) ? null : new PassageQuote(chosen, form.Text(Anchor), form.Get(Text));
        var asked = context.Passages?.Asked is { } request && request.Name == frame.Name ? context.Passages : null;
        var items = edited.Settings.Text(edited.Group, "Items") is { Length: > 0 } picker ? $"{picker}.{FormLists.Items}" : "";
        return new PassageChoice(frame)
        {
            View = "Passage",
            Source = chosen is null ? null : context.Picked.GetValueOrDefault(chosen) ?? new(chosen, chosen, "", context.Text("没有这一条，或者您无权查看")),
            Place = quote?.Anchor is { } anchor ? context.Sources.GetValueOrDefault(quote.ContentItemId)?.LabelAt(anchor) ?? "" : "",
            State = quote?.StateIn(context.Sources.GetValueOrDefault(quote.ContentItemId)),
            ItemsName = items,
            ItemIds = [.. form.Values.All(items).Append(chosen ?? "").Where(one => one.Length > 0).Distinct(StringComparer.Ordinal)],
            QuestionName = edited.Settings.Text(edited.Group, "Question") is { Length: > 0 } question ? $"{form.Prefix[..(form.Prefix.LastIndexOf('.') + 1)]}{question}.Text" : "",
            Offers = asked?.Offers,
            IsByQuestion = asked?.Asked.IsByQuestion == true,
        };
    }

    /// <summary>Puts a chosen passage into the form; null empties it.</summary>
    public static void Take(FormScope form, OfferedPassage? passage)
    {
        form.Set(FormLists.Items, passage is null ? [""] : ["", passage.ContentItemId]);
        form.Set(Anchor, passage?.Passage.Anchor ?? "");
        form.Set(Text, passage is null ? "" : Cut(passage.Passage.Text));
    }

    /// <summary>As much of a passage as a quotation may have.</summary>
    public static string Cut(string text)
    {
        if (text.Length <= PassageField.LongestText)
            return text;
        var end = text.LastIndexOf('。', PassageField.LongestText - 1) + 1;
        return text[..(end > 0 ? end : char.IsHighSurrogate(text[PassageField.LongestText - 1]) ? PassageField.LongestText - 1 : PassageField.LongestText)];
    }
}

/// <summary>A quotation to choose.</summary>
internal sealed record PassageChoice : Editor
{
    /// <summary>A frame with more to show.</summary>
    [SetsRequiredMembers]
    public PassageChoice(Editor frame) : base(frame)
    {
    }

    /// <summary>The item that is quoted; null for none.</summary>
    public PickedItem? Source { get; init; }

    /// <summary>What people call the place in it; empty when it has no name.</summary>
    public string Place { get; init; } = "";

    /// <summary>Where the quotation stands; null when there is none.</summary>
    public QuoteState? State { get; init; }

    /// <summary>The form name that lists the items to quote; empty when there is none.</summary>
    public string ItemsName { get; init; } = "";

    /// <summary>The items to quote, by what the form says now.</summary>
    public IReadOnlyList<string> ItemIds { get; init; } = [];

    /// <summary>The form name of the question; empty when there is none.</summary>
    public string QuestionName { get; init; } = "";

    /// <summary>The question as it is typed now.</summary>
    public string Question => QuestionName.Length == 0 ? "" : Values.Values.Get(QuestionName);

    /// <summary>The passages to choose from; null while nobody asked.</summary>
    public IReadOnlyList<OfferedPassage>? Offers { get; init; }

    /// <summary>Whether those are the ones that answer the question.</summary>
    public bool IsByQuestion { get; init; }
}
