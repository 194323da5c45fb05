using System.Text.Json.Nodes;
using Gongkai.Content;
using Microsoft.Extensions.DependencyInjection;

namespace OrchardSite.Tests;

/// <summary>Publishes many issues of a year from many threads, and looks at their numbers.</summary>
internal static class IssueNumbers
{
    private const int Issues = 18;

    /// <summary>Every third is refused after its number was drawn, since a question has no answer; the others get the first numbers.</summary>
    /// <param name="year">A year of which there is no issue yet.</param>
    /// <param name="sites">The processes, which take turns.</param>
    public static async Task PublishAtOnceAsync(int year, params SiteFixture[] sites)
    {
        var ids = Enumerable.Range(0, Issues).Select(i => $"at-once-{year}-{i:00}").ToList();

        await Task.WhenAll(ids.Select((id, i) => Task.Run(async () =>
        {
            await using var scope = sites[i % sites.Length].Services.CreateAsyncScope();
            var result = await scope.ServiceProvider.GetRequiredService<IContentManager>().ExecuteAsync([new SaveDraft(Issue(id, year, isWhole: i % 3 != 0), null), new Publish(id)]);
            Assert.Equal(i % 3 != 0, result.Succeeded);
        })));

        var numbers = new List<long>();
        foreach (var id in ids.Where((_, i) => i % 3 != 0))
            numbers.Add((long)(await sites[0].GetItemAsync(id, VersionOption.Published)).Part("QaIssue")!.NumericField("Number")!);
        Assert.Equal(Enumerable.Range(1, Issues * 2 / 3).Select(number => (long)number), numbers.Order());
    }

    private static ContentItem Issue(string id, int year, bool isWhole) => new(new JsonObject
    {
        ["ContentItemId"] = id,
        ["ContentType"] = "QaIssue",
        ["TitlePart"] = new JsonObject { ["Title"] = "同时发布 " + id },
        ["QaIssue"] = new JsonObject { ["Year"] = new JsonObject { ["Value"] = year } },
        ["Questions"] = new JsonObject
        {
            ["ContentItems"] = new JsonArray(new JsonObject
            {
                ["ContentItemId"] = id + "-1",
                ["ContentType"] = "QaPair",
                ["QaPair"] = new JsonObject { ["Question"] = new JsonObject { ["Text"] = "问" }, ["Answer"] = new JsonObject { ["Markdown"] = isWhole ? "答" : null } },
            }),
        },
    });
}
