using Gongkai.Content;
using Gongkai.Documents.Kinds;

namespace Gongkai.Documents.Texts;

/// <summary>What the reading process is asked, as a line of JSON; it answers with a <see cref="FileText"/> as another.</summary>
/// <param name="Path">The file.</param>
/// <param name="Family">What sort of file it is.</param>
/// <param name="MostCharacters">How much of the text is wanted.</param>
/// <param name="LongestTime">When to stop and give what there is.</param>
/// <param name="IsWhole">Whether everything is wanted, for checks; else what a search is to find.</param>
internal sealed record TextRequest(string Path, FileFamily Family, int MostCharacters, TimeSpan LongestTime, bool IsWhole = false)
{
    // A file that nests without end finds room to be turned away.
    private const int StackSize = 16 * 1024 * 1024;

    /// <summary>Reads the text in a thread of its own, and gives it to whoever waits.</summary>
    public void Begin(Action<FileText> answer) => new Thread(() => answer(Read()), StackSize) { IsBackground = true, Name = "Text of a file" }.Start();

    private FileText Read()
    {
        using var late = new CancellationTokenSource(LongestTime);
        var taker = new TextTaker(MostCharacters, late.Token);
        try
        {
            using (var file = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete))
                Read(file, taker);
            return taker.Text is { Length: > 0 } text ? new(taker.IsShortened ? FileTextState.Shortened : FileTextState.Whole, text) : FileText.None(FileTextState.NoText);
        }
#pragma warning disable CA1031 // A hostile file may make its reader throw anything; what was read until then is kept.
        catch (Exception)
#pragma warning restore CA1031
        {
            return taker.Text is { Length: > 0 } text ? new(FileTextState.Shortened, text) : FileText.None(FileTextState.Unreadable);
        }
    }

    private void Read(Stream file, TextTaker taker)
    {
        if (Family is FileFamily.Word or FileFamily.Sheet)
            PackageGuard.Check(file);
        switch (Family)
        {
            case FileFamily.Pdf:
                PdfText.Read(file, taker, IsWhole);
                break;
            case FileFamily.Text:
                PlainText.Read(file, taker);
                break;
            case FileFamily.Word when IsWhole:
                WholePackageText.ReadWord(file, taker);
                break;
            case FileFamily.Sheet when IsWhole:
                WholePackageText.ReadSheets(file, taker);
                break;
            case FileFamily.Word:
                OpenXmlText.ReadWord(file, taker);
                break;
            default:
                OpenXmlText.ReadSheets(file, taker);
                break;
        }
    }
}
