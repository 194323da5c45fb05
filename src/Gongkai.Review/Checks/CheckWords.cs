using System.Buffers;
using Gongkai.Review.Checks.Reading;

namespace Gongkai.Review.Checks;

/// <summary>A word of the site's list.</summary>
/// <param name="Text">The word.</param>
/// <param name="Proposal">What to write instead, or what to do; may be empty.</param>
/// <param name="IsWrong">Whether it is written wrong; else it is one to look at.</param>
public sealed record CheckWord(string Text, string Proposal, bool IsWrong);

/// <summary>The site's words, made ready for reading: a text is gone through once, however many words there are.</summary>
public sealed class CheckWords
{
    private readonly WordSet _wrong;
    private readonly WordSet _sensitive;

    /// <summary>Makes a list ready.</summary>
    public CheckWords(IEnumerable<CheckWord> words)
    {
        All = [.. words.Where(word => word.Text.Length > 0).DistinctBy(word => (word.Text, word.IsWrong))];
        (_wrong, _sensitive) = (new(All.Where(word => word.IsWrong)), new(All.Where(word => !word.IsWrong)));
    }

    /// <summary>No words.</summary>
    public static CheckWords None { get; } = new([]);

    /// <summary>All of them.</summary>
    public IReadOnlyList<CheckWord> All { get; }

    /// <summary>The words in a text; of two that overlap the longer.</summary>
    /// <param name="text">What is read.</param>
    /// <param name="isWrong">Which list.</param>
    public IEnumerable<(CheckWord Word, Piece Piece)> Find(string text, bool isWrong) => (isWrong ? _wrong : _sensitive).Find(text);

    private sealed class WordSet(IEnumerable<CheckWord> words)
    {
        private readonly ILookup<char, CheckWord> _byFirst = words.OrderByDescending(word => word.Text.Length).ToLookup(word => word.Text[0]);

        // What a reader sees as one character may be written wide or narrow; words are compared as they are read.
        private readonly SearchValues<string> _texts = SearchValues.Create([.. words.Select(word => word.Text)], StringComparison.Ordinal);

        public IEnumerable<(CheckWord Word, Piece Piece)> Find(string text)
        {
            for (var at = IndexIn(text, 0); at >= 0; at = IndexIn(text, at))
            {
                var word = _byFirst[text[at]].First(word => text.AsSpan(at).StartsWith(word.Text, StringComparison.Ordinal));
                yield return (word, new(at, word.Text.Length));
                at += word.Text.Length;
            }
        }

        private int IndexIn(string text, int from)
        {
            var found = text.AsSpan(from).IndexOfAny(_texts);
            return found < 0 ? -1 : from + found;
        }
    }
}
