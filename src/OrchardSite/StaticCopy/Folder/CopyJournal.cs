using System.Globalization;
using System.Text;
using OrchardSite.StaticCopy.Addresses;

namespace OrchardSite.StaticCopy.Folder;

/// <summary>What a run has prepared so far, line by line. A run that is cut off before its last line is taken up where it was; after it, it is carried out.</summary>
internal sealed class CopyJournal : IDisposable
{
    private const string Run = "run\t";
    private const string Reached = "s\t";
    private const string Removed = "x\t";
    private const string Found = "q\t";
    private const string Done = "commit\t";

    private readonly StreamWriter _writer;
    private readonly Lock _writing = new();

    private CopyJournal(StreamWriter writer) => _writer = writer;

    /// <summary>Begins a journal, in place of any before it.</summary>
    public static CopyJournal Begin(string file, string fingerprint)
    {
        var journal = Open(file, FileMode.Create);
        journal.Write(Run + fingerprint);
        return journal;
    }

    /// <summary>Goes on with a journal that was cut off.</summary>
    public static CopyJournal Continue(string file)
    {
        using (var cut = new FileStream(file, FileMode.Open, FileAccess.Write))
            cut.SetLength(WholeLength(file));
        return Open(file, FileMode.Append);
    }

    /// <summary>Notes up to which change the site was when what follows was made.</summary>
    public void Reach(long sequence) => Write(Reached + sequence.ToString(CultureInfo.InvariantCulture));

    /// <summary>Notes what is at an address, after its file is whole.</summary>
    public void Add(CopyRecord record) => Write(record.ToLine());

    /// <summary>Notes an address that is to be made and is in no list.</summary>
    public void Find(CopyAddress address) => Write(Found + address.Url);

    /// <summary>Notes an item as it is now; with an empty stamp, that it is not public any more.</summary>
    public void Add(CopyItem item) => Write(item.ToLine());

    /// <summary>Notes that an address has nothing any more.</summary>
    public void Remove(string key) => Write(Removed + key);

    /// <summary>Notes that everything is prepared, and brings that to the disk: from now on the run is carried out.</summary>
    public void Commit(long sequence)
    {
        Write(Done + sequence.ToString(CultureInfo.InvariantCulture));
        ((FileStream)_writer.BaseStream).Flush(flushToDisk: true);
    }

    /// <inheritdoc/>
    public void Dispose() => _writer.Dispose();

    /// <summary>Reads a journal; null when there is none. A line that was cut off counts for nothing.</summary>
    public static Entries? Read(string file)
    {
        if (!File.Exists(file))
            return null;
        using var reader = new StreamReader(file, Encoding.UTF8);
        var left = WholeLength(file) > 0 ? reader.ReadLine() : null;
        var entries = new Entries(left is not null && left.StartsWith(Run, StringComparison.Ordinal) ? left[Run.Length..] : "");
        var isWhole = WholeLength(file) == new FileInfo(file).Length;
        left = reader.ReadLine();
        while (left is not null)
        {
            var next = reader.ReadLine();
            if (next is not null || isWhole)
                entries.Take(left);
            left = next;
        }

        return entries;
    }

    /// <summary>How long a journal is without a line that was cut off.</summary>
    private static long WholeLength(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        for (var at = stream.Length; at > 0; at--)
        {
            stream.Position = at - 1;
            if (stream.ReadByte() == '\n')
                return at;
        }

        return 0;
    }

    private static CopyJournal Open(string file, FileMode mode) =>
        new(new StreamWriter(new FileStream(file, mode, FileAccess.Write, FileShare.Read, 64 * 1024), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)));

    private void Write(string line)
    {
        lock (_writing)
        {
            _writer.Write(line);
            _writer.Write('\n');
            // To the system, not to the disk: what is cut off by the end of the process is kept.
            _writer.Flush();
        }
    }

    /// <summary>A journal's entries.</summary>
    /// <param name="fingerprint">How the run made its pages.</param>
    internal sealed class Entries(string fingerprint)
    {
        /// <summary>The first change up to which the site was; 0 when nothing was made.</summary>
        public long First { get; private set; }

        /// <summary>How the run made its pages.</summary>
        public string Fingerprint { get; } = fingerprint;

        /// <summary>What was prepared, by key.</summary>
        public Dictionary<string, CopyRecord> Records { get; } = new(StringComparer.Ordinal);

        /// <summary>The items that changed.</summary>
        public List<CopyItem> Items { get; } = [];

        /// <summary>The addresses that were found on pages and are to be made, escaped.</summary>
        public List<string> Findings { get; } = [];

        /// <summary>The addresses that have nothing any more.</summary>
        public HashSet<string> Removals { get; } = new(StringComparer.Ordinal);

        /// <summary>The change up to which the copy is when the run is carried out; null when it was cut off before that.</summary>
        public long? Committed { get; private set; }

        /// <summary>Takes a line in.</summary>
        public void Take(string line)
        {
            if (CopyItem.FromLine(line) is { } item)
            {
                Items.Add(item);
            }
            else if (CopyRecord.FromLine(line) is { } record)
            {
                Records[record.Address.Key] = record;
                Removals.Remove(record.Address.Key);
            }
            else if (line.StartsWith(Removed, StringComparison.Ordinal))
            {
                Removals.Add(line[Removed.Length..]);
                Records.Remove(line[Removed.Length..]);
            }
            else if (line.StartsWith(Found, StringComparison.Ordinal))
            {
                Findings.Add(line[Found.Length..]);
            }
            else if (Number(line, Reached) is { } reached)
            {
                First = First == 0 ? reached : First;
            }
            else if (Number(line, Done) is { } committed)
            {
                Committed = committed;
            }
        }

        private static long? Number(string line, string begin) =>
            line.StartsWith(begin, StringComparison.Ordinal) && long.TryParse(line.AsSpan(begin.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
