using System.Text.Json;
using Gongkai.Content;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Storage;

/// <summary>The media files of public versions: rows beside the links to other items, written and removed in the transaction that publishes and withdraws.</summary>
internal sealed class MediaReferences(IDbContextFactory<StorageContext> contexts, IContentDefinitions definitions) : IMediaReferences
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

    public async Task<IReadOnlyList<ContentItem>> UsersOfAsync(string path, CancellationToken cancellationToken = default)
    {
        // The name as it may stand in JSON: as it is, escaped for an address, escaped by another program.
        var name = path[(path.LastIndexOf('/') + 1)..];
        var (address, escaped) = (Uri.EscapeDataString(name), JsonEncodedText.Encode(name).ToString());
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context.Versions.AsNoTracking().Where(row => (row.Latest || row.Published) && (row.Json.Contains(name) || row.Json.Contains(address) || row.Json.Contains(escaped)))
            .OrderBy(row => row.ContentItemId).ThenBy(row => row.Latest).ToListAsync(cancellationToken);
        var now = definitions.Current;
        return
        [
            .. rows.Select(row => (row.ContentItemId, Item: ItemJson.ReadItem(row.Json)))
                .Where(row => MediaUses.IsUsed(path, row.Item, now))
                .GroupBy(row => row.ContentItemId, StringComparer.Ordinal).Select(group => group.Last().Item),
        ];
    }
}
