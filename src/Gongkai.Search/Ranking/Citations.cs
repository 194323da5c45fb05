using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Gongkai.Search.Ranking;

/// <summary>Which documents a text names in 《 》, as keys of their titles: how often others name it is a document's standing.</summary>
internal static partial class Citations
{
    private const int MostOfOneDocument = 300;
    private const char FirstWide = '！';
    private const char LastWide = '～';
    private static readonly string[] States = ["中华人民共和国", "中華人民共和國"];

    /// <summary>The key of a title. Parts of a code that are documents of their own (民法典 合同编) share the code's.</summary>
    public static long KeyOf(string title)
    {
        var name = title.Trim();
        if (name.IndexOfAny([' ', '\u3000']) is > 2 and var space && name[space - 1] is '法' or '典')
            name = name[..space];
        return Hash(name);
    }

    /// <summary>The key of a whole title, note and all: equal for versions of one document that kept its title.</summary>
    public static long NameOf(string title) => HashOfLetters(title);

    /// <summary>The keys of the titles that a text names, each once, without that of its own title.</summary>
    public static IReadOnlyCollection<long> In(string text, long own)
    {
        var keys = new HashSet<long>();
        foreach (var match in Quoted().EnumerateMatches(text))
        {
            keys.Add(Hash(text.Substring(match.Index + 1, match.Length - 2)));
            if (keys.Count == MostOfOneDocument)
                break;
        }

        keys.Remove(own);
        return keys;
    }

    /// <summary>The term under which a key is indexed.</summary>
    public static string Term(long key) => key.ToString("x16", CultureInfo.InvariantCulture);

    // The script is not folded: whoever writes 商標法 names another law than who writes 商标法.
    private static long Hash(string title)
    {
        var name = Note().Replace(title, "");
        if (Array.Find(States, state => name.StartsWith(state, StringComparison.Ordinal)) is { } state && name.Length > state.Length)
            name = name[state.Length..];
        return HashOfLetters(name);
    }

    private static long HashOfLetters(string name)
    {
        var letters = new StringBuilder(name.Length);
        foreach (var c in name.Where(char.IsLetterOrDigit))
            letters.Append(char.ToLowerInvariant(c is >= FirstWide and <= LastWide ? (char)(c - FirstWide + '!') : c));
        return BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(MemoryMarshal.AsBytes(letters.ToString().AsSpan())));
    }

    [GeneratedRegex("《[^《》\r\n]{3,60}》", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    /// <summary>（2021年修订） at the end of a title.</summary>
    [GeneratedRegex(@"[(（][^()（）]{0,20}[)）]$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Note();
}
