using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Gongkai.Recipes.Reading;

/// <summary>Reads JSON tokens and whole values from a part of a seekable stream, holding no more than one value in memory.</summary>
/// <remarks>The bytes of a value stay valid until the next read. Faults are <see cref="JsonFaultException"/>.</remarks>
internal sealed class JsonScanner
{
    /// <summary>The largest value that is held in memory, in bytes; also the largest token.</summary>
    public const int MaxValueLength = 16 * 1024 * 1024;

    /// <summary>How many objects and arrays may lie inside one another.</summary>
    public const int MaxDepth = 64;

    private const string HalfCharacter = "字符串里有不成对的代理字符（\\uD800–\\uDFFF），请写成完整的字符。";

    private readonly Stream _stream;
    private readonly long _start;
    private readonly long _end;
    private readonly LineStart _firstLine;
    private readonly bool _endsWithFile;
    private byte[] _buffer = new byte[64 * 1024];
    private long _bufferOffset;
    private int _filled;
    private int _consumed;
    private int _anchor;
    private bool _isFinal;
    private JsonReaderState _state;
    private long _lineKnownAt;
    private LineStart _line;
    private readonly HashSet<(int Object, int Name)> _names = [];
    private readonly Stack<int> _objects = new();
    private int _objectCount;
    private bool _mayHaveDuplicates;

