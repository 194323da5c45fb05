using System.Text.Encodings.Web;
using System.Text.Json;
using Gongkai.Content;

namespace OrchardSite.Media;

/// <summary>The media folder as editors see it. What is known of a file lies beside it, in a file of an extension that is never served, so that both are copied and kept together.</summary>
internal sealed class FolderMediaLibrary(FolderMediaStore store, MediaOptions options) : IMediaLibrary
{
    private const string DescriptionExtension = ".about";
    private const int MostLooked = 100_000;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };
    private static readonly EnumerationOptions Deep = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System };

    public Task<MediaFolder> ListAsync(string folder, CancellationToken cancellationToken = default)
    {
        if (folder.Length > 0 && MediaPath.FaultOf(folder) is not null)
            return Task.FromResult(new MediaFolder([], []));
        var place = new DirectoryInfo(store.FullPathOf(folder));
        if (!place.Exists)
            return Task.FromResult(new MediaFolder([], []));
        return Task.FromResult(new MediaFolder(
            [.. place.EnumerateDirectories().Where(inner => inner.Name[0] != '.').Select(inner => inner.Name).Order(StringComparer.Ordinal)],
            [.. place.EnumerateFiles().Where(IsMedia).Select(FileOf).OrderBy(file => file.Path, StringComparer.Ordinal)]));
    }

    public async Task<IReadOnlyList<MediaFile>> FindAsync(string words, int most, CancellationToken cancellationToken = default)
    {
        var found = new List<MediaFile>();
        if (!Directory.Exists(options.Folder))
            return found;
        foreach (var file in new DirectoryInfo(options.Folder).EnumerateFiles("*", Deep).Take(MostLooked))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!IsMedia(file))
                continue;
            var media = FileOf(file);
            if (media.Path.Contains(words, StringComparison.OrdinalIgnoreCase)
                || (await GetDescriptionAsync(media.Path, cancellationToken)).AlternativeText.Contains(words, StringComparison.OrdinalIgnoreCase))
                found.Add(media);
            if (found.Count == most)
                break;
        }

        found.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        return found;
    }

    public async Task<Stream?> OpenAsync(string path, CancellationToken cancellationToken = default) => await store.FindAsync(path, cancellationToken) is null
        ? null
        : new FileStream(store.FullPathOf(path), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 64 * 1024, FileOptions.Asynchronous);

    public async Task<MediaDescription> GetDescriptionAsync(string path, CancellationToken cancellationToken = default)
    {
        var place = PlaceOf(path);
        if (MediaPath.FaultOf(path) is not null || !File.Exists(place))
            return new();
        try
        {
            return JsonSerializer.Deserialize<MediaDescription>(await File.ReadAllTextAsync(place, cancellationToken), Json) ?? new();
        }
        catch (JsonException)
        {
            // Somebody wrote there by hand: the file itself is what matters.
            return new();
        }
    }

    public async Task DescribeAsync(string path, MediaDescription description, CancellationToken cancellationToken = default)
    {
        if (await store.FindAsync(path, cancellationToken) is null)
            throw new MediaException($"媒体库里没有“{path}”，可能刚被别人删除。请刷新后再试。");
        var place = PlaceOf(path);
        var unfinished = Path.Combine(Path.GetDirectoryName(place)!, FolderMediaStore.UnfinishedPrefix + Guid.NewGuid().ToString("N"));
        await File.WriteAllTextAsync(unfinished, JsonSerializer.Serialize(description, Json), cancellationToken);
        File.Move(unfinished, place, overwrite: true);
    }

    public async Task<bool> DeleteAsync(string path, CancellationToken cancellationToken = default)
    {
        if (await store.FindAsync(path, cancellationToken) is null)
            return false;
        File.Delete(store.FullPathOf(path));
        File.Delete(PlaceOf(path));
        return true;
    }

    private MediaFile FileOf(FileInfo file) => new(Path.GetRelativePath(options.Folder, file.FullName).Replace(Path.DirectorySeparatorChar, '/'), file.Length, file.LastWriteTimeUtc);

    private static bool IsMedia(FileInfo file) => file.Name[0] != '.' && file.Extension != DescriptionExtension;

    private string PlaceOf(string path) => store.FullPathOf(path) + DescriptionExtension;
}
