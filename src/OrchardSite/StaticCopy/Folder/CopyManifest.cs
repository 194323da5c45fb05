using System.Globalization;
using System.Text;

namespace OrchardSite.StaticCopy.Folder;

/// <summary>What a copy holds: up to which change, made how, and every address with its file. Read whole, written whole, never half.</summary>
internal sealed class CopyManifest
{
    private const string Format = "gongkai-static 1";

    /// <summary>Every change up to this one is in the copy; 0 for a copy that was never finished.</summary>
    public long Sequence { get; set; }

    /// <summary>By what program, theme and settings the pages were made: another one makes all of them anew.</summary>
    public string Fingerprint { get; set; } = "";

    /// <summary>What is at each address, by its key.</summary>
    public Dictionary<string, CopyRecord> Records { get; } = new(StringComparer.Ordinal);

    /// <summary>The public items, by id.</summary>
    public Dictionary<string, CopyItem> Items { get; } = new(StringComparer.Ordinal);

    /// <summary>Reads a manifest; an empty one when there is none.</summary>
    /// <exception cref="StaticCopyException">The file is of another program or damaged.</exception>
    public static CopyManifest Read(string file)
    {
        var manifest = new CopyManifest();
        if (!File.Exists(file))
            return manifest;
        using var reader = new StreamReader(file, Encoding.UTF8);
        if (reader.ReadLine() != Format || reader.ReadLine()?.Split('\t') is not [var sequence, var fingerprint] || !long.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            throw new StaticCopyException($"清单 {file} 不是本程序写的，或已损坏。请换一个空文件夹，或清空这个文件夹后重新发布。");
        (manifest.Sequence, manifest.Fingerprint) = (number, fingerprint);
        while (reader.ReadLine() is { } line)
            manifest.Take(line);
        return manifest;
    }

    /// <summary>Takes a line of a manifest or of a journal in; false when it is of another sort.</summary>
    public bool Take(string line)
    {
        if (CopyItem.FromLine(line) is { } item)
        {
            if (item.Stamp.Length > 0)
                Items[item.Id] = item;
            else
                Items.Remove(item.Id);
        }
        else if (CopyRecord.FromLine(line) is { } record)
        {
            Records[record.Address.Key] = record;
        }
        else
        {
            return false;
        }

        return true;
    }

    /// <summary>Writes the manifest in place of the one before it.</summary>
    public void Save(string file)
    {
        var unfinished = file + ".new";
        using (var stream = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None, 256 * 1024))
        {
            using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 64 * 1024, leaveOpen: true) { NewLine = "\n" };
            writer.WriteLine(Format);
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Sequence}\t{Fingerprint}"));
            foreach (var item in Items.Values)
                writer.WriteLine(item.ToLine());
            foreach (var record in Records.Values)
                writer.WriteLine(record.ToLine());
            writer.Flush();
            stream.Flush(flushToDisk: true);
        }

        File.Move(unfinished, file, overwrite: true);
    }
}
