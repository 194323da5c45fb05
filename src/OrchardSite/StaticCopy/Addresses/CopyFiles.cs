using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace OrchardSite.StaticCopy.Addresses;

/// <summary>Under which name an address stands in the copy. Names are good for every file system that copies are kept on, and lead nowhere but into the folder.</summary>
/// <remarks>
/// A page is its address with <c>.html</c>, the second page of a list <c>~2.html</c>, a smaller picture <c>~480.jpg</c>: a web server finds them from the site's own
/// addresses without a list. A segment that some file system cannot hold, or that would take another file's name, keeps its beginning and gets
/// <c>~</c> and a hash; such a file is found by the copy's own links.
/// </remarks>
internal static class CopyFiles
{
    // 255 bytes are what file systems take; endings and the name while it is being written come to it.
    private const int LongestSegment = 200;
    private const int LongestPath = 900;
    private const int KeptBytes = 60;
    private const int HashLength = 12;
    private const char Mark = '~';

    private static readonly SearchValues<char> Unsafe = SearchValues.Create("<>:\"|?*\\/");
    private static readonly string[] Devices = ["con", "prn", "aux", "nul"];
    private static readonly string[] OwnNames = ["index", "404", "410", "500", "maintenance"];

    /// <summary>The file of an address, with <c>/</c> between folders.</summary>
    public static string FileOf(CopyAddress address)
    {
        if (address.Path == "/")
            return address.Number == 0 ? "index.html" : $"index{NumberPart(address)}.html";
        string[] segments = [.. address.Path[1..].Split('/')];
        var names = segments.Select((segment, place) => NameOf(segment, address.Kind, place == 0 && segments.Length == 1 && address.Kind == CopyKind.Page)).ToArray();
        var path = string.Join('/', names);
        if (Encoding.UTF8.GetByteCount(path) > LongestPath)
            path = Hashed(address.Path, names[0]);
        if (address.Kind == CopyKind.Page)
            return $"{path}{NumberPart(address)}.html";
        if (address.Number == 0)
            return path;
        var dot = path.LastIndexOf('.');
        return dot > path.LastIndexOf('/') ? $"{path[..dot]}{NumberPart(address)}{path[dot..]}" : path + NumberPart(address);
    }

    /// <summary>Another name for an address whose own is taken by one that differs from it only in capital letters.</summary>
    public static string OtherFileOf(CopyAddress address)
    {
        var file = FileOf(address);
        var dot = file.LastIndexOf('.');
        var hash = HashOf(address.Url);
        return dot > file.LastIndexOf('/') ? $"{file[..dot]}{Mark}{hash}{file[dot..]}" : $"{file}{Mark}{hash}";
    }

    /// <summary>Whether a web server that tries <c>.html</c> finds the file from the site's own address.</summary>
    public static bool IsPlain(CopyAddress address) =>
        address.Path == "/" || FileOf(address.First) == address.Path[1..] + (address.Kind == CopyKind.Page ? ".html" : "");

    private static string NumberPart(CopyAddress address) => address.Number == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{Mark}{address.Number}");

    private static string NameOf(string segment, CopyKind kind, bool isOnly) => IsSafe(segment) && !(isOnly && OwnNames.Contains(segment, StringComparer.OrdinalIgnoreCase))
        && !(kind == CopyKind.Page && TakesAnothersName(segment)) ? segment : Hashed(segment, segment);

    /// <summary>As <c>a.html</c>, which is the file of <c>a</c>, and <c>a~2</c>, which is its second page.</summary>
    private static bool TakesAnothersName(string segment) =>
        segment.EndsWith(".html", StringComparison.OrdinalIgnoreCase) || segment.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) || segment.Contains(Mark, StringComparison.Ordinal);

    private static bool IsSafe(string segment) => segment.Length > 0 && Encoding.UTF8.GetByteCount(segment) <= LongestSegment
        && !segment.AsSpan().ContainsAny(Unsafe) && !segment.Any(char.IsControl) && segment[0] is not ('.' or ' ') && segment[^1] is not ('.' or ' ') && !IsDevice(segment) && IsWhole(segment);

    /// <summary>Names that one system keeps for itself, also with an ending: <c>nul.txt</c>.</summary>
    private static bool IsDevice(string segment)
    {
        var name = segment.Split('.')[0].TrimEnd(' ');
        return Devices.Contains(name, StringComparer.OrdinalIgnoreCase)
            || (name.Length == 4 && char.IsAsciiDigit(name[3]) && (name.StartsWith("com", StringComparison.OrdinalIgnoreCase) || name.StartsWith("lpt", StringComparison.OrdinalIgnoreCase)));
    }

    // Half of a character cannot be written in UTF-8, and one file system rewrites what is not composed: it would be another name.
    private static bool IsWhole(string segment)
    {
        for (var i = 0; i < segment.Length; i++)
        {
            if (char.IsSurrogate(segment[i]) && !(char.IsHighSurrogate(segment[i]) && i + 1 < segment.Length && char.IsLowSurrogate(segment[++i])))
                return false;
        }

        return segment.IsNormalized(NormalizationForm.FormC);
    }

    private static string Hashed(string whole, string beginning)
    {
        var kept = new StringBuilder();
        foreach (var rune in beginning.EnumerateRunes())
        {
            if (!Rune.IsLetterOrDigit(rune))
                continue;
            if (Encoding.UTF8.GetByteCount(kept.ToString()) + rune.Utf8SequenceLength > KeptBytes)
                break;
            kept.Append(rune.ToString());
        }

        return $"{kept.ToString().Normalize(NormalizationForm.FormC)}{Mark}{HashOf(whole)}";
    }

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.Unicode.GetBytes(text)))[..HashLength];
}
