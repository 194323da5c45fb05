using Lucene.Net.Search.Similarities;

namespace Gongkai.Search.Queries;

/// <summary>BM25, with less regard to length in whole texts than in titles: a long law is not less about its subject than a short notice.</summary>
/// <remarks>Lucene.Net counts every document of the index, not those with the field; here every document has every field, so both are the same.</remarks>
/// <param name="textLength">The regard to length in texts (BM25's b).</param>
internal sealed class SearchSimilarity(float textLength) : PerFieldSimilarityWrapper
{
    private readonly BM25Similarity _title = new();
    private readonly BM25Similarity _text = new(1.2f, textLength);

    /// <inheritdoc/>
    public override Similarity Get(string field) => field == IndexFields.Title ? _title : _text;
}
