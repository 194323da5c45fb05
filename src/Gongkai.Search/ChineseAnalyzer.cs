using Gongkai.Search.Text;
using Lucene.Net.Analysis;

namespace Gongkai.Search;

/// <summary>The analysis of this search for Lucene indexes that others keep: folded scripts, Han characters in pairs, Latin words whole.</summary>
public static class ChineseAnalyzer
{
    /// <summary>Makes an analyzer, for both the index and its queries. Safe to use from several threads.</summary>
    public static Analyzer Create() => new FoldedBigramAnalyzer(characters: false);
}
