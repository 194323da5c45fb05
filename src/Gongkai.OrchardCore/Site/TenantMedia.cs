using Gongkai.Content;
using OrchardCore.Media;

namespace Gongkai.OrchardCore.Site;

/// <summary>The tenant's media library. Orchard Core serves all of it to everyone.</summary>
internal sealed class TenantMedia(IMediaFileStore store) : IMediaFiles
{
    public async ValueTask<MediaFile?> FindAsync(string path, CancellationToken cancellationToken = default) =>
        MediaPath.FaultOf(path) is null && await store.GetFileInfoAsync(path) is { } file ? new(path, file.Length, file.LastModifiedUtc) : null;
}
