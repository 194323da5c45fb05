namespace Gongkai.Storage;

/// <summary>An editor at an item: what was typed, if anything, and when the item was open.</summary>
internal sealed class WorkingCopyRow
{
    public required string UserName { get; set; }

    public required string ContentItemId { get; set; }

    public string? ContentType { get; set; }

    public string? BasedOnVersionId { get; set; }

    /// <summary>What was typed; null when the editor only has the item open.</summary>
    public string? Form { get; set; }

    public DateTime? KeptUtc { get; set; }

    public DateTime OpenedUtc { get; set; }

    public DateTime SeenUtc { get; set; }
}
