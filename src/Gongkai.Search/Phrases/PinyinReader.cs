using Gongkai.Content;
using Gongkai.Search.Text;

namespace Gongkai.Search.Phrases;

/// <summary>Reads Chinese by the table of the search.</summary>
internal sealed class PinyinReader : IPinyin
{
    /// <inheritdoc/>
    public string Read(string text)
    {
        var folded = HanFolding.Fold(text);
        var readings = new string[folded.Length];
        Pinyin.Read(folded, readings);
        return string.Join(' ', readings.Where(reading => reading.Length > 0));
    }
}
