using Gongkai.Content;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Storage;

/// <summary>Changes items: what can be done before the transaction is, so that the one writer at a time is short.</summary>
internal sealed class ContentManager(
    IDbContextFactory<StorageContext> contexts, StorageWriter writer, StoredDefinitions definitions, Taxonomies taxonomies, ContentValidator validator,
    IEnumerable<IContentHandler> handlers, IMarkup markup, ChangeFollowing following, SiteSettings site, AuditTrail audit, AuditScribe scribe, Foreground foreground, TimeProvider time) : IContentManager, IImportCheck
{
    private readonly IReadOnlyList<IContentHandler> _handlers = HandlerOrder.Sort(handlers);

    public async Task<ContentResult> ExecuteAsync(IReadOnlyList<ContentOperation> operations, CancellationToken cancellationToken = default)
    {
        if (operations.Count == 0)
            return new([]);
        if (UnstorableTexts.RefuseIn(operations) is { } refused)
        {
            await audit.AppendAsync([.. ContentAudit.Refused(operations, refused.Results, null)], cancellationToken);
            return refused;
        }

        // Nobody waits for a batch of an import.
        var isBackground = operations.All(operation => operation is ImportVersion);
        if (isBackground)
            await foreground.LetPassAsync(cancellationToken);
        using var visit = isBackground ? null : foreground.Enter();
        try
        {
            return await CarryOutAsync(operations, cancellationToken);
        }
        catch (ContentConflictException conflict)
        {
            await audit.AppendAsync([ContentAudit.Conflict(operations, conflict)], cancellationToken);
            throw;
        }
    }

    private async Task<ContentResult> CarryOutAsync(IReadOnlyList<ContentOperation> operations, CancellationToken cancellationToken)
    {
        var arrivals = ArrivalsOf(operations);
        var html = new DerivedHtml(markup);
        var publishing = await FindToPublishAsync(operations, arrivals, cancellationToken);
        var snapshot = definitions.Current;
        html.DeriveAhead([.. publishing.Select(item => IndexContribution.Of(item, snapshot))], cancellationToken);
        foreach (var handler in publishing.Count > 0 ? _handlers : [])
            await handler.PreparingAsync(publishing, operations.All(operation => operation is ImportVersion), cancellationToken);

        ContentCall call;
        IReadOnlyList<Change> changes;
        await using (var transaction = await writer.BeginAsync(cancellationToken))
        {
            await definitions.CatchUpAsync(transaction.LastSequence, cancellationToken);
            await taxonomies.CatchUpAsync(transaction.LastSequence, cancellationToken);
            var stored = await StoredItems.LoadAsync(transaction.Context, operations, [.. arrivals.Values.Select(arrival => arrival.VersionId)], cancellationToken);
            var now = time.GetUtcNow().UtcDateTime;
            call = new(transaction, stored, definitions.Current, taxonomies.Current, validator, _handlers, now, site.TimeZone);
            foreach (var operation in operations)
                await call.RunAsync(operation, arrivals.GetValueOrDefault(operation), cancellationToken);
            var writing = new ContentWriting(transaction, call, definitions.Current, html, now);
            await writing.CheckAsync(cancellationToken);
            if (!call.IsRefused)
                await call.RunAfterHandlersAsync();
            if (!call.IsRefused && call.Changed.Count == 0)
                return new(call.Results);
            if (!call.IsRefused)
            {
                await writing.WriteAsync(cancellationToken);
                foreach (var entry in ContentAudit.Done(operations, call).Concat(ContentAudit.Reviewed(call)))
                    transaction.Audit(scribe.Write(entry));
                await transaction.CommitAsync();
            }

            changes = transaction.Announced;
        }

        // What was refused is told in a transaction of its own: the call's own is undone.
        if (call.IsRefused)
        {
            await audit.AppendAsync([.. ContentAudit.Refused(operations, call.Results, call)], cancellationToken);
            return new(call.Results);
        }

        // What left the public must not be seen any more, and an editor's next read shows what was published.
        if (call.Withdraws || call.ChangesPublished)
            await following.ShowAsync(changes);
        return new(call.Results);
    }

    public async Task<ContentResult> CheckAsync(IReadOnlyList<ImportVersion> operations, CancellationToken cancellationToken = default)
    {
        if (operations.Count == 0)
            return new([]);
        var refused = operations.Select(UnstorableTexts.Refuse).ToList();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var checkedOnes = new Queue<OperationResult>(
            await ImportCheck.RunAsync(context, [.. operations.Where((_, i) => refused[i] is null)], definitions.Current, cancellationToken));
        return new([.. refused.Select(one => one ?? checkedOnes.Dequeue())]);
    }

    private static Dictionary<ContentOperation, Arrival> ArrivalsOf(IReadOnlyList<ContentOperation> operations)
    {
        var arrivals = new Dictionary<ContentOperation, Arrival>(ReferenceEqualityComparer.Instance);
        foreach (var import in operations.OfType<ImportVersion>())
            arrivals[import] = Arrival.Of(import);
        return arrivals;
    }

    /// <summary>What the call will publish, as far as that is known before its transaction. A version that changes meanwhile is seen to inside it.</summary>
    private async Task<List<ContentItem>> FindToPublishAsync(
        IReadOnlyList<ContentOperation> operations, Dictionary<ContentOperation, Arrival> arrivals, CancellationToken cancellationToken)
    {
        var items = new List<ContentItem>();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var stored = new HashSet<string>(StringComparer.Ordinal);
        foreach (var ids in arrivals.Values.Select(arrival => arrival.VersionId).Chunk(Bulk.ChunkSize))
            stored.UnionWith(await context.Versions.Where(row => ids.Contains(row.VersionId)).Select(row => row.VersionId).ToListAsync(cancellationToken));
        items.AddRange(operations.OfType<ImportVersion>().Where(import => import.Item.Published && !stored.Contains(arrivals[import].VersionId)).Select(import => import.Item));

        var published = operations.OfType<Publish>().Select(publish => publish.ContentItemId).ToHashSet(StringComparer.Ordinal);
        items.AddRange(operations.OfType<SaveDraft>().Where(save => published.Remove(save.ContentItemId)).Select(save => save.Item));
        foreach (var ids in published.Chunk(Bulk.ChunkSize))
        {
            var latest = context.Versions.Where(row => ids.Contains(row.ContentItemId) && row.Latest && !row.Published).Select(row => row.Json);
            items.AddRange((await latest.ToListAsync(cancellationToken)).Select(ItemJson.ReadItem));
        }

        return items;
    }
}
