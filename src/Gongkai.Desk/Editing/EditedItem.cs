using Gongkai.Content;

namespace Gongkai.Desk.Editing;

/// <summary>An item that is being edited: the version that the form was made of, and what is stored now.</summary>
/// <param name="Basis">What the form changes: the version that the editor began with; for a new item one without content.</param>
/// <param name="BasedOnVersionId">That version's id; null for a new item.</param>
/// <param name="Latest">The newest version now; null when there is none.</param>
/// <param name="Published">The published version now; null when there is none.</param>
internal sealed record EditedItem(ContentItem Basis, string? BasedOnVersionId, ContentItem? Latest, ContentItem? Published)
{
    /// <summary>Whether nothing is stored of it yet.</summary>
    public bool IsNew => Latest is null && BasedOnVersionId is null;

    /// <summary>Whether somebody saved or deleted it since the form was made.</summary>
    public bool IsStale => Latest?.ContentItemVersionId != BasedOnVersionId;
}

/// <summary>What is to become of what was typed.</summary>
internal enum SaveAs
{
    /// <summary>The newest draft.</summary>
    Draft,

    /// <summary>What readers see.</summary>
    Published,

    /// <summary>The newest draft, which is published or archived at the times in the form.</summary>
    Scheduled,
}

/// <summary>How a save ended.</summary>
internal enum SaveOutcome
{
    /// <summary>It is stored.</summary>
    Saved,

    /// <summary>It is stored and published.</summary>
    Published,

    /// <summary>It is stored, and its times were set, changed or cancelled.</summary>
    Scheduled,

    /// <summary>The form says what is stored already.</summary>
    Unchanged,

    /// <summary>It has faults; nothing was done.</summary>
    Refused,

    /// <summary>Somebody saved meanwhile; nothing was done.</summary>
    Conflict,

    /// <summary>The editor may not do this; nothing was done.</summary>
    Forbidden,
}

/// <summary>The result of a save.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Errors">The faults, when it has some.</param>
internal sealed record SaveResult(SaveOutcome Outcome, IReadOnlyList<ValidationError> Errors)
{
    /// <summary>A result without faults.</summary>
    public static SaveResult Of(SaveOutcome outcome) => new(outcome, []);
}
