using System.Text.Json.Nodes;
using Gongkai.Syndication.Changes;

namespace Gongkai.Syndication.Tests;

public sealed class ChangesJsonTests
{
    private static readonly ChangePage Sample = new(3, 9, 12,
    [
        new(5, "one", "/entries/a", new JsonObject { ["ContentItemId"] = "one", ["DisplayText"] = "甲 <乙>" }),
        new(9, "two", null, null),
    ]);

    [Fact]
    public void Changes_are_written_as_they_were() =>
        GoldenFile.Verify("changes.json", JsonAnswer.ToText(ChangesEndpoint.Json(Sample, "https://www.example.gov.cn", "https://www.example.gov.cn/api/changes"), indented: true));

    [Fact]
    public void At_the_end_there_is_no_next_page_and_no_change_and_both_are_said()
    {
        var json = ChangesEndpoint.Json(new(12, 12, 12, []), "https://www.example.gov.cn", "https://www.example.gov.cn/api/changes");

        Assert.Equal("""{"after":12,"upTo":12,"last":12,"next":null,"changes":[]}""", json.ToJsonString());
    }
}
