using System.Text;
using Gongkai.Content;
using Gongkai.Search.Queries;
using Gongkai.Search.Text;

namespace Gongkai.Search.Passages;

/// <summary>Splits one item as the index does, and orders its passages for a question: by the same words, question words left out, with the site's synonyms.</summary>
/// <remarks>Without an index, so that drafts have passages too. BM25 over the item's own passages; a heading's words count for what stands under it.</remarks>
/// <param name="vocabulary">The site's synonyms.</param>
internal sealed class ItemPassages(VocabularyFollower vocabulary) : IPassages
{
    private const int LongestQuestion = 512;
    private const double Saturation = 1.2;
    private const double LengthWeight = 0.6;
    private const double Synonym = 0.4;
    private const double UnderHeading = 0.5;

    // Of what the question could reach with the words that the item has: less is chance.
    private const double LeastShare = 0.15;

    public IReadOnlyList<ItemPassage> Of(IEnumerable<string> html) => [.. PartsOf(html).Select(passage => passage.Passage)];

    public IReadOnlyList<ItemPassage> Propose(IEnumerable<string> html, string question, int count)
    {
        var sought = WordsOf(question.Length > LongestQuestion ? question[..LongestQuestion] : question);
        var passages = PartsOf(html);
        if (sought.Count == 0 || passages.Count == 0)
            return [];
        var counted = passages.ConvertAll(passage => Count(passage, sought));
        var average = counted.Average(one => one.Length);
        var rarity = sought.Select(word => (Word: word.Key, Weight: word.Value, Having: counted.Count(one => one.Words.ContainsKey(word.Key)))).Where(word => word.Having > 0)
            .ToDictionary(word => word.Word, word => Rarity(word.Having, counted.Count) * word.Weight, StringComparer.Ordinal);
        var most = rarity.Values.Sum();
        return [.. passages.Zip(counted, (passage, words) => (passage.Passage, Score: Score(words, rarity, average)))
            .Where(scored => scored.Score > LeastShare * most)
            .OrderByDescending(scored => scored.Score).Take(count).Select(scored => scored.Passage)];
    }

    private Dictionary<string, double> WordsOf(string question)
    {
        var folded = HanFolding.Fold(question);
        var words = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var word in Words(QuestionWords.IsQuestion(folded) ? QuestionWords.Strip(folded) : folded))
            words[word] = 1;
        foreach (var word in vocabulary.Current.SynonymsIn(folded).SelectMany(synonym => synonym.Others).SelectMany(Words))
            words.TryAdd(word, Synonym);
        return words;
    }

    private static (Dictionary<string, double> Words, int Length) Count(Part passage, Dictionary<string, double> sought)
    {
        var (words, length) = (new Dictionary<string, double>(StringComparer.Ordinal), 0);
        Add(passage.Passage.Text, 1);
        Add(passage.Heading, UnderHeading);
        return (words, length);

        void Add(string text, double weight)
        {
            foreach (var word in Words(HanFolding.Fold(text)))
            {
                length++;
                if (sought.ContainsKey(word))
                    words[word] = words.GetValueOrDefault(word) + weight;
            }
        }
    }

    private static double Score((Dictionary<string, double> Words, int Length) passage, Dictionary<string, double> rarity, double average)
    {
        var norm = Saturation * (1 - LengthWeight + (LengthWeight * passage.Length / Math.Max(average, 1)));
        return passage.Words.Sum(word => rarity[word.Key] * word.Value / (word.Value + norm));
    }

    private static double Rarity(int having, int all) => Math.Log(1 + ((all - having + 0.5) / (having + 0.5)));

    private static IEnumerable<string> Words(string folded) => TokenScanner.Scan(folded).Where(token => token.Kind != TokenKind.Single).Select(token => token.TextIn(folded));

    private static List<Part> PartsOf(IEnumerable<string> html)
    {
        var all = new List<Part>();
        foreach (var one in html)
        {
            var (text, marks, passages) = (new StringBuilder(), new List<HtmlMark>(), new List<Passage>());
            HtmlText.Append(one, text, marks);
            var body = text.ToString();
            PassageSplitter.Split(body, 0, marks, passages);
            for (var i = 0; i < passages.Count; i++)
            {
                var words = Plain(body[passages[i].Start..(i + 1 < passages.Count ? passages[i + 1].Start : body.Length)]);
                // A heading alone says nothing.
                if (words.Length > 0 && words != passages[i].Label)
                    all.Add(new(new(passages[i].Anchor, passages[i].Label, words), HeadingOf(passages, i)));
            }
        }

        return all;
    }

    private static string HeadingOf(List<Passage> passages, int place)
    {
        var heading = new StringBuilder(passages[place].Label);
        for (var at = passages[place].Parent; at >= 0; at = passages[at].Parent)
            heading.Append('\n').Append('\n').Append(passages[at].Label);
        return heading.ToString();
    }

    private static string Plain(string text) => string.Join('\n', text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    /// <summary>A passage with the headings that it stands under.</summary>
    private sealed record Part(ItemPassage Passage, string Heading);
}
