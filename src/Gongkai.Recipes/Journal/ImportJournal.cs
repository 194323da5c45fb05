using System.Security.Cryptography;
using System.Text.Json;
using Gongkai.Content;

namespace Gongkai.Recipes.Journal;

/// <summary>Which imports are under way, so that one that was cut off is completed when its file is imported again.</summary>
/// <remarks>One small file for each import in the site's folder, named by what the recipe holds; it goes when the import has ended. Other recipes have nothing to do with it.</remarks>
/// <param name="site">The site's folder.</param>
/// <param name="time">The clock.</param>
public sealed class ImportJournal(ISiteFolder site, TimeProvider time)
{
    private const string Suffix = ".json";

    private string Folder => site.Path("imports");

    /// <summary>The imports that have not ended, oldest first: cut off, or under way in another process.</summary>
    public IReadOnlyList<CutImport> FindCut() => [.. Files().Select(Read).OfType<CutImport>().OrderBy(import => import.BeganUtc)];

    /// <summary>Begins or takes up the import of a recipe.</summary>
    internal async Task<ImportEntry> BeginAsync(RecipeSource source, int steps, IReadOnlyDictionary<string, string> parameters, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Folder);
        var path = Path.Combine(Folder, await KeyOfAsync(source, parameters, cancellationToken) + Suffix);
        var before = Read(path);
        var entry = new ImportEntry(path, before ?? new(NameOf(source), time.GetUtcNow().UtcDateTime, steps, "", []), IsTakenUp: before is not null);
        entry.Write(toDisk: true);
        return entry;
    }

    /// <summary>The import has ended. What an earlier state of the same file has left unfinished ends with it.</summary>
    internal void End(ImportEntry entry)
    {
        foreach (var path in Files().Where(path => path == entry.Path || Read(path)?.Name == entry.Import.Name))
            File.Delete(path);
    }

    // The same name in another folder is another file.
    private static string NameOf(RecipeSource source) => source.Folder is null ? source.Name : Path.GetFullPath(source.Name);

    private IEnumerable<string> Files() => Directory.Exists(Folder) ? Directory.EnumerateFiles(Folder, "*" + Suffix) : [];

    private static CutImport? Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<CutImport>(File.ReadAllBytes(path));
        }
        catch (Exception fault) when (fault is JsonException or IOException)
        {
            // Gone meanwhile, or not ours: every step is carried out again, which harms nothing that is in.
            return null;
        }
    }

    private static async Task<string> KeyOfAsync(RecipeSource source, IReadOnlyDictionary<string, string> parameters, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using (var stream = (source.OpenWhole ?? source.Open)())
        {
            var buffer = new byte[128 * 1024];
            for (var read = await stream.ReadAsync(buffer, cancellationToken); read > 0; read = await stream.ReadAsync(buffer, cancellationToken))
                hash.AppendData(buffer, 0, read);
        }
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(parameters.OrderBy(parameter => parameter.Key, StringComparer.Ordinal)));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
