using System.Text;
using System.Text.Json;
using Gongkai.Documents.Texts;

namespace Gongkai.Documents;

/// <summary>The assembly run by itself: it reads the texts of files, one after the other, for the process that started it, and ends with it.</summary>
internal static class Program
{
    private static void Main()
    {
        var answers = Console.OpenStandardOutput();
        using var requests = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8);
        // This thread only waits for the next line: where nobody asks any more, the process ends, whatever a file's reader is at.
        while (requests.ReadLine() is { } line)
        {
            JsonSerializer.Deserialize<TextRequest>(line)!.Begin(text =>
            {
                answers.Write(JsonSerializer.SerializeToUtf8Bytes(text));
                answers.Write("\n"u8);
                answers.Flush();
            });
        }
    }
}
