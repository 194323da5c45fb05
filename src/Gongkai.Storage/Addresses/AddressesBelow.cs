using Gongkai.Content;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Storage;

/// <summary>An address that content has, or had while it was public.</summary>
/// <param name="Path">The address without outer slashes, lower case.</param>
/// <param name="ContentItemId">The item.</param>
/// <param name="IsFormer">Whether it leads there from earlier times only.</param>
public sealed record ContentAddress(string Path, string ContentItemId, bool IsFormer);

/// <summary>Whether content has addresses in a place that something else wants for itself.</summary>
public sealed class AddressesBelow
{
    private readonly IDbContextFactory<StorageContext> _contexts;

    internal AddressesBelow(IDbContextFactory<StorageContext> contexts) => _contexts = contexts;

    /// <summary>The first address of content that is, or begins with, a segment; null when there is none.</summary>
    public async Task<ContentAddress?> FindAsync(string segment, CancellationToken cancellationToken = default)
    {
        var itself = ReservedRoutes.Normalize(segment);
        // Ranges of the index, whatever the engine: '0' follows '/'.
        var (from, to) = (itself + '/', itself + '0');
        await using var context = await _contexts.CreateDbContextAsync(cancellationToken);
#pragma warning disable CA1309 // the database compares, byte by byte
        return await context.Routes.Where(row => row.Path == itself || (string.Compare(row.Path, from) > 0 && string.Compare(row.Path, to) < 0))
                .OrderBy(row => row.Path).Select(row => new ContentAddress(row.Path, row.ContentItemId, false)).FirstOrDefaultAsync(cancellationToken)
            ?? await context.FormerRoutes.Where(row => row.Path == itself || (string.Compare(row.Path, from) > 0 && string.Compare(row.Path, to) < 0))
                .OrderBy(row => row.Path).Select(row => new ContentAddress(row.Path, row.ContentItemId, true)).FirstOrDefaultAsync(cancellationToken);
#pragma warning restore CA1309
    }
}
