using Gongkai.Search.Queries;
using Gongkai.Search.Ranking;
using Gongkai.Search.Text;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace Gongkai.Search.Tests.Queries;

public sealed class QueryCompilerTests
{
    [Theory]
    [InlineData("甲政发〔2021〕5号", true)]
    [InlineData("甲政发〔2021〕6号", false)]
    [InlineData("信息公开", false)]
    public void Only_numbers_that_something_carries_are_searched(string query, bool isCarried)
    {
        using var directory = new RAMDirectory();
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new FoldedBigramAnalyzer(characters: false))))
            writer.AddDocument([new StringField(IndexFields.Number, "甲政发|2021|5", Field.Store.NO)]);
        using var reader = DirectoryReader.Open(directory);

        var compiled = new QueryCompiler(RankingWeights.Default, Vocabulary.Empty, new WordPlaces(reader)).Compile(ParsedQuery.Parse(query), relaxed: false).Query.ToString();

        Assert.Equal(isCarried, compiled.Contains($"{IndexFields.Number}:甲政发|2021|5", StringComparison.Ordinal));
        Assert.Contains(IndexFields.Text + ":", compiled, StringComparison.Ordinal);
    }
}
