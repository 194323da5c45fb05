using Gongkai.Content;

namespace Gongkai.Documents.Word;

/// <summary>Gathers what of a document is not carried over, each with its place.</summary>
internal sealed class Notices
{
    private const int Most = 200;
    private const int LongestPlace = 20;
    private const int LongestText = 200;

    private static readonly Wording Whole = new("全文");

    private readonly List<DraftNotice> _notices = [];
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private int _paragraph;
    private string _text = "";

    /// <summary>The notices, those that are counted last.</summary>
    public IReadOnlyList<DraftNotice> All =>
        [.. _notices, .. _counts.Select(count => new DraftNotice(new(count.Key, count.Value), Whole))];

    /// <summary>Goes on to the next paragraph.</summary>
    public void Enter(string text)
    {
        _paragraph++;
        _text = Shorten(text, LongestPlace);
    }

    /// <summary>Notes something at the present paragraph.</summary>
    public void Add(Wording what)
    {
        if (_notices.Count < Most)
            _notices.Add(new(what, _text.Length > 0 ? new("第 {0} 段“{1}”", _paragraph, _text) : new("第 {0} 段", _paragraph)));
    }

    /// <summary>Notes something of the document as a whole.</summary>
    public void AddWhole(Wording what, Wording? place = null) => _notices.Add(new(what, place ?? Whole));

    /// <summary>Counts something that is told once.</summary>
    /// <param name="what">What, with <c>{0}</c> for how many.</param>
    public void Count(string what) => _counts[what] = _counts.GetValueOrDefault(what) + 1;

    /// <summary>A text that fits into a sentence.</summary>
    public static string Shorten(string text, int longest = LongestText)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= longest ? line : line[..longest] + "…";
    }
}
