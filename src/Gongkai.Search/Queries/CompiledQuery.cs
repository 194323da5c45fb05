using Gongkai.Search.Ranking;
using Lucene.Net.Search;

namespace Gongkai.Search.Queries;

/// <summary>A query in Lucene's terms: what matches in a first order, and how the best are ordered again.</summary>
/// <param name="Query">Lucene's query.</param>
/// <param name="Plan">The second order.</param>
internal sealed record CompiledQuery(Query Query, RankingPlan Plan);
