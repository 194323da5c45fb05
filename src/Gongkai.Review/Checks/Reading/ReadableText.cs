using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Gongkai.Review.Checks.Reading;

/// <summary>A piece of a text.</summary>
/// <param name="Start">Where it begins, from 0.</param>
/// <param name="Length">How many characters it has.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Piece(int Start, int Length)
{
    /// <summary>The place after it.</summary>
    public int End => Start + Length;

    /// <summary>Whether two pieces have a character in common.</summary>
    public bool Overlaps(Piece other) => Start < other.End && other.Start < End;
}

/// <summary>A text as a reader has it, and where each of its characters stands in the source.</summary>
/// <remarks>
/// Markup is gone: a number of which some digits are bold is one number. Full-width digits, letters and signs are the usual ones, dashes are <c>-</c>,
/// spaces of every kind are one, characters that nobody sees (joiners, soft hyphens) are gone. What stands in different blocks is parted by a line end.
/// </remarks>
public sealed class ReadableText
{
    private readonly int[] _starts;
    private readonly int[] _ends;

    private ReadableText(string source, string text, int[] starts, int[] ends) => (Source, Text, _starts, _ends) = (source, text, starts, ends);

    /// <summary>What was written.</summary>
    public string Source { get; }

    /// <summary>What is read.</summary>
    public string Text { get; }

    /// <summary>Reads a text.</summary>
    public static ReadableText Of(string source, TextForm form)
    {
        var writer = new Writer(source);
        if (form == TextForm.Plain)
        {
            for (var i = 0; i < source.Length; i++)
                writer.Take(i, i + 1);
        }
        else
        {
            new MarkupReading(source, form == TextForm.Markdown, writer).Run();
        }

        return writer.Finish();
    }

    /// <summary>Where a piece of what is read stands in the source.</summary>
    public Piece InSource(Piece piece)
    {
        var start = _starts[piece.Start];
        return new(start, _ends[piece.End - 1] - start);
    }

    /// <summary>The place in the source of each character of a piece.</summary>
    public Piece SourceOf(int character) => new(_starts[character], _ends[character] - _starts[character]);

    /// <summary>The line of the source in which a piece begins, from 1.</summary>
    public int LineOf(Piece piece) => Source.AsSpan(0, _starts[piece.Start]).Count('\n') + 1;

    /// <summary>Takes what is read, character by character.</summary>
    internal sealed class Writer(string source)
    {
        private readonly StringBuilder _text = new(source.Length);
        private readonly List<int> _starts = new(source.Length);
        private readonly List<int> _ends = new(source.Length);

        /// <summary>Takes a character as it stands.</summary>
        public void Take(int start, int end) => Take(source[start], start, end);

        /// <summary>Takes a character that something in the source stands for.</summary>
        public void Take(char c, int start, int end)
        {
            if (Usual(c) is not { } usual)
                return;
            _text.Append(usual);
            _starts.Add(start);
            _ends.Add(end);
        }

        /// <summary>Ends a line.</summary>
        public void Break(int start, int end) => Take('\n', start, end);

        public ReadableText Finish() => new(source, _text.ToString(), [.. _starts], [.. _ends]);

        /// <summary>The usual character for one; null for one that nobody sees.</summary>
        private static char? Usual(char c) => c switch
        {
            < '\u0080' => c,
            >= '！' and <= '～' => (char)(c - 0xFEE0),
            '‐' or '‑' or '‒' or '–' or '—' or '―' or '−' or '﹣' => '-',
            _ => char.GetUnicodeCategory(c) switch
            {
                UnicodeCategory.Format => null,
                UnicodeCategory.SpaceSeparator => ' ',
                UnicodeCategory.DecimalDigitNumber => (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)),
                _ => c,
            },
        };
    }
}
