using Gongkai.Content;

namespace Gongkai.Storage;

/// <summary>Somebody's wish to get digests of a list.</summary>
internal sealed class SubscriptionRow
{
    public required string Id { get; set; }

    /// <summary>The address's keyed hash: it is found by it, and nobody without the key can tell whose it is.</summary>
    public required string AddressHash { get; set; }

    /// <summary>The address, sealed.</summary>
    public required string Address { get; set; }

    public required string List { get; set; }

    public required string Query { get; set; }

    public required string Language { get; set; }

    public DigestRhythm Rhythm { get; set; }

    public bool IsConfirmed { get; set; }

    /// <summary>When it was last asked for.</summary>
    public DateTime AskedUtc { get; set; }

    /// <summary>How often it was asked for in the 24 hours before.</summary>
    public int Asked { get; set; }

    public DateTime DigestUtc { get; set; }

    public long Sequence { get; set; }
}

/// <summary>A mail that is to be sent.</summary>
internal sealed class OutboxRow
{
    public required string Id { get; set; }

    public required string Topic { get; set; }

    public required string SubjectId { get; set; }

    public required string Payload { get; set; }

    public DateTime CreatedUtc { get; set; }

    public DateTime NextUtc { get; set; }

    public int Attempts { get; set; }

    public bool IsFailed { get; set; }

    public required string Reason { get; set; }
}

/// <summary>A secret of the site's own, sealed.</summary>
internal sealed class SecretRow
{
    public required string Name { get; set; }

    public required string Value { get; set; }
}
