using System.Text;
using ICU4N.Text;

namespace Gongkai.Search.Phrases;

/// <summary>How ideographs are read, in letters without tones: 政 is <c>zheng</c>, 女 is <c>nv</c>.</summary>
/// <remarks>
/// ICU's transliterator takes seconds to load and is slow: it is asked once for every ideograph. It knows one reading of each; where official
/// texts mostly use another, or a common word has its own, that is said here.
/// </remarks>
internal static class Pinyin
{
    private const char First = '\u3400';
    private const char Last = '\u9fff';

    private static readonly (char Character, string Reading)[] Readings = [('地', "di"), ('都', "du"), ('得', "de"), ('调', "tiao"), ('缝', "feng"), ('模', "mo")];

    private static readonly (string Word, string Reading)[] Words =
    [
        ("银行", "yin hang"), ("行业", "hang ye"), ("商行", "shang hang"), ("排行", "pai hang"), ("分行", "fen hang"), ("支行", "zhi hang"), ("央行", "yang hang"),
        ("重庆", "chong qing"), ("重新", "chong xin"), ("重复", "chong fu"), ("重建", "chong jian"), ("重组", "chong zu"), ("重申", "chong shen"),
        ("长江", "chang jiang"), ("长期", "chang qi"), ("长效", "chang xiao"), ("长远", "chang yuan"), ("长三角", "chang san jiao"), ("长城", "chang cheng"), ("长途", "chang tu"), ("延长", "yan chang"), ("长沙", "chang sha"), ("长春", "chang chun"),
        ("会计", "kuai ji"), ("财会", "cai kuai"), ("调查", "diao cha"), ("调研", "diao yan"), ("调度", "diao du"), ("调动", "diao dong"), ("调拨", "diao bo"), ("抽调", "chou diao"),
        ("差旅", "chai lv"), ("出差", "chu chai"), ("音乐", "yin yue"), ("供给", "gong ji"), ("给予", "ji yu"), ("补给", "bu ji"), ("没收", "mo shou"), ("校准", "jiao zhun"), ("校对", "jiao dui"),
        ("厦门", "xia men"), ("蚌埠", "beng bu"), ("六安", "lu an"), ("番禺", "pan yu"), ("传记", "zhuan ji"), ("参差", "cen ci"), ("暴露", "bao lu"), ("秘鲁", "bi lu"),
    ];

    private static readonly Lazy<Table> Known = new(Table.Build);

    /// <summary>Reads the table if nobody has yet.</summary>
    public static void Prepare() => _ = Known.Value;

    /// <summary>Whether the table is there: before, the first to ask waits for it.</summary>
    public static bool IsReady => Known.IsValueCreated;

    /// <summary>The readings of a folded text, a string for each of its characters; a letter or digit reads as itself, anything else not at all.</summary>
    /// <param name="folded">The text.</param>
    /// <param name="readings">What takes them, as long as the text.</param>
    public static void Read(ReadOnlySpan<char> folded, Span<string> readings)
    {
        var table = Known.Value;
        for (var i = 0; i < folded.Length; i++)
            readings[i] = table.ReadingOf(folded[i]);
        for (var i = 0; i + 1 < folded.Length; i++)
        {
            if (!table.Words.TryGetValue(folded[i], out var words))
                continue;
            foreach (var (word, reading) in words)
            {
                if (folded[i..].StartsWith(word, StringComparison.Ordinal))
                    reading.CopyTo(readings[i..]);
            }
        }
    }

    private sealed record Table(string[] Ideographs, Dictionary<char, List<(string Word, string[] Readings)>> Words)
    {
        private static readonly string[] Ascii = [.. Enumerable.Range(0, 128).Select(i => char.IsAsciiLetterLower((char)i) || char.IsAsciiDigit((char)i) ? ((char)i).ToString() : "")];

        public string ReadingOf(char c) => c is >= First and <= Last ? Ideographs[c - First] : c < Ascii.Length ? Ascii[c] : "";

        public static Table Build()
        {
            var source = new StringBuilder((Last - First + 1) * 2);
            for (var c = First; c <= Last; c++)
                source.Append(c).Append('\n');
            var lines = Transliterator.GetInstance("Han-Latin").Transliterate(source.ToString()).Split('\n');
            var same = new Dictionary<string, string>(StringComparer.Ordinal);
            var ideographs = new string[Last - First + 1];
            for (var i = 0; i < ideographs.Length; i++)
            {
                var plain = WithoutTones(lines[i]);
                if (!same.TryGetValue(plain, out var reading))
                    same[plain] = reading = plain;
                ideographs[i] = reading;
            }

            foreach (var (character, reading) in Readings)
                ideographs[character - First] = reading;
            return new(ideographs, Pinyin.Words.Concat(PlaceNames.Readings).GroupBy(word => word.Word[0]).ToDictionary(group => group.Key, group => group.Select(word => (word.Word, word.Reading.Split(' '))).ToList()));
        }

        private static string WithoutTones(string reading)
        {
            var plain = new StringBuilder(reading.Length);
            foreach (var c in Normalizer2.NFDInstance.Normalize(reading))
            {
                if (char.IsAsciiLetterLower(c))
                    plain.Append(c);
                else if (c == '\u0308' && plain.Length > 0 && plain[^1] == 'u')
                    plain[^1] = 'v';
            }

            return plain.ToString();
        }
    }
}
