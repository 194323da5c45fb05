namespace Gongkai.Storage;

/// <summary>An account. Its JSON is the truth; the columns beside it are for looking it up.</summary>
internal sealed class AccountRow
{
    public required string Id { get; set; }

    public required string NormalizedName { get; set; }

    public string? ExternalId { get; set; }

    /// <summary>Another one at every write: two writers who read the same cannot both write.</summary>
    public required string ConcurrencyStamp { get; set; }

    public required string Json { get; set; }
}
