using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Gongkai.Content;
using static Gongkai.Search.Tests.SampleDefinitions;

namespace Gongkai.Search.Tests.Recipes;

public sealed class IndexProfileStepTests
{
    [Fact]
    public async Task A_profile_is_stored_by_its_name_and_storing_it_again_changes_nothing()
    {
        await using var site = new SiteInMemory(new SiteData());
        var step = site.Steps.Single(step => step.Name == "CreateOrUpdateIndexProfile");

        await step.ExecuteAsync(new Step(Profile("Page")), new Run(), default);
        await step.ExecuteAsync(new Step(Profile("Page")), new Run(), default);

        Assert.True(JsonNode.DeepEquals(Profile("Page"), site.Data.Settings[SettingsNames.IndexProfiles]["SiteSearch"]));
        Assert.Single(site.Data.Changes);
    }

    [Theory]
    [InlineData("{}", "Error Name")]
    [InlineData("[]", "Error ")]
    [InlineData("""{"Name":"A","ProviderName":"Elasticsearch"}""", "Notice ProviderName")]
    [InlineData("""{"Name":"A","Properties":{"LuceneIndexMetadata":{"AnalyzerName":"standard"}}}""", "Notice Properties.LuceneIndexMetadata.AnalyzerName")]
    [InlineData("""{"Name":"A","Properties":{"LuceneIndexMetadata":{"AnalyzerName":"ik"}}}""", "Notice Properties.LuceneIndexMetadata.AnalyzerName")]
    [InlineData("""{"Name":"A","Properties":{"ContentIndexMetadata":{"IndexedContentTypes":["Page","Nothing"]}}}""", "Error Properties.ContentIndexMetadata.IndexedContentTypes[1]")]
    [InlineData("""{"Name":"A","Properties":{"ContentIndexMetadata":{"IndexedContentTypes":"Page"}}}""", "Error Properties.ContentIndexMetadata.IndexedContentTypes")]
    [InlineData("""{"Name":"A","ProviderName":"Lucene","Type":"Content","Properties":{"LuceneIndexMetadata":{"AnalyzerName":"standardanalyzer"}}}""", "")]
    public async Task What_a_profile_asks_that_is_wrong_or_not_applicable_is_reported_at_its_place(string json, string problems)
    {
        await using var site = new SiteInMemory(new SiteData());
        var run = new Run();

        await site.Steps.Single(step => step.Name == "CreateOrUpdateIndexProfile").CheckAsync(new Step(JsonNode.Parse(json)!), run, default);

        Assert.Equal(problems, string.Join(", ", run.Problems));
    }

    private sealed class Step(JsonNode profile) : IRecipeStepInput
    {
        public int Number => 1;

        public string Name => "CreateOrUpdateIndexProfile";

        public Task<RecipeElement> ReadAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

        public async IAsyncEnumerable<RecipeElement> ReadElementsAsync(string property, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.CompletedTask;
            Assert.Equal("indexes", property);
            yield return new Element(profile);
        }

        public Stream OpenFile(string path, RecipePlace at) => throw new NotSupportedException();
    }

    private sealed class Element(JsonNode json) : RecipeElement
    {
        public override JsonNode Json => json;

        public override RecipePlace Locate(string path = "") => new("file", 1, 1, "step", path);
    }

    private sealed class Run : IRecipeRun
    {
        public List<string> Problems { get; } = [];

        public DefinitionSnapshot Definitions { get; set; } = Snapshot;

        public ISet<string> Roles { get; } = new HashSet<string>();

        public void Error(RecipePlace place, string message) => Problems.Add($"Error {place.JsonPath}");

        public void Notice(RecipePlace place, string message) => Problems.Add($"Notice {place.JsonPath}");

        public void Count(OperationOutcome outcome, int items = 1)
        {
        }
    }
}
