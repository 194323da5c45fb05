using System.Text.Json.Nodes;
using Gongkai.Content;
using Gongkai.Search.Snippets;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Gongkai.Search;

/// <summary>Makes hits of what the index stores.</summary>
internal static class HitReader
{
    /// <summary>A hit with nothing marked.</summary>
    public static SearchHit Read(IndexSearcher searcher, int document) => Read(searcher, document, highlighter: null, score: 0);

    /// <summary>A hit.</summary>
    /// <param name="searcher">The index.</param>
    /// <param name="document">The document's number.</param>
    /// <param name="highlighter">Marks what was asked; null when nothing was.</param>
    /// <param name="score">Its score.</param>
    public static SearchHit Read(IndexSearcher searcher, int document, Highlighter? highlighter, double score)
    {
        var stored = new StoredHit(highlighter);
        searcher.Doc(document, stored);
        var item = new ContentItem(JsonNode.Parse(stored.Summary)!.AsObject());
        var title = item.Part("TitlePart")?.Text("Title") ?? item.DisplayText;
        return new SearchHit(
            item,
            AutoroutePart.UrlOf(item),
            stored.Day > 0 ? DateOnly.FromDayNumber(stored.Day) : null,
            highlighter?.Mark(title) ?? MarkedText.Plain(title),
            stored.Snippet ?? MarkedText.Plain(stored.Lead),
            score);
    }

    /// <summary>Reads the stored fields in their order and stops as soon as it has what it needs: what comes after is never unpacked.</summary>
    private sealed class StoredHit(Highlighter? highlighter) : StoredFieldVisitor
    {
        private int _matched;

        public string Summary { get; private set; } = "{}";

        public int Day { get; private set; }

        public string Lead { get; private set; } = "";

        public MarkedText? Snippet { get; private set; }

        public override Status NeedsField(FieldInfo fieldInfo) =>
            fieldInfo.Name == IndexFields.Body && (highlighter is null || _matched >= highlighter.Wanted) ? Status.STOP : Status.YES;

        public override void StringField(FieldInfo fieldInfo, string value)
        {
            switch (fieldInfo.Name)
            {
                case IndexFields.Summary:
                    Summary = value;
                    break;
                case IndexFields.Lead:
                    Lead = value;
                    break;
                case IndexFields.Body when highlighter!.Snippet(value) is { } found && found.Matched > _matched:
                    (Snippet, _matched) = found;
                    break;
            }
        }

        public override void Int32Field(FieldInfo fieldInfo, int value) => Day = value;
    }
}