    public JsonScanner(Stream stream, long start, long end, LineStart line)
    {
        _stream = stream;
        _start = _bufferOffset = _lineKnownAt = start;
        _end = end;
        _endsWithFile = end == stream.Length;
        _line = _firstLine = line;
        // One more than we allow, so that the depth is refused in our words and not in the reader's.
        _state = new(new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = MaxDepth + 1 });
    }

    public JsonTokenType TokenType { get; private set; }

    /// <summary>Where the current token or value starts in the stream.</summary>
    public long Offset { get; private set; }

    /// <summary>The line that the current token or value starts on.</summary>
    public LineStart Line { get; private set; }

    /// <summary>The bytes of the current token or value.</summary>
    public ReadOnlyMemory<byte> Bytes => _buffer.AsMemory(_anchor, _consumed - _anchor);

    /// <summary>The name, when the current token is a property's.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Where strings of the current value begin that do not stand for themselves: scripts, and texts marked as none.</summary>
    public List<long> Scripts { get; } = [];

    /// <summary>Reads the next token; false at the end.</summary>
    public async ValueTask<bool> ReadTokenAsync(CancellationToken cancellationToken)
    {
        Scripts.Clear();
        _anchor = _consumed;
        while (!TryReadToken())
        {
            if (_isFinal)
                return false;
            await FillAsync(cancellationToken);
        }
        return true;
    }

    /// <summary>Reads on to the end of the value whose first token is the current one.</summary>
    public async ValueTask ReadValueAsync(CancellationToken cancellationToken)
    {
        _names.Clear();
        _objects.Clear();
        _mayHaveDuplicates = false;
        if (TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            var open = 1;
            _objects.Push(++_objectCount);
            while (!TryReadToEnd(ref open))
                await FillAsync(cancellationToken);
        }
        if (Bytes.Length > MaxValueLength)
            throw TooLarge();
        CheckText(Bytes.Span, Offset);
        CheckDuplicates();
    }

    private bool TryReadToken()
    {
        var reader = new Utf8JsonReader(_buffer.AsSpan(_consumed, _filled - _consumed), _isFinal, _state);
        var read = Advance(ref reader);
        if (read)
        {
            TokenType = reader.TokenType;
            _anchor = _consumed + (int)reader.TokenStartIndex;
            Offset = _bufferOffset + _anchor;
            Line = _line = LineAt(Offset);
            _lineKnownAt = Offset;
            if (TokenType == JsonTokenType.PropertyName)
            {
                CheckText(reader.ValueSpan, Offset + 1);
                Name = NameOf(ref reader);
            }
        }
        _consumed += (int)reader.BytesConsumed;
        _state = reader.CurrentState;
        if (!read)
            _anchor = _consumed;
        return read;
    }

    private bool TryReadToEnd(ref int open)
    {
        var reader = new Utf8JsonReader(_buffer.AsSpan(_consumed, _filled - _consumed), _isFinal, _state);
        while (open > 0 && Advance(ref reader))
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    open++;
                    _objects.Push(++_objectCount);
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    open--;
                    _objects.Pop();
                    break;
                case JsonTokenType.PropertyName:
                    NoteName(ref reader);
                    break;
            }
        }
        _consumed += (int)reader.BytesConsumed;
        _state = reader.CurrentState;
        return open == 0;
    }

    private bool Advance(ref Utf8JsonReader reader)
    {
        try
        {
            if (!reader.Read())
                return false;
        }
        catch (JsonException fault)
        {
            throw SyntaxFault(fault);
        }

        var offset = _bufferOffset + _consumed + reader.TokenStartIndex;
        if (reader.CurrentDepth >= MaxDepth && reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            throw Fault(offset, $"对象和数组嵌套超过 {MaxDepth} 层，请减少嵌套。");
        if (reader.TokenType == JsonTokenType.String)
            CheckString(ref reader, offset);
        return true;
    }

    // Names are compared by their hash; only a hit is worth a second, exact look.
    private void NoteName(ref Utf8JsonReader reader)
    {
        var hash = new HashCode();
        hash.AddBytes(reader.ValueSpan);
        _mayHaveDuplicates |= reader.ValueIsEscaped || !_names.Add((_objects.Peek(), hash.ToHashCode()));
    }

    private void CheckDuplicates()
    {
        if (_mayHaveDuplicates && JsonTrail.OffsetOfDuplicate(Bytes.Span) is { } offset)
            throw Fault(Offset + offset, "同一个对象里有两个同名的属性，请删去一个。");
    }

    private void CheckString(ref Utf8JsonReader reader, long offset)
    {
        try
        {
            if (ScriptPrefix.MayBegin(reader.ValueSpan) && Utf8.IsValid(reader.ValueSpan))
            {
                if (ScriptPrefix.StandsForAnother(reader.GetString()!))
                    Scripts.Add(offset);
            }
            // Half of a surrogate pair is found only by decoding.
            else if (reader.ValueIsEscaped && reader.ValueSpan.IndexOf("\\u"u8) >= 0 && Utf8.IsValid(reader.ValueSpan))
                reader.GetString();
        }
        catch (InvalidOperationException)
        {
            throw Fault(offset, HalfCharacter);
        }
    }

    private string NameOf(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw Fault(Offset, HalfCharacter);
        }
    }

    private void CheckText(ReadOnlySpan<byte> text, long offset)
    {
        if (Utf8.IsValid(text))
            return;
        var scratch = new char[text.Length];
        Utf8.ToUtf16(text, scratch, out var valid, out _, replaceInvalidSequences: false);
        throw Fault(offset + valid, "文件不是有效的 UTF-8 文本，请把文件另存为 UTF-8 编码。");
    }

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        if (_anchor > 0)
        {
            // The line must be counted before its bytes go.
            _line = LineAt(_bufferOffset + _anchor);
            _lineKnownAt = _bufferOffset + _anchor;
            _buffer.AsSpan(_anchor, _filled - _anchor).CopyTo(_buffer);
            _bufferOffset += _anchor;
            _filled -= _anchor;
            _consumed -= _anchor;
            _anchor = 0;
        }
        if (_filled == _buffer.Length)
        {
            if (_filled > MaxValueLength)
                throw TooLarge();
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var left = _end - _bufferOffset - _filled;
        // Others read places of the same stream in between.
        _stream.Position = _bufferOffset + _filled;
        var read = left <= 0 ? 0 : await _stream.ReadAsync(_buffer.AsMemory(_filled, (int)Math.Min(left, _buffer.Length - _filled)), cancellationToken);
        _filled += read;
        _isFinal = read == 0;
    }

    private LineStart LineAt(long offset) =>
        _line.After(_buffer.AsSpan((int)(_lineKnownAt - _bufferOffset), (int)(offset - _lineKnownAt)), _lineKnownAt);

    private JsonFaultException TooLarge() =>
        Fault(_bufferOffset + _anchor, $"一个值超过 {MaxValueLength / 1024 / 1024} MiB，请拆分或缩短它。");

    private JsonFaultException SyntaxFault(JsonException fault)
    {
        // The reader counts lines from where it began, and bytes from the line's start or from where it began.
        var line = _line;
        var from = _lineKnownAt;
        while (line.Number < _firstLine.Number + fault.LineNumber)
        {
            var next = _buffer.AsSpan((int)(from - _bufferOffset), (int)(_bufferOffset + _filled - from)).IndexOf((byte)'\n');
            if (next < 0)
                break;
            from += next + 1;
            line = new(line.Number + 1, from);
        }
        var offset = (fault.LineNumber == 0 ? _start : line.Offset) + (fault.BytePositionInLine ?? 0);
        var end = _bufferOffset + _filled;
        offset = Math.Clamp(offset, _bufferOffset, end);
        if (offset == end && _isFinal && _endsWithFile)
            return Fault(offset, "文件在这里中断：JSON 还没有结束，文件可能没有传完整。");

        Rune.DecodeFromUtf8(_buffer.AsSpan((int)(offset - _bufferOffset), (int)(end - offset)), out var found, out _);
        return Fault(offset, $"JSON 语法错误：这里不应出现“{found}”，请检查它前面的逗号、冒号、引号和括号。");
    }

    private JsonFaultException Fault(long offset, string message)
    {
        var line = offset >= _lineKnownAt && offset <= _bufferOffset + _filled ? LineAt(offset) : _line;
        var known = _buffer.AsSpan(_anchor, _filled - _anchor);
        var path = JsonTrail.PathAt(known, offset - _bufferOffset - _anchor);
        return new(message, offset, line, path);
    }
}
