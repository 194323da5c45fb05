using System.Runtime.InteropServices;
using Gongkai.Search.Text;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace Gongkai.Search.Passages;

/// <summary>Where the passages of a document begin, in the positions of the index and in its stored text: a doc value of some bytes a passage.</summary>
/// <remarks>So a passage needs no postings of its own: those of the document, read with their positions, say what is in it.</remarks>
internal sealed class PassageTable
{
    private Entry[] _entries = [];

    /// <summary>How many passages there are.</summary>
    public int Count { get; private set; }

    /// <summary>The position after the last of the text.</summary>
    public int End { get; private set; }

    /// <summary>A passage.</summary>
    public Entry this[int passage] => _entries[passage];

    /// <summary>How many positions a passage takes.</summary>
    public int LengthOf(int passage) => (passage + 1 < Count ? _entries[passage + 1].Position : End) - _entries[passage].Position;

    /// <summary>Where a passage ends in the text; <see cref="int.MaxValue"/> for the last.</summary>
    public int EndOf(int passage) => passage + 1 < Count ? _entries[passage + 1].Start : int.MaxValue;

    /// <summary>Writes the table of a text. Passages without a token of their own are kept: their places are those of the names.</summary>
    public static BytesRef Write(DocumentText text)
    {
        using var memory = new MemoryStream();
        using var output = new OutputStreamDataOutput(memory);
        output.WriteVInt32(text.Passages.Count);
        var (position, start) = (0, 0);
        var entries = Locate(text, out var end);
        for (var place = 0; place < entries.Length; place++)
        {
            var entry = entries[place];
            output.WriteVInt32(entry.Position - position);
            output.WriteVInt32(entry.Start - start);
            output.WriteVInt32(entry.Parent < 0 ? 0 : place - entry.Parent);
            (position, start) = (entry.Position, entry.Start);
        }

        output.WriteVInt32(end - position);
        return new BytesRef(memory.ToArray());
    }

    /// <summary>Reads a table in the place of the last one.</summary>
    public void Read(BytesRef bytes)
    {
        (Count, End) = (0, 0);
        if (bytes.Length == 0)
            return;
        var input = new ByteArrayDataInput(bytes.Bytes, bytes.Offset, bytes.Length);
        var count = input.ReadVInt32();
        if (_entries.Length < count)
            _entries = new Entry[Math.Max(count, _entries.Length * 2)];
        var (position, start) = (0, 0);
        for (var i = 0; i < count; i++)
        {
            position += input.ReadVInt32();
            start += input.ReadVInt32();
            var up = input.ReadVInt32();
            _entries[i] = new(position, start, up == 0 ? -1 : i - up);
        }

        Count = count;
        End = position + input.ReadVInt32();
    }

    private static Entry[] Locate(DocumentText text, out int end)
    {
        var buffer = new FoldingBuffer();
        buffer.Fold(text.Body);
        var folded = buffer.Folded;
        var scanner = new TokenScanner();
        scanner.Reset();
        var entries = new Entry[text.Passages.Count];
        var (next, last) = (0, -1);
        while (scanner.Next(folded, out var token))
        {
            var start = buffer.Start(token.Start);
            for (; next < entries.Length && text.Passages[next].Start <= start; next++)
                entries[next] = Entry.Of(text.Passages[next], token.Position);
            last = token.Kind == TokenKind.Bigram ? token.Position + 1 : token.Position;
        }

        end = last + 1;
        for (; next < entries.Length; next++)
            entries[next] = Entry.Of(text.Passages[next], end);
        // A passage that shares its first token with the next one is empty and takes the same position.
        return entries;
    }

    /// <summary>A passage's places.</summary>
    /// <param name="Position">The position of its first token.</param>
    /// <param name="Start">Where it begins in the text.</param>
    /// <param name="Parent">The heading that it stands under; −1 for none.</param>
    [StructLayout(LayoutKind.Auto)]
    internal readonly record struct Entry(int Position, int Start, int Parent)
    {
        /// <summary>The entry of a passage.</summary>
        public static Entry Of(Passage passage, int position) => new(position, passage.Start, passage.Parent);
    }
}
