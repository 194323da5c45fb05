using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Gongkai.Content;

namespace Gongkai.Documents.Texts;

/// <summary>Texts of files in the site's folder <c>texts/</c>, each under the file's path, length and time; derived, and may be deleted. Their first line says which reader made them, and what it has to say of them.</summary>
/// <param name="folder">The site's folder.</param>
/// <param name="kind">What tells texts of one reader from another's of the same file; a line, or nothing.</param>
/// <param name="reader">Counts up whenever files are read in another way: texts that an older reader made are read again.</param>
internal sealed class TextFolder(ISiteFolder folder, string kind, int reader)
{
    private readonly string _reader = reader.ToString(CultureInfo.InvariantCulture);

    /// <summary>Where the text of a file is.</summary>
    public string PlaceOf(MediaFile file)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"{kind}{file.Path}\n{file.Length}\n{file.ModifiedUtc.Ticks}");
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
        return Path.Combine(folder.Path("texts"), name[..2], name);
    }

    /// <summary>What its reader had to say of a text, and the text; null when there is none, or an older reader's.</summary>
    public async Task<(string[] Facts, string Text)?> FindAsync(string place, CancellationToken cancellationToken)
    {
        if (!File.Exists(place))
            return null;
        var kept = await File.ReadAllTextAsync(place, cancellationToken);
        var end = kept.IndexOf('\n', StringComparison.Ordinal);
        return end > 0 && kept[..end].Split(' ') is [var made, .. var facts] && made == _reader ? (facts, kept[(end + 1)..]) : null;
    }

    /// <summary>Keeps a text. Whoever looks meanwhile finds the whole of it or nothing.</summary>
    /// <param name="place">Where.</param>
    /// <param name="facts">Words, parted by spaces.</param>
    /// <param name="text">The text.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task KeepAsync(string place, string facts, string text, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        var unfinished = place + "." + Guid.NewGuid().ToString("N");
        await File.WriteAllTextAsync(unfinished, $"{_reader} {facts}\n{text}", cancellationToken);
        File.Move(unfinished, place, overwrite: true);
    }
}
