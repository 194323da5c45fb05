using System.Text;

namespace Gongkai.Documents.Texts;

/// <summary>The text of plain text files: UTF-8, UTF-16 with its mark, or GB 18030.</summary>
internal static class PlainText
{
    private const int Block = 64 * 1024;

    /// <summary>Reads a file; a line is a paragraph.</summary>
    public static void Read(Stream file, TextTaker taker)
    {
        using var reader = new StreamReader(file, EncodingOf(file), detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        var buffer = new char[Block];
        for (int read; (read = reader.Read(buffer)) > 0;)
        {
            if (!taker.Take(new string(buffer, 0, read).ReplaceLineEndings("\n").Replace("\n", "\n\n", StringComparison.Ordinal)))
                return;
        }
    }

    private static Encoding EncodingOf(Stream file)
    {
        try
        {
            using var reader = new StreamReader(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true, leaveOpen: true);
            var buffer = new char[Block];
            while (reader.Read(buffer) > 0)
            {
                // Whether it is UTF-8, its end may say.
            }

            return Encoding.UTF8;
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;
        }
        finally
        {
            file.Position = 0;
        }
    }
}
