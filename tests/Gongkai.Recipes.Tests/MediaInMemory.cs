using Gongkai.Content;

namespace Gongkai.Recipes.Tests;

/// <summary>A home's media folder, as far as the step needs one; the real one is tested with its home.</summary>
internal sealed class MediaInMemory : IMediaStore
{
    public Dictionary<string, byte[]> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>Asked to keep a file.</summary>
    public TaskCompletionSource Asked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What keeping a file waits for.</summary>
    public Task Held { get; set; } = Task.CompletedTask;

    public long MaximumLength => 100;

    public Wording? FaultOf(string path) => MediaPath.FaultOf(path) ?? (path.EndsWith(".html", StringComparison.Ordinal) ? new("不接受“.html”") : null);

    public ValueTask<MediaFile?> FindAsync(string path, CancellationToken cancellationToken = default) =>
        new(Files.TryGetValue(path, out var bytes) ? new MediaFile(path, bytes.Length, DateTime.UnixEpoch) : null);

    public async Task<bool> SaveAsync(string path, Stream content, CancellationToken cancellationToken = default)
    {
        Asked.TrySetResult();
        await Held.WaitAsync(cancellationToken);
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, cancellationToken);
        if (Files.TryGetValue(path, out var there) && there.AsSpan().SequenceEqual(bytes.ToArray()))
            return false;
        Files[path] = bytes.ToArray();
        return true;
    }
}
