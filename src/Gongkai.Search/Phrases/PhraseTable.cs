using System.Runtime.InteropServices;
using Gongkai.Search.Text;

namespace Gongkai.Search.Phrases;

/// <summary>Folded phrases (titles, questions, terms, queries) one after the other in one string: looking through a hundred thousand takes a millisecond or two.</summary>
/// <remarks>Immutable. How they are read is worked out when somebody first asks.</remarks>
internal sealed class PhraseTable
{
    /// <summary>What is longer is cut.</summary>
    public const int LongestPhrase = 120;

    private const char End = '\n';

    private readonly char[] _text;
    private readonly int[] _starts;
    private readonly int[] _documents;
    private readonly byte[] _lines;
    private readonly Lazy<Sounds> _sounds;

    private PhraseTable(char[] text, int[] starts, int[] documents, byte[] lines)
    {
        (_text, _starts, _documents, _lines) = (text, starts, documents, lines);
        _sounds = new(() => new Sounds(this));
    }

    /// <summary>None.</summary>
    public static PhraseTable Empty { get; } = new Builder().Build();

    /// <summary>A table of phrases that belong to no document; the line of each is not kept.</summary>
    public static PhraseTable Of(IEnumerable<string> phrases)
    {
        var builder = new Builder();
        foreach (var phrase in phrases)
            builder.Add(phrase, document: -1, line: 0);
        return builder.Build();
    }

    /// <summary>How many phrases.</summary>
    public int Count => _documents.Length;

    /// <summary>How many characters, ends included.</summary>
    public int Length => _text.Length;

    /// <summary>How they are read.</summary>
    public Sounds Sounds => _sounds.Value;

    /// <summary>A phrase, folded.</summary>
    public ReadOnlySpan<char> TextOf(int phrase) => _text.AsSpan(_starts[phrase], _starts[phrase + 1] - _starts[phrase] - 1);

    /// <summary>Where a phrase begins; of the number after the last: where all end.</summary>
    public int StartOf(int phrase) => _starts[phrase];

    /// <summary>The phrase at a place.</summary>
    public int PhraseAt(int place) => Array.BinarySearch(_starts, place) is >= 0 and var exact ? exact : ~Array.BinarySearch(_starts, place) - 1;

    /// <summary>The document of a phrase; −1 for none.</summary>
    public int DocumentOf(int phrase) => _documents[phrase];

    /// <summary>Which of its document's lines a phrase is: 0 its title.</summary>
    public int LineOf(int phrase) => _lines[phrase];

    /// <summary>Finds phrases that hold a folded text, each once.</summary>
    /// <param name="text">The text, without line ends.</param>
    /// <param name="found">Told of each; false ends it.</param>
    public void Find(string text, Func<PhraseMatch, bool> found)
    {
        for (var at = 0; _text.AsSpan(at).IndexOf(text) is >= 0 and var next;)
        {
            var phrase = PhraseAt(at + next);
            if (!found(new(phrase, at + next - _starts[phrase], text.Length)))
                return;
            at = _starts[phrase + 1];
        }
    }

    /// <summary>Makes a table.</summary>
    internal sealed class Builder
    {
        private readonly List<char> _text = [];
        private readonly List<int> _starts = [0];
        private readonly List<int> _documents = [];
        private readonly List<byte> _lines = [];
        private readonly FoldingBuffer _buffer = new();

        /// <summary>Adds a phrase.</summary>
        public void Add(ReadOnlySpan<char> phrase, int document, int line)
        {
            _buffer.Fold(phrase);
            var folded = _buffer.Folded;
            folded = folded[..Math.Min(folded.Length, LongestPhrase)];
            foreach (var c in folded)
                _text.Add(c == End ? ' ' : c);
            _text.Add(End);
            _starts.Add(_text.Count);
            _documents.Add(document);
            _lines.Add((byte)Math.Min(line, byte.MaxValue));
        }

        /// <summary>The table.</summary>
        public PhraseTable Build() => new([.. _text], [.. _starts], [.. _documents], [.. _lines]);
    }
}

/// <summary>A stretch of a phrase.</summary>
/// <param name="Phrase">The phrase.</param>
/// <param name="Start">Where it begins in the phrase, in folded characters.</param>
/// <param name="Length">How many.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PhraseMatch(int Phrase, int Start, int Length);
