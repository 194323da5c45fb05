using System.Text.Json.Nodes;

namespace Gongkai.Content.Tests;

public sealed class ItemCopiesTests
{
    [Fact]
    public void A_copy_says_the_same_with_ids_of_its_own_and_without_version_owner_and_times()
    {
        var original = new ContentItem(JsonNode.Parse("""
            { "ContentItemId": "a", "ContentItemVersionId": "v", "ContentType": "T", "DisplayText": "题", "Latest": true, "Published": true, "CreatedUtc": "2026-01-01T00:00:00Z", "Owner": "li", "Author": "li",
              "TitlePart": { "Title": "题" }, "Unknown": [1], "Bag": { "ContentItems": [{ "ContentItemId": "b", "ContentItemVersionId": "w", "ContentType": "U", "Inner": { "ContentItems": [{ "ContentItemId": "c" }] } }] } }
            """)!.AsObject());

        var copy = new ItemCopies([]).Of(original, "new");

        var inner = copy.Part("Bag")!.Objects("ContentItems").Single();
        var innermost = inner.Child("Inner")!.Objects("ContentItems").Single();
        Assert.True(IdGenerator.IsId(inner.Text("ContentItemId")!) && IdGenerator.IsId(innermost.Text("ContentItemId")!));
        inner["ContentItemId"] = "x";
        innermost["ContentItemId"] = "x";
        Assert.Equal(
            """{"ContentItemId":"new","ContentType":"T","DisplayText":"题","TitlePart":{"Title":"题"},"Unknown":[1],"Bag":{"ContentItems":[{"ContentItemId":"x","ContentType":"U","Inner":{"ContentItems":[{"ContentItemId":"x"}]}}]}}""",
            copy.Json.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        Assert.Equal("b", original.Part("Bag")!.Objects("ContentItems").Single().Text("ContentItemId"));
    }

    [Fact]
    public void What_modules_know_to_belong_to_the_original_is_taken_out()
    {
        var copy = new ItemCopies([new WithoutNumber()]).Of(new(JsonNode.Parse("""{ "ContentItemId": "a", "P": { "Number": 1, "Text": 2 } }""")!.AsObject()), "new");

        Assert.Equal("""{"Text":2}""", copy.Part("P")!.ToJsonString());
    }

    private sealed class WithoutNumber : IContentHandler
    {
        public void Copying(ContentItem copy) => copy.Part("P")!.Remove("Number");
    }
}
