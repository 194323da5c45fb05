using Gongkai.Content;

namespace Gongkai.Desk.Editing;

/// <summary>One value that a form lets people change, as a page shows it.</summary>
internal record Editor
{
    /// <summary>The partial page that shows it, as <c>Text</c>.</summary>
    public required string View { get; init; }

    /// <summary>Its place in the form, as <c>Questions.{key}.QaPair.Question</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Its place in the item's JSON, as <c>Questions.ContentItems[0].QaPair.Question</c>: where faults are reported.</summary>
    public required string Path { get; init; }

    /// <summary>What people call it.</summary>
    public required string Label { get; init; }

    /// <summary>A sentence that helps; null when there is none.</summary>
    public string? Hint { get; init; }

    /// <summary>Whether it must be filled in before publication.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Why it cannot be changed; null when it can.</summary>
    public string? ReadOnlyReason { get; init; }

    /// <summary>What the form holds of it.</summary>
    public required FormScope Values { get; init; }

    /// <summary>What people read of it where both texts of a conflict are shown.</summary>
    public string Shown { get; init; } = "";

    /// <summary>What is wrong with it.</summary>
    public List<Wording> Errors { get; } = [];

    /// <summary>The editors inside it, as those of a bag's items.</summary>
    public virtual IEnumerable<Editor> Inner => [];

    /// <summary>Its id in the page.</summary>
    public string Id => IdOf(Name);

    /// <summary>Names beside the label: the field's error list, its hint.</summary>
    public string DescribedBy => string.Join(' ', new[] { Errors.Count > 0 ? Id + "-errors" : null, Hint is null ? null : Id + "-hint" }.OfType<string>());

    /// <summary>A form name as an id that every selector takes.</summary>
    public static string IdOf(string name) => "f-" + string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' ? c.ToString() : c == '.' ? "_" : $"_{(int)c:x}_"));
}

/// <summary>One of the values to choose from.</summary>
/// <param name="Value">The value.</param>
/// <param name="Label">What people read.</param>
internal sealed record EditorOption(string Value, string Label);

/// <summary>A part of the form under one heading.</summary>
/// <param name="Name">The part's name.</param>
/// <param name="Label">The heading.</param>
/// <param name="Hint">A sentence that helps; null when there is none.</param>
/// <param name="Editors">Its editors.</param>
/// <param name="IsAside">Whether it stands beside the text: addresses, times, owners.</param>
internal sealed record EditorSection(string Name, string Label, string? Hint, IReadOnlyList<Editor> Editors, bool IsAside);

/// <summary>A form for an item of a type.</summary>
/// <param name="Type">The type.</param>
/// <param name="Sections">The form's sections in their order.</param>
/// <param name="Errors">Faults that belong to no editor.</param>
internal sealed record EditorForm(ResolvedType Type, IReadOnlyList<EditorSection> Sections, IReadOnlyList<ValidationError> Errors)
{
    /// <summary>All editors, inner ones after theirs.</summary>
    public IEnumerable<Editor> All => Sections.SelectMany(section => section.Editors).SelectMany(WithInner);

    private static IEnumerable<Editor> WithInner(Editor editor) => editor.Inner.SelectMany(WithInner).Prepend(editor);
}
