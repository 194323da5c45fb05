using System.Runtime.CompilerServices;
using System.Text;
using Gongkai.Content;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Gongkai.Search.Phrases;

/// <summary>The titles and questions of one segment's documents, in memory as long as the segment is open. What is withdrawn is deleted in the segment, and asked there.</summary>
internal sealed class SegmentPhrases
{
    private const int LongestLine = 200;
    private const int MostLines = 100;
    private const string Question = "QaPair.Question";

    private static readonly ConditionalWeakTable<object, SegmentPhrases> BySegment = [];

    private SegmentPhrases(AtomicReader reader)
    {
        var builder = new PhraseTable.Builder();
        if (reader.GetBinaryDocValues(IndexFields.Phrases) is { } values)
        {
            var bytes = new BytesRef();
            for (var document = 0; document < reader.MaxDoc; document++)
            {
                values.Get(document, bytes);
                var line = -1;
                foreach (var text in bytes.Utf8ToString().AsSpan().EnumerateLines())
                {
                    // The first says the type.
                    if (line >= 0 && text.Length > 0)
                        builder.Add(text, document, line);
                    line++;
                }
            }
        }

        Table = builder.Build();
    }

    /// <summary>The phrases.</summary>
    public PhraseTable Table { get; }

    /// <summary>The phrases of a segment, read at the first call.</summary>
    public static SegmentPhrases Of(AtomicReader reader) => BySegment.GetValue(reader.CoreCacheKey, _ => new SegmentPhrases(reader));

    /// <summary>What a document keeps: its type, its title, and the questions that it answers, a line each.</summary>
    public static BinaryDocValuesField FieldOf(ContentItem item, string title, IndexContribution contribution)
    {
        var lines = contribution.Texts.Where(text => text.Field == Question).Select(text => text.Text).Prepend(title).Take(MostLines).Prepend(item.ContentType);
        return new(IndexFields.Phrases, new BytesRef(Encoding.UTF8.GetBytes(string.Join('\n', lines.Select(Line)))));
    }

    /// <summary>The type of a phrase's document, and the phrase as it is written.</summary>
    public static (string ContentType, string Text) Read(AtomicReader reader, int document, int line)
    {
        var bytes = new BytesRef();
        reader.GetBinaryDocValues(IndexFields.Phrases).Get(document, bytes);
        var lines = bytes.Utf8ToString().Split('\n');
        return (lines[0], line + 1 < lines.Length ? lines[line + 1] : "");
    }

    private static string Line(string text)
    {
        var line = new StringBuilder(Math.Min(text.Length, LongestLine));
        foreach (var c in text.AsSpan(0, Math.Min(text.Length, LongestLine)))
            line.Append(char.IsWhiteSpace(c) || char.IsControl(c) ? ' ' : c);
        if (line.Length > 0 && char.IsHighSurrogate(line[^1]))
            line.Length--;
        return line.ToString().Trim();
    }

    /// <summary>Reads a segment's phrases before anybody asks, with how they sound once that is known.</summary>
    public static void Warm(AtomicReader reader)
    {
        var phrases = Of(reader);
        if (Pinyin.IsReady)
            _ = phrases.Table.Sounds;
    }
}
