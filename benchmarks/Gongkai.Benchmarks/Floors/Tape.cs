using System.Collections.Frozen;

namespace Gongkai.Benchmarks.Floors;

/// <summary>Answers of the site as they came, headers and bytes, for a floor to give again.</summary>
internal sealed class Tape
{
    private const string FileName = "tape";

    // The server writes these itself.
    private static readonly FrozenSet<string> Own = new[] { "Date", "Transfer-Encoding", "Content-Length" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private Tape(FrozenDictionary<string, Answer> answers) => Answers = answers;

    /// <summary>The answers by address.</summary>
    public FrozenDictionary<string, Answer> Answers { get; }

    /// <summary>Asks the site and keeps the answers in a folder.</summary>
    public static async Task RecordAsync(Uri site, IReadOnlyList<string> paths, string folder, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { BaseAddress = site };
        await using var writer = new BinaryWriter(File.Create(Path.Combine(folder, FileName)));
        foreach (var path in paths)
        {
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), cancellationToken);
            answer.EnsureSuccessStatusCode();
            var headers = answer.Headers.Concat(answer.Content.Headers).Where(header => !Own.Contains(header.Key)).ToList();
            var body = await answer.Content.ReadAsByteArrayAsync(cancellationToken);
            writer.Write(path);
            writer.Write(headers.Count);
            foreach (var (name, values) in headers)
            {
                writer.Write(name);
                writer.Write(string.Join(", ", values));
            }

            writer.Write(body.Length);
            writer.Write(body);
        }
    }

    /// <summary>Reads what was kept.</summary>
    public static Tape Read(string folder)
    {
        using var reader = new BinaryReader(File.OpenRead(Path.Combine(folder, FileName)));
        var answers = new Dictionary<string, Answer>(StringComparer.Ordinal);
        while (reader.BaseStream.Position < reader.BaseStream.Length)
        {
            var path = reader.ReadString();
            var headers = new KeyValuePair<string, string>[reader.ReadInt32()];
            for (var i = 0; i < headers.Length; i++)
                headers[i] = new(reader.ReadString(), reader.ReadString());
            answers[path] = new(headers, reader.ReadBytes(reader.ReadInt32()));
        }

        return new(answers.ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>An answer.</summary>
    /// <param name="Headers">Its headers but those that every server writes itself.</param>
    /// <param name="Body">Its bytes.</param>
    internal sealed record Answer(KeyValuePair<string, string>[] Headers, byte[] Body);
}
