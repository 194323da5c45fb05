using Gongkai.Content;
using Gongkai.Search.Phrases;
using Gongkai.Search.Text;

namespace Gongkai.Search.Help;

/// <summary>Finds what may be meant: what others ask, terms, words of titles, then titles and questions, each kind best first.</summary>
/// <param name="phrases">The site's words.</param>
/// <param name="queries">What others ask.</param>
/// <param name="stillFinds">Whether a query finds something now: what it found may have been withdrawn.</param>
/// <param name="most">How many suggestions.</param>
internal sealed class SuggestionFinder(SitePhrases phrases, PhraseTable queries, Func<string, bool> stillFinds, int most)
{
    private const int MostQueries = 3;
    private const int MostTerms = 2;
    private const int MostWords = 3;
    private const int MostAsked = 6;
    private const int SpareForTwins = 3;

    private readonly List<Suggestion> _found = [];
    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);

    /// <summary>The suggestions.</summary>
    public IReadOnlyList<Suggestion> Find(TypedText typed)
    {
        AddTable(queries, typed, SuggestionKind.Query, MostQueries, stillFinds);
        AddTable(phrases.Terms, typed, SuggestionKind.Term, MostTerms, _ => true);
        if (typed.Letters is { } letters)
            AddWords(letters);
        AddTitles(typed.Find);
        if (typed.Letters is { } read && _found.Count < most)
        {
            AddTitles((table, found) => table.Sounds.FindSyllables(read, whole: false, found));
            AddTitles((table, found) => table.Sounds.FindInitials(read, found));
        }

        return _found;
    }

    private void AddTable(PhraseTable table, TypedText typed, SuggestionKind kind, int count, Func<string, bool> accepts)
    {
        var matches = new List<PhraseMatch>();
        typed.Find(table, Take);
        if (typed.Letters is { } letters && table.Count > 0)
        {
            table.Sounds.FindSyllables(letters, whole: false, Take);
            table.Sounds.FindInitials(letters, Take);
        }

        var left = count;
        foreach (var match in matches.OrderBy(match => match.Start > 0).DistinctBy(match => match.Phrase).Take(MostAsked))
        {
            var text = table.TextOf(match.Phrase).ToString();
            if (left > 0 && accepts(text) && Add(text, match, kind, ""))
                left--;
        }

        bool Take(PhraseMatch match)
        {
            matches.Add(match);
            return true;
        }
    }

    /// <summary>The words of titles that are read so, most frequent first: zfxxgk is 政府信息公开 before it is a title with it.</summary>
    private void AddWords(string letters)
    {
        var counts = phrases.Count((table, found) => table.Sounds.FindSyllables(letters, whole: true, found));
        if (counts.Count == 0)
            counts = phrases.Count((table, found) => table.Sounds.FindInitials(letters, found));
        foreach (var (word, _) in counts.Where(count => count.Key.Length > 1).OrderByDescending(count => count.Value).ThenBy(count => count.Key, StringComparer.Ordinal).Take(MostWords))
            Add(word, new(0, 0, word.Length), SuggestionKind.Word, "");
    }

    private void AddTitles(Action<PhraseTable, Func<PhraseMatch, bool>> find)
    {
        var room = most - _found.Count;
        if (room <= 0)
            return;
        // The worst on top, so that it can be told from what is better.
        var best = new PriorityQueue<(int Segment, PhraseMatch Match), long>();
        var worst = long.MinValue;
        phrases.Find(find, (segment, match) =>
        {
            var rank = RankOf(segment, match);
            if (best.Count < room * SpareForTwins)
                best.Enqueue((segment, match), rank);
            else if (rank > worst)
                best.EnqueueDequeue((segment, match), rank);
            else
                return true;
            best.TryPeek(out _, out worst);
            return true;
        });
        foreach (var ((segment, match), _) in best.UnorderedItems.OrderByDescending(item => item.Priority))
        {
            if (_found.Count >= most)
                return;
            var (type, text) = phrases.Read(segment, match.Phrase);
            Add(text, match, phrases[segment].LineOf(match.Phrase) == 0 ? SuggestionKind.Title : SuggestionKind.Question, type);
        }
    }

    /// <summary>Higher is better: what begins so, then what is short, then what is new.</summary>
    private long RankOf(int segment, PhraseMatch match) =>
        (match.Start == 0 ? 1L << 60 : 0) - ((long)phrases[segment].TextOf(match.Phrase).Length << 32) + phrases.DocumentOf(segment, match.Phrase);

    private bool Add(string text, PhraseMatch match, SuggestionKind kind, string type)
    {
        if (_found.Count >= most || text.Length == 0 || !_texts.Add(HanFolding.Fold(text)))
            return false;
        var buffer = new FoldingBuffer();
        buffer.Fold(text);
        var end = Math.Min(match.Start + match.Length, buffer.Folded.Length);
        _found.Add(new(match.Start < end ? new(text, [buffer.Start(match.Start)..buffer.End(end)]) : MarkedText.Plain(text), kind, type));
        return true;
    }
}
