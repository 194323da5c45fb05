using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace Gongkai.Documents.Texts;

/// <summary>The text of a PDF, page by page.</summary>
internal static class PdfText
{
    // A page of more than this is a drawing.
    private const int MostLetters = 50_000;

    /// <summary>Reads a PDF.</summary>
    /// <param name="file">The file.</param>
    /// <param name="taker">Takes its text.</param>
    /// <param name="isWhole">Whether it matters when a page has pictures and no text, or a form has fields: what they say is not read.</param>
    public static void Read(Stream file, TextTaker taker, bool isWhole = false)
    {
        using var document = PdfDocument.Open(file, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true, MaxStackDepth = 64 });
        for (var number = 1; number <= document.NumberOfPages; number++)
        {
            if (!taker.Take(""))
                return;
            var page = document.GetPage(number);
            if (isWhole && (page.Letters.Count > MostLetters || (page.Letters.Count == 0 && page.NumberOfImages > 0)))
                taker.Miss();
            if (page.Letters.Count <= MostLetters && !taker.Take(Join(ContentOrderTextExtractor.GetText(page))))
                return;
            taker.EndParagraph();
        }

        if (isWhole && document.TryGetForm(out var form) && form.Fields.Count > 0)
            taker.Miss();
    }

    /// <summary>Lines of a page are not paragraphs: a word that runs over the end of a line is one word, in Chinese as in others.</summary>
    private static string Join(string text)
    {
        var joined = new StringBuilder(text.Length);
        foreach (var line in text.Split('\n').Select(line => line.Trim()))
        {
            if (line.Length == 0)
            {
                if (joined.Length > 0)
                    joined.Append("\n\n");
                continue;
            }

            if (joined.Length > 0 && joined[^1] < 0x2E80 && line[0] < 0x2E80 && joined[^1] != '\n')
                joined.Append(' ');
            joined.Append(line);
        }

        return joined.ToString();
    }
}
