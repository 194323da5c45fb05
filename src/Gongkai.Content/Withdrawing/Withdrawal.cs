namespace Gongkai.Content;

/// <summary>Why an item is no longer public.</summary>
public enum WithdrawalWay
{
    /// <summary>Nothing was said: archived at its time, withdrawn or deleted without a word. The address answers 410.</summary>
    Unsaid,

    /// <summary>It was published by mistake. The address answers 410, or leads to a page that serves its reader.</summary>
    Mistake,

    /// <summary>Something else took its place. The address leads there, or answers 410 with a link to it.</summary>
    Replaced,
}

/// <summary>How an item is withdrawn, and what its addresses answer from then on. What stays public with a notice is a <see cref="Repeal"/>.</summary>
/// <param name="Way">Why.</param>
/// <param name="TargetId">The item to which the reader is led, or null.</param>
/// <param name="TargetPath">The address on this site to which the reader is led, as <c>/guide</c>, or null.</param>
/// <param name="Redirects">Whether the address leads there by itself (301); else it answers 410 with a link.</param>
/// <param name="Explanation">What the page says to readers; null says nothing more.</param>
public sealed record Withdrawal(WithdrawalWay Way, string? TargetId = null, string? TargetPath = null, bool Redirects = false, string? Explanation = null)
{
    /// <summary>Withdrawn without a word.</summary>
    public static Withdrawal Unsaid { get; } = new(WithdrawalWay.Unsaid);
}
