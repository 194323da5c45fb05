using Gongkai.Content;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Storage;

/// <summary>The media files of public versions: rows beside the links to other items, written and removed in the transaction that publishes and withdraws.</summary>
internal sealed class MediaReferences(IDbContextFactory<StorageContext> contexts) : IMediaReferences
{
    /// <summary>No item's id has a slash, so no link to an item looks like one to a file.</summary>
    public const string Prefix = "media:/";

    // Compiled for one engine's model, so one for each site.
    private readonly Func<StorageContext, string, CancellationToken, Task<bool>> _exists = EF.CompileAsyncQuery(
        (StorageContext context, string target, CancellationToken _) => context.References.Any(row => row.TargetId == target));

    public async Task<bool> IsShownAsync(string path, CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await _exists(context, Prefix + path, cancellationToken);
    }
}
