using Gongkai.Content;
using Gongkai.Documents.Kinds;

namespace Gongkai.Documents.Texts;

/// <summary>Reads the text of a file, whatever the file does: in a thread of its own, until a limit.</summary>
internal sealed class TextReading(IFileKinds kinds, TextLimits limits, TimeProvider time)
{
    // A file that nests without end finds room to be turned away.
    private const int StackSize = 16 * 1024 * 1024;

    /// <summary>The text.</summary>
    /// <param name="file">A seekable stream; the thread that reads it closes it.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<FileText> ReadAsync(Stream file, CancellationToken cancellationToken)
    {
        var kind = await kinds.IdentifyAsync(file, cancellationToken);
        if (kind is not { Family: FileFamily.Pdf or FileFamily.Word or FileFamily.Sheet } || file.Length > limits.LargestFile)
        {
            await file.DisposeAsync();
            return FileText.None(kind is { Family: FileFamily.Refused } ? FileTextState.Unreadable : FileTextState.NotRead);
        }

        using var late = new CancellationTokenSource(limits.LongestTime, time);
        var done = new TaskCompletionSource<FileText>(TaskCreationOptions.RunContinuationsAsynchronously);
        var taker = new TextTaker(limits.MostCharacters, late.Token);
        var thread = new Thread(() => done.SetResult(Read(file, kind.Family, taker)), StackSize) { IsBackground = true, Priority = ThreadPriority.BelowNormal, Name = "Text of a file" };
        thread.Start();
        try
        {
            // A reader looks at the clock between pages and elements; one that hangs in a page is left behind.
            return await done.Task.WaitAsync(limits.LongestTime * 2, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            return FileText.None(FileTextState.Unreadable);
        }
    }

    private static FileText Read(Stream file, FileFamily family, TextTaker taker)
    {
        try
        {
            using (file)
            {
                if (family != FileFamily.Pdf)
                    PackageGuard.Check(file);
                switch (family)
                {
                    case FileFamily.Pdf:
                        PdfText.Read(file, taker);
                        break;
                    case FileFamily.Word:
                        OpenXmlText.ReadWord(file, taker);
                        break;
                    default:
                        OpenXmlText.ReadSheets(file, taker);
                        break;
                }
            }

            return taker.Text is { Length: > 0 } text ? new(taker.IsShortened ? FileTextState.Shortened : FileTextState.Whole, text) : FileText.None(FileTextState.NoText);
        }
#pragma warning disable CA1031 // A hostile file may make its reader throw anything; what was read until then is kept.
        catch (Exception)
#pragma warning restore CA1031
        {
            return taker.Text is { Length: > 0 } text ? new(FileTextState.Shortened, text) : FileText.None(FileTextState.Unreadable);
        }
    }
}
