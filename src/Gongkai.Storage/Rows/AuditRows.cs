using Gongkai.Content;

namespace Gongkai.Storage;

/// <summary>One row of the audit trail. It is inserted, and deleted when its time is over; nothing else ever happens to it, and the database sees to that.</summary>
internal sealed class AuditRow
{
    public long Sequence { get; set; }

    public DateTime TimeUtc { get; set; }

    public required string User { get; set; }

    public required string DisplayName { get; set; }

    public required string Address { get; set; }

    public required string Action { get; set; }

    public required string ContentItemId { get; set; }

    public required string VersionId { get; set; }

    public required string ContentType { get; set; }

    public required string Title { get; set; }

    public AuditResult Result { get; set; }

    public required string Hash { get; set; }

    // The last column: it may be long.
    public required string Details { get; set; }

    public AuditRecord ToRecord() => new()
    {
        Sequence = Sequence,
        TimeUtc = DateTime.SpecifyKind(TimeUtc, DateTimeKind.Utc),
        User = User,
        DisplayName = DisplayName,
        Address = Address,
        Action = Action,
        ContentItemId = ContentItemId,
        VersionId = VersionId,
        ContentType = ContentType,
        Title = Title,
        Result = Result,
        Details = Details,
        Hash = Hash,
    };
}

/// <summary>Where the trail ends: the only row of its table. Without it nobody would see that the last rows are gone.</summary>
internal sealed class AuditEndRow
{
    public const int Only = 1;

    public int Id { get; set; } = Only;

    public long Sequence { get; set; }

    public required string Hash { get; set; }
}
