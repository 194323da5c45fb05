using Gongkai.Content;
using Gongkai.Review.Checks.Reading;

namespace Gongkai.Review.Checks;

/// <summary>Something that a check found.</summary>
/// <param name="Check">The check, as <see cref="CheckNames"/> has it.</param>
/// <param name="Severity">What it means for publication.</param>
/// <param name="Place">Where it is.</param>
/// <param name="Message">What is wrong.</param>
public sealed record Finding(string Check, CheckSeverity Severity, FindingPlace Place, Wording Message)
{
    /// <summary>What was found, personal data masked: what may be listed and recorded. Empty when there is nothing to show.</summary>
    public string Excerpt { get; init; } = "";

    /// <summary>What to do.</summary>
    public Wording? Proposal { get; init; }

    /// <summary>Whether one click can mask or mend it.</summary>
    public bool CanMend { get; init; }

    /// <summary>The file that a person must look at and confirm; null for every other finding.</summary>
    public CheckedFile? ToConfirm { get; init; }
}

/// <summary>Where something was found.</summary>
/// <param name="Path">The value's place in the item, as a JSON path: <c>MarkdownBodyPart.Markdown</c>, <c>Questions.ContentItems[0].QaPair.Answer.Markdown</c>.</param>
/// <param name="Label">What people call it.</param>
public sealed record FindingPlace(string Path, Wording Label)
{
    /// <summary>The attachment, by its path below the media folder; empty for the item's own text.</summary>
    public string File { get; init; } = "";

    /// <summary>The line of the text, from 1; of an attachment the paragraph. 0 when it is about the whole.</summary>
    public int Line { get; init; }

    /// <summary>The characters of the text; null when it is about the whole.</summary>
    public Piece? Piece { get; init; }
}
