namespace Gongkai.Storage;

/// <summary>What a reader says is wrong.</summary>
internal sealed class ErrorReportRow
{
    public required string Id { get; set; }

    public DateTime TimeUtc { get; set; }

    public required string Page { get; set; }

    public required string ContentItemId { get; set; }

    public required string Title { get; set; }

    public required string Passage { get; set; }

    public required string Message { get; set; }

    /// <summary>How to reach the reader, sealed; empty when it was not said or is forgotten.</summary>
    public required string Contact { get; set; }

    public required string Language { get; set; }

    public DateTime? ClosedUtc { get; set; }

    public required string ClosedBy { get; set; }

    public required string Remark { get; set; }
}

/// <summary>How many found an item's page useful on a day.</summary>
internal sealed class UsefulCountRow
{
    public DateOnly Day { get; set; }

    public required string ContentItemId { get; set; }

    public long Yes { get; set; }

    public long No { get; set; }
}
