using System.Globalization;
using OrchardSite.StaticCopy.Addresses;

namespace OrchardSite.StaticCopy.Folder;

/// <summary>What the copy has at an address.</summary>
internal enum CopyState
{
    /// <summary>A file.</summary>
    Present,

    /// <summary>Nothing: the site leads on to another address.</summary>
    Moved,

    /// <summary>Nothing any more: the site says that it was withdrawn.</summary>
    Gone,

    /// <summary>Nothing yet: the site could not make it. The next run tries again.</summary>
    Failed,
}

/// <summary>An address of the copy: its file, what the page was made of, and the files that it shows.</summary>
/// <param name="Address">The address.</param>
/// <param name="State">What is there.</param>
/// <param name="Place">The file, with <c>/</c> between folders; of what has moved, the address it leads to.</param>
internal sealed record CopyRecord(CopyAddress Address, CopyState State, string Place)
{
    private const int Fields = 8;
    private const char Between = '\t';
    private const char Inside = '\u001f';
    private const string States = "pmgf";
    private const string Kinds = "pdft";

    /// <summary>The hash of the file's content; empty where there is no file.</summary>
    public string Hash { get; init; } = "";

    /// <summary>The file's size in bytes.</summary>
    public long Length { get; init; }

    /// <summary>What the page read when it was made: decision 9's tags, and some of the copy's own.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The addresses of the uploaded files that the page shows or links to; of a map or a catalogue, those of its parts.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>The record as a line, without its end.</summary>
    public string ToLine() => string.Join(Between, States[(int)State], Kinds[(int)Address.Kind], Address.Url, Place, Hash, Length.ToString(CultureInfo.InvariantCulture),
        string.Join(Inside, Tags), string.Join(Inside, Files));

    /// <summary>Reads a line; null when it is none of a record.</summary>
    public static CopyRecord? FromLine(string line)
    {
        var fields = line.Split(Between);
        if (fields.Length != Fields || fields[0].Length != 1 || fields[1].Length != 1 || States.IndexOf(fields[0][0], StringComparison.Ordinal) is not (>= 0 and var state)
            || Kinds.IndexOf(fields[1][0], StringComparison.Ordinal) is not (>= 0 and var kind) || !long.TryParse(fields[5], NumberStyles.None, CultureInfo.InvariantCulture, out var length))
            return null;
        return new(AddressOf((CopyKind)kind, fields[2]), (CopyState)state, fields[3]) { Hash = fields[4], Length = length, Tags = Several(fields[6]), Files = Several(fields[7]) };
    }

    private static CopyAddress AddressOf(CopyKind kind, string url)
    {
        var query = url.IndexOf('?', StringComparison.Ordinal);
        var number = query < 0 ? 0 : int.Parse(url.AsSpan(url.IndexOf('=', query) + 1), NumberStyles.None, CultureInfo.InvariantCulture);
        return new(kind, Uri.UnescapeDataString(query < 0 ? url : url[..query]), number);
    }

    // The same few thousand tags stand at a hundred thousand pages: each is one text in memory.
    private static string[] Several(string text) => text.Length == 0 ? [] : [.. text.Split(Inside).Select(string.Intern)];
}

/// <summary>A public item as the last run saw it.</summary>
/// <param name="Id">The item.</param>
/// <param name="Stamp">Another one whenever anything of it changes.</param>
/// <param name="Url">Its address, escaped, beginning with <c>/</c>.</param>
internal sealed record CopyItem(string Id, string Stamp, string Url)
{
    private const string Begin = "i\t";

    /// <summary>The item as a line, without its end.</summary>
    public string ToLine() => $"{Begin}{Id}\t{Stamp}\t{Url}";

    /// <summary>Reads a line; null when it is none of an item.</summary>
    public static CopyItem? FromLine(string line) => line.StartsWith(Begin, StringComparison.Ordinal) && line.Split('\t') is [_, var id, var stamp, var url] ? new(id, stamp, url) : null;
}
