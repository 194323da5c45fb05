using System.Globalization;
using Gongkai.Content;

namespace Gongkai.Documents.Word;

/// <summary>Gathers what of a document is not carried over, each with its place.</summary>
internal sealed class Notices
{
    private const int Most = 200;
    private const int LongestPlace = 20;
    private const int LongestText = 200;

    private readonly List<DraftNotice> _notices = [];
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private int _paragraph;
    private string _text = "";

    /// <summary>The notices, those that are counted last.</summary>
    public IReadOnlyList<DraftNotice> All =>
        [.. _notices, .. _counts.Select(count => new DraftNotice(string.Format(CultureInfo.InvariantCulture, count.Key, count.Value), "全文"))];

    /// <summary>Goes on to the next paragraph.</summary>
    public void Enter(string text)
    {
        _paragraph++;
        _text = Shorten(text, LongestPlace);
    }

    /// <summary>Notes something at the present paragraph.</summary>
    public void Add(string what)
    {
        if (_notices.Count < Most)
            _notices.Add(new(what, _text.Length > 0 ? $"第 {_paragraph} 段“{_text}”" : $"第 {_paragraph} 段"));
    }

    /// <summary>Notes something of the document as a whole.</summary>
    public void AddWhole(string what, string place = "全文") => _notices.Add(new(what, place));

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
