using System.Text.Json;
using System.Text.Json.Serialization;
using Gongkai.Content;

namespace Gongkai.Recipes.Runs;

/// <summary>The runs in the site's folder: for each a folder with what is known of it and, apart from that, the file that was uploaded.</summary>
/// <param name="site">The site's folder.</param>
internal sealed class RunFiles(ISiteFolder site)
{
    /// <summary>How many runs are remembered.</summary>
    public const int MaxRuns = 50;

    private const string RecordName = "run.json";

    // Names with a dot are left out of backups: they are of a moment, or of one process.
    private const string UnfinishedName = ".unfinished";
    private const string LockName = ".running.lock";

    // Problems and outcomes are told as pairs.
    private static readonly JsonSerializerOptions Options = new() { IncludeFields = true, Converters = { new JsonStringEnumConverter() } };

    private string Folder => site.Path("recipe-runs");

    /// <summary>A run as it was last written, or null.</summary>
    public RecipeRunRecord? Read(string id)
    {
        // An id becomes a path.
        if (id.Length is 0 or > 64 || !id.All(char.IsAsciiLetterOrDigit))
            return null;
        try
        {
            return JsonSerializer.Deserialize<RecipeRunRecord>(File.ReadAllBytes(PathOf(id, RecordName)), Options);
        }
        catch (Exception fault) when (fault is JsonException or IOException or UnauthorizedAccessException)
        {
            // Gone meanwhile, or not ours.
            return null;
        }
    }

    /// <summary>All runs, newest first.</summary>
    public IReadOnlyList<RecipeRunRecord> ReadAll() => Directory.Exists(Folder)
        ? [.. Directory.EnumerateDirectories(Folder).Select(path => Read(Path.GetFileName(path))).OfType<RecipeRunRecord>().OrderByDescending(run => run.BegunUtc).ThenBy(run => run.Id, StringComparer.Ordinal)]
        : [];

    /// <summary>Writes a run, whole or not at all.</summary>
    public void Write(RecipeRunRecord run)
    {
        var path = PathOf(run.Id, RecordName);
        var unfinished = PathOf(run.Id, UnfinishedName);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using (var file = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None))
            JsonSerializer.Serialize(file, run, Options);
        File.Move(unfinished, path, overwrite: true);
    }

    /// <summary>Keeps the bytes of an upload; nothing of them when they are too many or too few.</summary>
    public async Task StoreAsync(string id, string fileName, Stream content, CancellationToken cancellationToken)
    {
        var path = UploadOf(id, fileName);
        var unfinished = Path.Combine(Path.GetDirectoryName(path)!, UnfinishedName);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            await StoreAsync(unfinished, content, cancellationToken);
            File.Move(unfinished, path);
        }
        catch
        {
            Directory.Delete(PathOf(id, ""), recursive: true);
            throw;
        }
    }

    private static async Task StoreAsync(string path, Stream content, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, useAsync: true);
        var buffer = new byte[128 * 1024];
        for (var read = await content.ReadAsync(buffer, cancellationToken); read > 0; read = await content.ReadAsync(buffer, cancellationToken))
        {
            if (file.Length + read > IRecipeRuns.MaxUpload)
                throw new RecipeRunRefusedException(RecipeRunRefusal.TooLarge);
            await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        if (file.Length == 0)
            throw new RecipeRunRefusedException(RecipeRunRefusal.Empty);
    }

    /// <summary>The file of an upload. It lies alone: a recipe may read what lies beside it.</summary>
    public string UploadOf(string id, string fileName) => PathOf(id, Path.Combine("file", "recipe" + Path.GetExtension(fileName).ToLowerInvariant()));

    /// <summary>Forgets the file of an upload.</summary>
    public void DeleteUpload(string id)
    {
        if (Directory.Exists(PathOf(id, "file")))
            Directory.Delete(PathOf(id, "file"), recursive: true);
    }

    /// <summary>Forgets the oldest runs.</summary>
    public void Trim(string except)
    {
        foreach (var run in ReadAll().Skip(MaxRuns).Where(run => run.Id != except))
            Directory.Delete(PathOf(run.Id, ""), recursive: true);
    }

    /// <summary>The right to run, until disposed; null when another process has it. It goes with the process.</summary>
    public IDisposable? TryLock()
    {
        Directory.CreateDirectory(Folder);
        try
        {
            return new FileStream(Path.Combine(Folder, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private string PathOf(string id, string name) => Path.Combine(Folder, id, name);
}
