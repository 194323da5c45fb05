using System.Globalization;

namespace Gongkai.Search.Text;

/// <summary>
/// Cuts a folded text into tokens: overlapping bigrams of ideographs, whole words, whole runs of digits. Index and query use this one
/// scanner, so a stretch of text has the same tokens wherever it stands.
/// </summary>
/// <remarks>
/// White space never separates an ideograph from its neighbour (typesetters put it there), except a blank line. Ideographs take one position
/// each, so that a phrase may name every second bigram and still be exact.
/// </remarks>
internal sealed class TokenScanner
{
    /// <summary>Longer runs without a break are no words; they are cut here so that no token outgrows the index.</summary>
    private const int LongestWord = 64;

    private readonly Queue<TextToken> _ready = new();
    private int _at;
    private int _position;
    private int _piece;
    private int _ideograph = -1;
    private int _ideographLength;
    private int _runLength;
    private bool _runHasSingle;
    private bool _afterWord;
    private bool _broken = true;

    /// <summary>Begins another text.</summary>
    public void Reset()
    {
        _ready.Clear();
        (_at, _position, _piece) = (0, 0, 0);
        _ideograph = -1;
        _runLength = 0;
        _afterWord = false;
        _broken = true;
    }

    /// <summary>The next token, in order of position; false at the end.</summary>
    public bool Next(ReadOnlySpan<char> text, out TextToken token)
    {
        while (_ready.Count == 0 && _at < text.Length)
            Step(text);
        if (_ready.Count == 0)
            EndRun(beforeWord: false);
        return _ready.TryDequeue(out token);
    }

    /// <summary>All tokens of a short text.</summary>
    public static List<TextToken> Scan(ReadOnlySpan<char> text)
    {
        var scanner = new TokenScanner();
        var tokens = new List<TextToken>();
        while (scanner.Next(text, out var token))
            tokens.Add(token);
        return tokens;
    }

    /// <summary>Whether an ideograph begins at <paramref name="index"/>, and how many characters it takes.</summary>
    public static bool IsIdeograph(ReadOnlySpan<char> text, int index, out int length) => Classify(text, index, out length) == CharacterKind.Ideograph;

    private void Step(ReadOnlySpan<char> text)
    {
        var kind = Classify(text, _at, out var length);
        switch (kind)
        {
            case CharacterKind.Ideograph:
                Ideograph(length);
                _at += length;
                break;
            case CharacterKind.Letter or CharacterKind.Digit:
                EndRun(beforeWord: true);
                Word(text, kind);
                break;
            case CharacterKind.Space:
                Space(text);
                break;
            default:
                Break();
                _at += length;
                break;
        }
    }

    private void Ideograph(int length)
    {
        if (_ideograph < 0)
        {
            _runLength = 0;
            _runHasSingle = _afterWord;
            if (_afterWord)
                _ready.Enqueue(new TextToken(TokenKind.Single, _at, length, 0, 0, _position, _piece, Lone: false));
        }
        else
        {
            _ready.Enqueue(new TextToken(TokenKind.Bigram, _ideograph, _ideographLength, _at, length, _position - 1, _piece, Lone: false));
        }

        (_ideograph, _ideographLength) = (_at, length);
        _runLength++;
        _position++;
        _afterWord = false;
        _broken = false;
    }

    private void Word(ReadOnlySpan<char> text, CharacterKind kind)
    {
        var start = _at;
        int length;
        do
        {
            _ = Classify(text, _at, out length);
            _at += length;
        }
        while (_at < text.Length && _at - start < LongestWord && Classify(text, _at, out length) is var next && (next == kind || next == CharacterKind.Mark));

        _ready.Enqueue(new TextToken(TokenKind.Word, start, _at - start, 0, 0, _position++, _piece, Lone: false));
        _afterWord = true;
        _broken = false;
    }

    private void Space(ReadOnlySpan<char> text)
    {
        var lines = 0;
        for (; _at < text.Length && char.IsWhiteSpace(text[_at]); _at++)
            lines += text[_at] == '\n' ? 1 : 0;
        if (lines > 1)
            Break();
    }

    private void Break()
    {
        EndRun(beforeWord: false);
        // «……» and «」，「» are one break.
        if (_broken)
            return;
        _broken = true;
        _position++;
        _piece++;
    }

    private void EndRun(bool beforeWord)
    {
        if (_ideograph >= 0 && (_runLength == 1 || beforeWord) && !(_runLength == 1 && _runHasSingle))
            _ready.Enqueue(new TextToken(TokenKind.Single, _ideograph, _ideographLength, 0, 0, _position - 1, _piece, Lone: !beforeWord));
        _ideograph = -1;
        if (!beforeWord)
            _afterWord = false;
    }

    private enum CharacterKind
    {
        Other,
        Ideograph,
        Letter,
        Digit,
        Mark,
        Space,
    }

    private static CharacterKind Classify(ReadOnlySpan<char> text, int index, out int length)
    {
        var c = text[index];
        length = 1;
        if (c < 0x80)
            return char.IsAsciiLetter(c) ? CharacterKind.Letter : char.IsAsciiDigit(c) ? CharacterKind.Digit : char.IsWhiteSpace(c) ? CharacterKind.Space : CharacterKind.Other;
        if (c is >= '\u4E00' and < '\uA000' or >= '\u3400' and < '\u4DC0' or >= '\uAC00' and < '\uD7A4' or >= '\u3041' and < '\u3100' or '々' or '〇')
            return CharacterKind.Ideograph;
        if (char.IsSurrogate(c))
        {
            if (!char.IsHighSurrogate(c) || index + 1 == text.Length || !char.IsLowSurrogate(text[index + 1]))
                return CharacterKind.Other;
            length = 2;
            var point = char.ConvertToUtf32(c, text[index + 1]);
            return point is >= 0x20000 and < 0x40000 ? CharacterKind.Ideograph : Kind(CharUnicodeInfo.GetUnicodeCategory(point));
        }

        return char.IsWhiteSpace(c) ? CharacterKind.Space : Kind(char.GetUnicodeCategory(c));
    }

    private static CharacterKind Kind(UnicodeCategory category) => category switch
    {
        <= UnicodeCategory.OtherLetter => CharacterKind.Letter,
        <= UnicodeCategory.EnclosingMark => CharacterKind.Mark,
        UnicodeCategory.DecimalDigitNumber => CharacterKind.Digit,
        _ => CharacterKind.Other,
    };
}
