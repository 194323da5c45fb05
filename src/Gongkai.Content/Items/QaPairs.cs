namespace Gongkai.Content;

/// <summary>The question–answer pairs of a Q&amp;A issue (政策简明问答).</summary>
public static class QaPairs
{
    private const string Bag = "Questions";
    private const string Pair = "QaPair";

    /// <summary>The pairs in their order; none of an item that holds none.</summary>
    public static IEnumerable<ContentItem> Of(ContentItem issue) =>
        (issue.Part(Bag)?.Objects("ContentItems") ?? []).Select(json => new ContentItem(json)).Where(pair => pair.ContentType == Pair);
}
