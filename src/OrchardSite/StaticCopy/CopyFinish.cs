using System.Text;
using OrchardSite.StaticCopy.Addresses;
using OrchardSite.StaticCopy.Folder;

namespace OrchardSite.StaticCopy;

/// <summary>Carries out what a run has prepared. Each step may be done twice: after a kill in the middle the next run does it again, to the end.</summary>
internal static class CopyFinish
{
    /// <summary>Carries out a run that was committed, if there is one; the manifest after that.</summary>
    public static CopyManifest CarryOut(CopyFolder folder)
    {
        var manifest = CopyManifest.Read(folder.Manifest);
        if (CopyJournal.Read(folder.Journal) is not { Committed: { } sequence } run)
            return manifest;
        // What is new before what has changed: no page links to a file that is not there yet.
        foreach (var record in run.Records.Values.Where(record => record.State == CopyState.Present).OrderBy(record => manifest.Records.ContainsKey(record.Address.Key)))
            folder.Place(record.Place);
        var had = manifest.Records.Values.Where(record => record.State == CopyState.Present).Select(record => record.Place).ToHashSet(StringComparer.Ordinal);
        foreach (var key in run.Removals)
            manifest.Records.Remove(key);
        foreach (var (key, record) in run.Records)
            manifest.Records[key] = record;
        foreach (var item in run.Items)
            manifest.Take(item.ToLine());
        had.ExceptWith(manifest.Records.Values.Where(record => record.State == CopyState.Present).Select(record => record.Place));
        foreach (var file in had)
            folder.Remove(file);
        Tell(folder, manifest);
        (manifest.Sequence, manifest.Fingerprint) = (sequence, run.Fingerprint);
        manifest.Save(folder.Manifest);
        folder.CleanUp();
        return manifest;
    }

    /// <summary>Counts what a run comes to, before it is carried out.</summary>
    public static void Count(CopyWork work, CopyManifest manifest, CopyReport report)
    {
        foreach (var (key, record) in work.Made)
        {
            var had = manifest.Records.GetValueOrDefault(key) is { State: CopyState.Present };
            if (record is not { State: CopyState.Present })
                report.Removed += had ? 1 : 0;
            else if (work.IsWritten(key))
                report.Written++;
        }

        report.Kept = work.Future().Count(record => record.State == CopyState.Present) - report.Written;
    }

    /// <summary>What a web server is told beside the files: what was withdrawn, what leads on.</summary>
    private static void Tell(CopyFolder folder, CopyManifest manifest)
    {
        folder.Tell("gone.map", Lines(manifest.Records.Values.Where(record => record.State == CopyState.Gone).SelectMany(record => Spellings(record.Address)).Select(path => $"{Quoted(path)} 1;")));
        folder.Tell("moved.map", Lines(manifest.Records.Values.Where(record => record.State == CopyState.Moved && record.Place.StartsWith('/') && record.Address.Number == 0)
            .SelectMany(record => Spellings(record.Address).Select(path => $"{Quoted(path)} {Quoted(record.Place.Replace("$", "%24", StringComparison.Ordinal))};"))));
    }

    private static IEnumerable<string> Spellings(CopyAddress address) =>
        address.Kind == CopyKind.Page && address.Path != "/" ? [address.Path, "/" + CopyFiles.FileOf(address)] : [address.Path];

    private static string Lines(IEnumerable<string> lines) => string.Concat(lines.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(line => line + "\n"));

    private static string Quoted(string text) => new StringBuilder("\"").Append(text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)).Append('"').ToString();
}
