namespace Gongkai.Search.Text;

/// <summary>A folded text that knows where in the original each of its characters came from. Reused from text to text; for one thread.</summary>
internal sealed class FoldingBuffer
{
    private char[] _folded = [];
    private int[] _origins = [];
    private int _length;
    private bool _shifted;

    /// <summary>The folded characters.</summary>
    public ReadOnlySpan<char> Folded => _folded.AsSpan(0, _length);

    /// <summary>Replaces what the buffer holds by the folded <paramref name="text"/>.</summary>
    public void Fold(ReadOnlySpan<char> text)
    {
        _length = 0;
        _shifted = false;
        if (_folded.Length < text.Length)
            _folded = new char[text.Length];
        HanFolding.Fold(text, this);
    }

    /// <summary>Where the folded character at <paramref name="index"/> begins in the original.</summary>
    public int Start(int index) => _shifted ? _origins[index] : index;

    /// <summary>Where a stretch that ends before the folded <paramref name="end"/> ends in the original.</summary>
    /// <remarks>One past the origin of its last character: the end of ㎡ is one past ㎡, also for the m of its «m2».</remarks>
    public int End(int end) => Start(end - 1) + 1;

    internal void Append(char folded, int origin)
    {
        if (_length == _folded.Length)
            Array.Resize(ref _folded, Math.Max(64, _length * 2));
        _folded[_length] = folded;
        if (_shifted)
            Note(_length, origin);
        _length++;
    }

    internal void Append(string folded, int origin)
    {
        if (!_shifted)
        {
            // Most texts never get here and need no table of origins at all.
            if (_origins.Length < _length)
                _origins = new int[Math.Max(_folded.Length, _length)];
            for (var i = 0; i < _length; i++)
                _origins[i] = i;
            _shifted = true;
        }

        foreach (var c in folded)
            Append(c, origin);
    }

    private void Note(int index, int origin)
    {
        if (index >= _origins.Length)
            Array.Resize(ref _origins, Math.Max(_folded.Length, (index * 2) + 1));
        _origins[index] = origin;
    }
}
