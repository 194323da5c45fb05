namespace Gongkai.Storage;

/// <summary>One version of an item. Its JSON is the truth; the columns beside it are for looking it up.</summary>
internal sealed class VersionRow
{
    /// <summary>Given inside the serialised write transaction: a later version has a higher one.</summary>
    public long Key { get; set; }

    public required string ContentItemId { get; set; }

    public required string VersionId { get; set; }

    public required string ContentType { get; set; }

    public bool Latest { get; set; }

    public bool Published { get; set; }

    public DateTime? PublishedUtc { get; set; }

    /// <summary>What an import brought, before handlers filled in numbers and routes; null for a version made here.</summary>
    public string? ImportHash { get; set; }

    // The last column: SQLite reaches the others without reading long texts.
    public string Json { get; set; } = "";
}
