namespace Gongkai.Search.Text;

/// <summary>What a token is made of.</summary>
internal enum TokenKind
{
    /// <summary>A Latin word or a run of digits, whole.</summary>
    Word,

    /// <summary>Two neighbouring ideographs.</summary>
    Bigram,

    /// <summary>One ideograph: alone between punctuation, or where ideographs touch a word (the 第 and 条 of 第5条).</summary>
    Single,
}

/// <summary>One token of a folded text.</summary>
/// <param name="Kind">What it is made of.</param>
/// <param name="Start">Where its first character begins in the folded text.</param>
/// <param name="FirstLength">Length of the first character, or of the whole word.</param>
/// <param name="Second">Where the second ideograph of a bigram begins; white space may lie between.</param>
/// <param name="SecondLength">Length of the second ideograph; 0 unless a bigram.</param>
/// <param name="Position">Its place: each ideograph and each word takes one, punctuation one more.</param>
/// <param name="Piece">Counts the stretches between punctuation.</param>
/// <param name="Lone">A <see cref="TokenKind.Single"/> that touches nothing, which the phrases of the index do not hold at every place.</param>
internal readonly record struct TextToken(TokenKind Kind, int Start, int FirstLength, int Second, int SecondLength, int Position, int Piece, bool Lone)
{
    /// <summary>One past its last character in the folded text.</summary>
    public int End => Kind == TokenKind.Bigram ? Second + SecondLength : Start + FirstLength;

    /// <summary>Its characters.</summary>
    public string TextIn(ReadOnlySpan<char> folded) =>
        Kind == TokenKind.Bigram ? string.Concat(folded.Slice(Start, FirstLength), folded.Slice(Second, SecondLength)) : folded.Slice(Start, FirstLength).ToString();
}
