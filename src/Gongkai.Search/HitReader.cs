using System.Text.Json.Nodes;
using Gongkai.Content;
using Gongkai.Search.Indexing;
using Gongkai.Search.Passages;
using Gongkai.Search.Snippets;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Gongkai.Search;

/// <summary>Makes hits of what the index stores.</summary>
/// <param name="searcher">The index.</param>
/// <param name="highlighter">Marks what was asked; null when nothing was.</param>
internal sealed class HitReader(IndexSearcher searcher, Highlighter? highlighter)
{
    /// <summary>A hit.</summary>
    /// <param name="document">The document's number.</param>
    /// <param name="score">Its score.</param>
    /// <param name="passage">The place of its best passage; −1 for none.</param>
    public SearchHit Read(int document, double score = 0, int passage = -1)
    {
        var (start, end) = passage >= 0 ? BoundsOf(document, passage) : (0, int.MaxValue);
        var stored = new StoredHit(highlighter, passage >= 0, start, end);
        searcher.Doc(document, stored);
        var item = new ContentItem(JsonNode.Parse(stored.Summary)!.AsObject());
        var title = item.Part("TitlePart")?.Text("Title") ?? item.DisplayText;
        return new SearchHit(
            item,
            AutoroutePart.UrlOf(item),
            stored.Day > 0 ? DateOnly.FromDayNumber(stored.Day) : null,
            highlighter?.Mark(title) ?? MarkedText.Plain(title),
            stored.Snippet ?? MarkedText.Plain(stored.Lead),
            score)
        {
            Passage = passage >= 0 && stored.IsOfPassage ? PassageNames.Read(stored.Names, passage) : null,
        };
    }

    private (int Start, int End) BoundsOf(int document, int passage)
    {
        var leaves = searcher.IndexReader.Leaves;
        var leaf = leaves[ReaderUtil.SubIndex(document, leaves)];
        var bytes = new BytesRef();
        leaf.AtomicReader.GetBinaryDocValues(IndexFields.Passages).Get(document - leaf.DocBase, bytes);
        var table = new PassageTable();
        table.Read(bytes);
        return (table[passage].Start, table.EndOf(passage));
    }

    /// <summary>Reads the stored fields in their order and stops as soon as it has what it needs: what comes after is never read.</summary>
    private sealed class StoredHit(Highlighter? highlighter, bool hasPassage, int start, int end) : StoredFieldVisitor
    {
        private byte[] _lengths = [];
        private int _next;
        private int _matched;
        private int _at;

        public string Summary { get; private set; } = "{}";

        public int Day { get; private set; }

        public string Lead { get; private set; } = "";

        public string Names { get; private set; } = "";

        public MarkedText? Snippet { get; private set; }

        /// <summary>Whether the snippet is of the passage.</summary>
        public bool IsOfPassage { get; private set; }

        public override Status NeedsField(FieldInfo fieldInfo) => fieldInfo.Name switch
        {
            IndexFields.Body when highlighter is null || _matched >= highlighter.Wanted || (hasPassage && _at >= end) => Status.STOP,
            IndexFields.Body when hasPassage && Skips() => Status.NO,
            IndexFields.Names or IndexFields.Lengths => hasPassage ? Status.YES : Status.NO,
            _ => Status.YES,
        };

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
                case IndexFields.Names:
                    Names = value;
                    break;
            }
        }

        public override void BinaryField(FieldInfo fieldInfo, byte[] value)
        {
            if (fieldInfo.Name == IndexFields.Lengths)
            {
                _lengths = value;
                return;
            }

            var stretch = Stretches.Read(value);
            if (hasPassage)
                OfPassage(stretch);
            else if (highlighter!.Snippet(new string(stretch)) is { } found && found.Matched > _matched)
                (Snippet, _matched) = found;
        }

        public override void Int32Field(FieldInfo fieldInfo, int value) => Day = value;

        /// <summary>Whether the next stretch ends before the passage begins; then it is passed over.</summary>
        private bool Skips()
        {
            var length = Stretches.ReadLengths(_lengths)[_next++];
            if (_at + length > start)
                return false;
            _at += length;
            return true;
        }

        private void OfPassage(ReadOnlySpan<char> stretch)
        {
            var from = Math.Max(start - _at, 0);
            var to = Math.Min(end - _at, stretch.Length);
            _at += stretch.Length;
            if (from >= to)
                return;
            // One that goes on in the next stretch is shown from where it matches more.
            var text = new string(stretch[from..to]);
            if (highlighter!.Snippet(text) is { } found && found.Matched > _matched)
                (Snippet, _matched, IsOfPassage) = (found.Text, found.Matched, true);
            else if (Snippet is null)
                (Snippet, IsOfPassage) = (MarkedText.Plain(Highlighter.Lead(text)), true);
        }
    }
}
