using System.Collections;
using System.Text;

namespace Gongkai.Search.Phrases;

/// <summary>How the phrases of a table are read, one after the other in two strings of bytes: their initials, one for each character, and their syllables.</summary>
internal sealed class Sounds
{
    private const byte End = 0;
    private const int MostAttempts = 15_000;
    private const int MostMatches = 600;

    private readonly PhraseTable _phrases;
    private readonly byte[] _initials;
    private readonly byte[] _syllables;
    private readonly int[] _starts;
    private readonly BitArray _begins;

    /// <summary>Reads the phrases of a table.</summary>
    public Sounds(PhraseTable phrases)
    {
        _phrases = phrases;
        _initials = new byte[phrases.Length];
        _starts = new int[phrases.Count + 1];
        var syllables = new List<byte>(phrases.Length * 4);
        var begins = new List<int>(phrases.Length + phrases.Count);
        var readings = new string[PhraseTable.LongestPhrase];
        for (var phrase = 0; phrase < phrases.Count; phrase++)
        {
            var text = phrases.TextOf(phrase);
            Pinyin.Read(text, readings);
            for (var i = 0; i < text.Length; i++)
            {
                if (readings[i].Length > 0)
                    begins.Add(syllables.Count);
                foreach (var letter in readings[i])
                    syllables.Add((byte)letter);
                _initials[phrases.StartOf(phrase) + i] = readings[i].Length > 0 ? (byte)readings[i][0] : End;
            }

            begins.Add(syllables.Count);
            syllables.Add(End);
            _starts[phrase + 1] = syllables.Count;
        }

        _syllables = [.. syllables];
        _begins = new(_syllables.Length);
        foreach (var begin in begins)
            _begins[begin] = true;
    }

    /// <summary>Finds phrases by the initials of neighbouring characters, each once.</summary>
    public void FindInitials(string letters, Func<PhraseMatch, bool> found)
    {
        var needle = Encoding.ASCII.GetBytes(letters);
        for (var at = 0; _initials.AsSpan(at).IndexOf(needle) is >= 0 and var next;)
        {
            var phrase = _phrases.PhraseAt(at + next);
            if (!found(new(phrase, at + next - _phrases.StartOf(phrase), needle.Length)))
                return;
            at = _phrases.StartOf(phrase + 1);
        }
    }

    /// <summary>Finds phrases by the syllables of neighbouring characters, each once.</summary>
    /// <remarks>Letters that stand everywhere (<c>guanyu</c>) are not looked for to the end: what comes first is as good as what comes last.</remarks>
    /// <param name="letters">The syllables.</param>
    /// <param name="whole">Whether the last syllable must be whole.</param>
    /// <param name="found">Told of each; false ends it.</param>
    public void FindSyllables(string letters, bool whole, Func<PhraseMatch, bool> found)
    {
        var needle = Encoding.ASCII.GetBytes(letters);
        var (attempts, matches) = (0, 0);
        for (var at = 0; attempts < MostAttempts && matches < MostMatches && _syllables.AsSpan(at).IndexOf(needle) is >= 0 and var next; attempts++)
        {
            var place = at + next;
            at = place + 1;
            if (!_begins[place] || (whole && !_begins[place + needle.Length]))
                continue;
            var phrase = Array.BinarySearch(_starts, place) is >= 0 and var exact ? exact : ~Array.BinarySearch(_starts, place) - 1;
            at = _starts[phrase + 1];
            matches++;
            if (!found(Locate(phrase, place, needle.Length)))
                return;
        }
    }

    /// <summary>The characters whose syllables stand at a place.</summary>
    private PhraseMatch Locate(int phrase, int place, int length)
    {
        var start = CharacterAt(phrase, from: 0, Begins(_starts[phrase], place + 1));
        var end = CharacterAt(phrase, start + 1, Begins(place + 1, place + length));
        return new(phrase, start, end + 1 - start);
    }

    /// <summary>How many syllables begin between two places.</summary>
    private int Begins(int from, int to)
    {
        var count = 0;
        for (var place = from; place < to; place++)
            count += _begins[place] ? 1 : 0;
        return count;
    }

    /// <summary>The place in its phrase of the character that is the nth from a place to be read; the one before that place for none.</summary>
    private int CharacterAt(int phrase, int from, int nth)
    {
        var at = from - 1;
        for (var first = _phrases.StartOf(phrase); nth > 0; nth--)
        {
            do
                at++;
            while (_initials[first + at] == End);
        }

        return at;
    }
}
