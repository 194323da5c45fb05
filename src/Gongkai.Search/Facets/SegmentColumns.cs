using System.Runtime.CompilerServices;
using Gongkai.Content;
using Gongkai.Search.Ranking;
using Lucene.Net.Index;

namespace Gongkai.Search.Facets;

/// <summary>What filters, counts and orders need of every document of one segment, in arrays.</summary>
internal sealed class SegmentColumns
{
    private static readonly string[] RepealedValues = ["废止", "失效"];
    private static readonly int ValidityFacet = SearchFacets.All.ToList().IndexOf(SearchFacets.Validity);

    private readonly FacetValues _validities;

    private SegmentColumns(AtomicReader reader, FacetNumbers numbers)
    {
        _validities = numbers[ValidityFacet];
        Ids = new SegmentIds(reader);
        Citations = new SegmentCitations(reader);
        Facets = [.. IndexFields.Facets.Select((field, facet) => FacetColumn.Load(reader, field, numbers[facet]))];
        Days = new int[reader.MaxDoc];
        if (reader.GetNumericDocValues(IndexFields.Date) is { } days)
        {
            for (var document = 0; document < Days.Length; document++)
                Days[document] = (int)days.Get(document);
        }
    }

    /// <summary>The facets, by their place in <see cref="SearchFacets.All"/>.</summary>
    public FacetColumn[] Facets { get; }

    /// <summary>The date of each document as a day number; 0 for none.</summary>
    public int[] Days { get; }

    /// <summary>The ids of the documents.</summary>
    public SegmentIds Ids { get; }

    /// <summary>Which titles the segment's documents name.</summary>
    public SegmentCitations Citations { get; }

    /// <summary>Whether a document is no longer in force.</summary>
    public bool IsRepealed(int document) => Facets[ValidityFacet].Of(document) is >= 0 and var validity && RepealedValues.Contains(_validities[validity]);

    /// <summary>Keeps the columns of segments as long as their segments are open: a refresh loads only what is new.</summary>
    internal sealed class Cache(FacetNumbers numbers)
    {
        private readonly ConditionalWeakTable<object, SegmentColumns> _bySegment = [];

        /// <summary>The columns of a segment, loaded at the first call.</summary>
        public SegmentColumns Of(AtomicReader reader) => _bySegment.GetValue(reader.CoreCacheKey, _ => new SegmentColumns(reader, numbers));
    }
}

/// <summary>The numbered values of all facets.</summary>
internal sealed class FacetNumbers
{
    private readonly FacetValues[] _facets = [.. SearchFacets.All.Select(_ => new FacetValues())];

    /// <summary>A facet's values, by its place in <see cref="SearchFacets.All"/>.</summary>
    public FacetValues this[int facet] => _facets[facet];
}
