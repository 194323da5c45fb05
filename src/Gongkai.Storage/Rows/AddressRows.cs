using Gongkai.Content;

namespace Gongkai.Storage;

/// <summary>An address that an item had while it was public. Whoever had it last has the row.</summary>
internal sealed class FormerRouteRow
{
    /// <summary>Normalised.</summary>
    public required string Path { get; set; }

    public required string ContentItemId { get; set; }

    public string? ContainedItemId { get; set; }
}

/// <summary>How an item left the public; gone when it is published again.</summary>
internal sealed class WithdrawalRow
{
    public required string ContentItemId { get; set; }

    public WithdrawalWay Way { get; set; }

    public string? TargetId { get; set; }

    public string? TargetPath { get; set; }

    public bool Redirects { get; set; }

    public string? Explanation { get; set; }

    public DateTime AtUtc { get; set; }

    public static WithdrawalRow Of(string contentItemId, Withdrawal withdrawal, DateTime atUtc) => new()
    {
        ContentItemId = contentItemId,
        Way = withdrawal.Way,
        TargetId = withdrawal.TargetId,
        TargetPath = withdrawal.TargetPath,
        Redirects = withdrawal.Redirects,
        Explanation = withdrawal.Explanation,
        AtUtc = atUtc,
    };

    public Withdrawal ToWithdrawal() => new(Way, TargetId, TargetPath, Redirects, Explanation);
}
