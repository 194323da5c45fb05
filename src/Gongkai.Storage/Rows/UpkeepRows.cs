using Gongkai.Content;

namespace Gongkai.Storage;

/// <summary>That somebody looked at an item and found it right.</summary>
internal sealed class LookRow
{
    public required string ContentItemId { get; set; }

    public required string VersionId { get; set; }

    public required string UserName { get; set; }

    public DateTime AtUtc { get; set; }
}

/// <summary>Which process does a piece of background work, and until when.</summary>
internal sealed class LeaseRow
{
    public required string Name { get; set; }

    public required string Holder { get; set; }

    public DateTime UntilUtc { get; set; }
}

/// <summary>A link of public items to elsewhere.</summary>
internal sealed class OutsideLinkRow
{
    /// <summary>A hash: an address may be longer than an index takes.</summary>
    public required string Id { get; set; }

    public required string Address { get; set; }

    public OutsideLinkState State { get; set; }

    public int Status { get; set; }

    public required string Reason { get; set; }

    public DateTime? LookedUtc { get; set; }

    public DateTime NextUtc { get; set; }

    public DateOnly? FailingSince { get; set; }

    public DateOnly? FailedOn { get; set; }

    public int FailedDays { get; set; }
}

/// <summary>That a public item has a link to elsewhere.</summary>
internal sealed class OutsideLinkUseRow
{
    public required string ContentItemId { get; set; }

    public required string LinkId { get; set; }
}

/// <summary>A check of the whole site. There is one: the last.</summary>
internal sealed class SiteCheckRow
{
    public required string Id { get; set; }

    public required string Owner { get; set; }

    public DateTime StartedUtc { get; set; }

    public DateTime UpdatedUtc { get; set; }

    public SiteCheckState State { get; set; }

    public required string Position { get; set; }

    public int Items { get; set; }

    public int Passed { get; set; }

    public int Findings { get; set; }

    public int Failed { get; set; }
}

/// <summary>Something that it found.</summary>
internal sealed class SiteFindingRow
{
    public required string RunId { get; set; }

    public int Number { get; set; }

    public required string ContentItemId { get; set; }

    public required string ContentType { get; set; }

    public required string VersionId { get; set; }

    public required string Title { get; set; }

    public required string CheckName { get; set; }

    public bool IsBlocking { get; set; }

    public required string Path { get; set; }

    public required string Label { get; set; }

    public required string File { get; set; }

    public int Line { get; set; }

    public required string Message { get; set; }

    /// <summary>A JSON array.</summary>
    public required string MessageValues { get; set; }

    public required string Excerpt { get; set; }
}
