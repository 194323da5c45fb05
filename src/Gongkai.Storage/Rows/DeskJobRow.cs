namespace Gongkai.Storage;

/// <summary>Work on many items that somebody began at the desk.</summary>
internal sealed class DeskJobRow
{
    public required string Id { get; set; }

    public required string Owner { get; set; }

    public required string Kind { get; set; }

    public DateTime CreatedUtc { get; set; }

    public DateTime UpdatedUtc { get; set; }

    public bool IsDone { get; set; }

    public required string Json { get; set; }
}
