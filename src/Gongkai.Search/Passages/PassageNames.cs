using System.Text;
using Gongkai.Content;

namespace Gongkai.Search.Passages;

/// <summary>The names of a document's passages as one stored text, a line each: anchor, tab, label; an empty line says «as the one before».</summary>
internal static class PassageNames
{
    /// <summary>Writes them.</summary>
    public static string Write(IReadOnlyList<Passage> passages)
    {
        var names = new StringBuilder();
        for (var i = 0; i < passages.Count; i++)
        {
            if (i == 0 || passages[i].Anchor != passages[i - 1].Anchor || passages[i].Label != passages[i - 1].Label)
                names.Append(passages[i].Anchor).Append('\t').Append(passages[i].Label?.ReplaceLineEndings(" ").Replace('\t', ' '));
            names.Append('\n');
        }

        return names.ToString();
    }

    /// <summary>The name of a passage by its place; null when it has none.</summary>
    public static SearchPassage? Read(string names, int place)
    {
        var line = 0;
        var last = ReadOnlySpan<char>.Empty;
        foreach (var name in names.AsSpan().EnumerateLines())
        {
            if (!name.IsEmpty)
                last = name;
            if (line++ == place)
                break;
        }

        var tab = last.IndexOf('\t');
        if (tab < 0 || last.Length == 1)
            return null;
        return new SearchPassage(tab == 0 ? null : last[..tab].ToString(), tab + 1 == last.Length ? null : last[(tab + 1)..].ToString());
    }
}
