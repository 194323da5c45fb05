using Gongkai.Content;

namespace Gongkai.Review.Plain;

/// <summary>What makes a text hard to read.</summary>
public enum PlainHintKind
{
    /// <summary>A sentence of too many characters.</summary>
    LongSentence,

    /// <summary>A legal term that nobody explains.</summary>
    UnexplainedTerm,

    /// <summary>A sentence in which one thing after another is done by somebody: 被…被….</summary>
    PassiveChain,
}

/// <summary>A hint to a writer. It never holds anything back.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Excerpt">The words, shortened.</param>
/// <param name="Message">What to do.</param>
public sealed record PlainHint(PlainHintKind Kind, string Excerpt, Wording Message);
