using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Gongkai.Search.Text;

namespace Gongkai.Search.Ranking;

/// <summary>Which documents a text names in 《 》, as keys of their titles: how often others name it is a document's standing.</summary>
internal static partial class Citations
{
    private const int MostOfOneDocument = 300;
    private const string State = "中华人民共和国";

    /// <summary>The key of a title. Parts of a code that are documents of their own (民法典 合同编) share the code's.</summary>
    public static long KeyOf(string title)
    {
        var folded = HanFolding.Fold(title).Trim();
        if (folded.IndexOf(' ', StringComparison.Ordinal) is > 2 and var space && folded[space - 1] is '法' or '典')
            folded = folded[..space];
        return Hash(folded);
    }

    /// <summary>The keys of the titles that a text names, each once, without that of its own title.</summary>
    public static IReadOnlyCollection<long> In(string text, long own)
    {
        var keys = new HashSet<long>();
        foreach (var match in Quoted().EnumerateMatches(text))
        {
            keys.Add(Hash(HanFolding.Fold(text.Substring(match.Index + 1, match.Length - 2))));
            if (keys.Count == MostOfOneDocument)
                break;
        }

        keys.Remove(own);
        return keys;
    }

    /// <summary>The term under which a key is indexed.</summary>
    public static string Term(long key) => key.ToString("x16", CultureInfo.InvariantCulture);

    private static long Hash(string folded)
    {
        var name = Note().Replace(folded, "");
        if (name.StartsWith(State, StringComparison.Ordinal) && name.Length > State.Length)
            name = name[State.Length..];
        var letters = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            if (char.IsLetterOrDigit(c))
                letters.Append(c);
        }

        return BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(MemoryMarshal.AsBytes(letters.ToString().AsSpan())));
    }

    [GeneratedRegex("《[^《》\r\n]{3,60}》", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    /// <summary>（2021年修订） at the end of a title.</summary>
    [GeneratedRegex(@"[(（][^()（）]{0,20}[)）]$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Note();
}
