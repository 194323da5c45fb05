using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace Gongkai.Search.Text;

/// <summary>Gives Lucene the tokens of <see cref="TokenScanner"/>; <paramref name="characters"/> asks for every ideograph by itself instead.</summary>
internal sealed class FoldedBigramAnalyzer(bool characters) : Analyzer
{
    /// <inheritdoc/>
    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader) =>
        new(characters ? new FoldedCharacterTokenizer(reader) : new FoldedBigramTokenizer(reader));

    /// <summary>The values of a field are texts of their own: no phrase reaches from one into the next.</summary>
    public override int GetPositionIncrementGap(string fieldName) => 10;
}

/// <summary>Bigrams, words and numbers with positions, for matching and phrases.</summary>
internal sealed class FoldedBigramTokenizer : Tokenizer
{
    private readonly ICharTermAttribute _term;
    private readonly IOffsetAttribute _offset;
    private readonly IPositionIncrementAttribute _increment;
    private readonly FoldingBuffer _buffer = new();
    private readonly TokenScanner _scanner = new();
    private int _lastPosition;
    private bool _read;

    public FoldedBigramTokenizer(TextReader input)
        : base(input)
    {
        _term = AddAttribute<ICharTermAttribute>();
        _offset = AddAttribute<IOffsetAttribute>();
        _increment = AddAttribute<IPositionIncrementAttribute>();
    }

    public override bool IncrementToken()
    {
        if (!_read)
        {
            _buffer.Fold(m_input.ReadToEnd());
            _read = true;
        }

        ClearAttributes();
        var text = _buffer.Folded;
        if (!_scanner.Next(text, out var token))
            return false;

        _term.SetEmpty();
        Append(text.Slice(token.Start, token.FirstLength));
        if (token.Kind == TokenKind.Bigram)
            Append(text.Slice(token.Second, token.SecondLength));
        _offset.SetOffset(CorrectOffset(_buffer.Start(token.Start)), CorrectOffset(_buffer.End(token.End)));
        _increment.PositionIncrement = token.Position - _lastPosition;
        _lastPosition = token.Position;
        return true;
    }

    public override void Reset()
    {
        base.Reset();
        _scanner.Reset();
        _lastPosition = -1;
        _read = false;
    }

    public override void End()
    {
        base.End();
        var end = _buffer.Folded.Length == 0 ? 0 : CorrectOffset(_buffer.End(_buffer.Folded.Length));
        _offset.SetOffset(end, end);
    }

    private void Append(ReadOnlySpan<char> characters)
    {
        var length = _term.Length;
        characters.CopyTo(_term.ResizeBuffer(length + characters.Length).AsSpan(length));
        _term.SetLength(length + characters.Length);
    }
}

/// <summary>Every different ideograph once: what a query of one character (税) asks.</summary>
internal sealed class FoldedCharacterTokenizer : Tokenizer
{
    private readonly ICharTermAttribute _term;
    private readonly FoldingBuffer _buffer = new();
    private readonly HashSet<int> _seen = [];
    private int _at;

    public FoldedCharacterTokenizer(TextReader input)
        : base(input) => _term = AddAttribute<ICharTermAttribute>();

    public override bool IncrementToken()
    {
        if (_at < 0)
        {
            _buffer.Fold(m_input.ReadToEnd());
            _at = 0;
        }

        ClearAttributes();
        var text = _buffer.Folded;
        for (; _at < text.Length; _at++)
        {
            if (!TokenScanner.IsIdeograph(text, _at, out var length) || !_seen.Add(length == 1 ? text[_at] : char.ConvertToUtf32(text[_at], text[_at + 1])))
                continue;
            _term.SetEmpty();
            text.Slice(_at, length).CopyTo(_term.ResizeBuffer(length));
            _term.SetLength(length);
            _at += length;
            return true;
        }

        return false;
    }

    public override void Reset()
    {
        base.Reset();
        _at = -1;
        _seen.Clear();
    }
}
