using Gongkai.Content;

namespace Gongkai.Storage;

/// <summary>A step of an item's review. Never changed.</summary>
internal sealed class ReviewStepRow
{
    public required string ContentItemId { get; set; }

    public int Number { get; set; }

    public required string VersionId { get; set; }

    public ReviewStepKind Kind { get; set; }

    public required string Graph { get; set; }

    public required string FromStage { get; set; }

    public required string ToStage { get; set; }

    public required string UserName { get; set; }

    public required string DisplayName { get; set; }

    public string? InsteadOf { get; set; }

    public DateTime AtUtc { get; set; }

    public required string Remark { get; set; }

    public DateOnly? DueOn { get; set; }

    /// <summary>What else is to be known of it, as JSON.</summary>
    public string? Details { get; set; }
}

/// <summary>Where an item stands that is under review. Only these have a row.</summary>
internal sealed class ReviewStateRow
{
    public required string ContentItemId { get; set; }

    public required string ContentType { get; set; }

    public required string VersionId { get; set; }

    public required string Graph { get; set; }

    public required string Stage { get; set; }

    public DateTime SinceUtc { get; set; }

    public DateOnly? DueOn { get; set; }

    public required string Submitter { get; set; }
}

/// <summary>An item that is public without what must be public with it.</summary>
internal sealed class OwedHalfRow
{
    public required string ContentItemId { get; set; }

    public required string What { get; set; }

    public DateTime SinceUtc { get; set; }

    public DateOnly DueOn { get; set; }

    public required string UserName { get; set; }

    public required string Reason { get; set; }
}

/// <summary>Somebody who acts for somebody.</summary>
internal sealed class DeputyRow
{
    public required string Id { get; set; }

    public required string Absent { get; set; }

    public required string StandIn { get; set; }

    public DateOnly FromDay { get; set; }

    public DateOnly UntilDay { get; set; }
}
