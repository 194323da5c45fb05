using System.Text.Json.Nodes;

namespace Gongkai.Content.Tests;

public sealed class RepealTests
{
    private static readonly Repeal Right = new("废止", new(2026, 3, 1), "被新办法取代", ["b"]);

    [Fact]
    public void What_a_repeal_says_is_in_the_fields_that_readers_see()
    {
        var entry = Right.ApplyTo(Entry()).Part("DisclosureEntry")!;

        Assert.Equal(("废止", new DateOnly(2026, 3, 1), "被新办法取代"), (entry.TextField("Validity"), entry.DateField("RepealedOn"), entry.TextField("RepealReason")));
        Assert.Equal(["b"], entry.PickedIds("ReplacedBy"));
        Assert.Equal("000000111/2024-00001", entry.TextField("IndexNumber"));
    }

    [Fact]
    public void Undone_the_document_is_in_force_and_says_nothing_of_it()
    {
        var entry = Repeal.Undo(Right.ApplyTo(Entry())).Part("DisclosureEntry")!;

        Assert.Equal(("现行有效", null, null), (entry.TextField("Validity"), entry.DateField("RepealedOn"), entry.TextField("RepealReason")));
        Assert.Empty(entry.PickedIds("ReplacedBy"));
        Assert.False(Repeal.IsRepealed(Repeal.Undo(Right.ApplyTo(Entry()))));
    }

    [Theory]
    [InlineData("废止", "2026-03-01", "理由", "b", "")]
    [InlineData("失效", "2026-03-01", "理由", "b", "")]
    [InlineData("现行有效", "2026-03-01", "理由", "b", "Validity")]
    [InlineData("", "2026-03-01", "理由", "b", "Validity")]
    [InlineData("废止", "2026-03-01", " ", "b", "Reason")]
    [InlineData("废止", "2024-01-01", "理由", "b", "On")]
    [InlineData("废止", "2026-03-01", "理由", "a", "ReplacedBy")]
    public void A_repeal_needs_a_validity_a_day_and_a_reason(string validity, string on, string reason, string replacedBy, string fault) => Assert.Equal(
        fault, string.Join(' ', Repeal.FaultsOf(Entry(), new(validity, DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture), reason, [replacedBy])).Select(error => error.Path)));

    [Fact]
    public void Only_entries_are_repealed()
    {
        var page = new ContentItem("Page", "p");

        Assert.Equal("Validity", Assert.Single(Repeal.FaultsOf(page, Right)).Path);
        Assert.False(Repeal.IsRepealed(page));
    }

    [Theory]
    [InlineData("废止", true)]
    [InlineData("失效", true)]
    [InlineData("已修改", false)]
    [InlineData("现行有效", false)]
    [InlineData(null, false)]
    public void What_is_no_longer_in_force_is_known_by_its_validity(string? validity, bool isRepealed)
    {
        var entry = Entry();
        entry.Part("DisclosureEntry")!.SetTextField("Validity", validity);

        Assert.Equal(isRepealed, Repeal.IsRepealed(entry));
    }

    private static ContentItem Entry() => new(JsonNode.Parse("""
        {"ContentItemId":"a","ContentType":"DisclosureEntry","Published":true,"Latest":true,
         "DisclosureEntry":{"IndexNumber":{"Text":"000000111/2024-00001"},"IssuedOn":{"Value":"2024-06-01T00:00:00Z"},"Validity":{"Text":"现行有效"},"DisclosureMode":{"Text":"主动公开"}}}
        """)!.AsObject());
}
