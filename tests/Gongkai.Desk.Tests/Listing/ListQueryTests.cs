using Gongkai.Content;
using Gongkai.Desk.Listing;

namespace Gongkai.Desk.Tests.Listing;

public sealed class ListQueryTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    [Theory]
    [InlineData("", "")]
    [InlineData("state=changed&q=预算&issuer=office&topic=topic-02&author=wang&from=2026-03-01&to=2026-03-31&sort=title&order=asc&p=3", null)]
    [InlineData("state=Changed&sort=Title&order=up&p=0", "")]
    [InlineData("state=7&sort=-1&p=-1&from=1.3.2026&to=2026-02-30", "")]
    [InlineData("p=99999999999&q=%20%20", "")]
    [InlineData("q=  预算  ", "q=预算")]
    public void What_cannot_be_read_is_left_out_and_the_rest_is_written_as_it_was_read(string query, string? expected)
    {
        var parameters = query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1]));

        var read = ListQuery.Read(name => parameters.GetValueOrDefault(name));

        Assert.Equal(expected ?? query, string.Join('&', read.ToParameters().Select(pair => $"{pair.Key}={pair.Value}")));
    }

    [Fact]
    public void Days_are_those_of_the_site_and_the_last_one_counts_whole()
    {
        var request = new ListQuery { From = new(2026, 3, 1), To = new(2026, 3, 31) }.ToRequest(["Page"], null, new([]), Shanghai);

        Assert.Equal(new DateTime(2026, 2, 28, 16, 0, 0, DateTimeKind.Utc), request.ModifiedFromUtc);
        Assert.Equal(new DateTime(2026, 3, 31, 16, 0, 0, DateTimeKind.Utc), request.ModifiedBeforeUtc);
        Assert.Null(new ListQuery { To = DateOnly.MaxValue }.ToRequest([], null, new([]), Shanghai).ModifiedBeforeUtc);
    }

    [Fact]
    public void A_day_whose_first_hour_summer_time_leaves_out_begins_later() =>
        Assert.Equal(new DateTime(2018, 11, 4, 3, 0, 0, DateTimeKind.Utc), new ListQuery { From = new(2018, 11, 4) }.ToRequest([], null, new([]), TimeZoneInfo.FindSystemTimeZoneById("America/Sao_Paulo")).ModifiedFromUtc);

    [Fact]
    public void A_term_stands_for_those_below_it()
    {
        var issuers = new ContentItem(System.Text.Json.Nodes.JsonNode.Parse("""
            {"ContentItemId":"issuers","ContentType":"Taxonomy","AliasPart":{"Alias":"issuers"},"TaxonomyPart":{"Terms":[{"ContentItemId":"city","TitlePart":{"Title":"市"},"Terms":[{"ContentItemId":"office","TitlePart":{"Title":"办"}}]}]}}
            """)!.AsObject());

        var request = new ListQuery { Issuer = "city", Topic = "unknown" }.ToRequest([], null, new([issuers]), Shanghai);

        Assert.Equal(["city", "office"], request.Terms[0].TermIds);
        Assert.Equal(("topics", "unknown"), (request.Terms[1].TaxonomyId, request.Terms[1].TermIds.Single()));
    }
}
