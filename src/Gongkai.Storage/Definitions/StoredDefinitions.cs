using System.Text.Json.Nodes;
using Gongkai.Content;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Gongkai.Storage;

/// <summary>The definitions: a table, and the snapshot that everybody reads.</summary>
internal sealed class StoredDefinitions(IDbContextFactory<StorageContext> contexts, StorageWriter writer, ChangeFeed feed, IMarkup markup, AuditScribe scribe, ILogger<StoredDefinitions> logger)
    : FollowedSnapshot(feed, ChangeSubject.Definitions), IContentDefinitionStore
{
    private const string KindsDocument = "GongkaiKinds";

    public DefinitionSnapshot Current { get; private set; } = DefinitionSnapshot.Empty;

    public async Task SaveAsync(
        IReadOnlyCollection<ContentTypeDefinition> types, IReadOnlyCollection<ContentPartDefinition> parts, CancellationToken cancellationToken = default)
    {
        long sequence;
        await using (var transaction = await writer.BeginAsync(cancellationToken))
        {
            var stored = await transaction.Context.Definitions.ToDictionaryAsync(row => (row.Sort, row.Name), cancellationToken);
            var before = Snapshot(stored.Values);
            var changed = false;
            foreach (var type in types)
                changed |= Store(transaction.Context, stored, DefinitionSort.Type, type.Name, ItemJson.Write(DefinitionJson.Of(type)));
            foreach (var part in parts)
                changed |= Store(transaction.Context, stored, DefinitionSort.Part, part.Name, ItemJson.Write(DefinitionJson.Of(part)));
            if (!changed)
                return;
            var now = Snapshot(stored.Values);
            await new IndexRewriting(transaction.Context, now, markup).RunAsync(before, cancellationToken);
            transaction.Audit(scribe.Write(DefinitionsAudit.Of(before, now)));
            transaction.Announce(ChangeSubject.Definitions);
            sequence = await transaction.CommitAsync();
        }

        await CatchUpAsync(sequence, CancellationToken.None);
    }

    /// <summary>Derives index rows and HTML of all items again when another program, with other kinds, wrote them.</summary>
    public async Task RederiveAsync(CancellationToken cancellationToken)
    {
        var kinds = ItemJson.Write(new JsonObject { ["Fingerprint"] = ContentKinds.Fingerprint });
        await using (var context = await contexts.CreateDbContextAsync(cancellationToken))
        {
            if (await context.Documents.AnyAsync(row => row.Name == KindsDocument && row.Json == kinds, cancellationToken))
                return;
        }

        await using var transaction = await writer.BeginAsync(cancellationToken);
        var row = await transaction.Context.Documents.FindAsync([KindsDocument], cancellationToken);
        if (row?.Json == kinds)
            return;
        await CatchUpAsync(transaction.LastSequence, cancellationToken);
        // A new site has nothing to derive; on a large one this takes minutes.
        if (row is not null)
            logger.LogInformation("程序更新了，正在按新版本重新整理已有的内容；内容多时需要几分钟，中断了下次启动会重做。");
        await new IndexRewriting(transaction.Context, Current, markup).RunAsync(cancellationToken);
        if (row is null)
        {
            transaction.Context.Add(new DocumentRow { Name = KindsDocument, Json = kinds });
        }
        else
        {
            row.Json = kinds;
            transaction.Context.Update(row);
        }

        await transaction.CommitAsync();
    }

    public async Task RemoveAsync(IReadOnlyCollection<string> types, IReadOnlyCollection<string> parts, CancellationToken cancellationToken = default)
    {
        long sequence;
        await using (var transaction = await writer.BeginAsync(cancellationToken))
        {
            var stored = await transaction.Context.Definitions.ToDictionaryAsync(row => (row.Sort, row.Name), cancellationToken);
            var before = Snapshot(stored.Values);
            var after = before.Without(types, parts);
            var changed = false;
            foreach (var ((sort, name), row) in stored)
            {
                if (sort == DefinitionSort.Type ? after.Types.ContainsKey(name) : after.Parts.ContainsKey(name))
                    continue;
                transaction.Context.Remove(row);
                changed = true;
            }

            foreach (var type in after.Types.Values)
                changed |= Store(transaction.Context, stored, DefinitionSort.Type, type.Name, ItemJson.Write(DefinitionJson.Of(type)));
            if (!changed)
                return;
            await new IndexRewriting(transaction.Context, after, markup).RunAsync(before, cancellationToken);
            transaction.Audit(scribe.Write(DefinitionsAudit.Of(before, after)));
            transaction.Announce(ChangeSubject.Definitions);
            sequence = await transaction.CommitAsync();
        }

        await CatchUpAsync(sequence, CancellationToken.None);
    }

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        Current = Snapshot(await context.Definitions.AsNoTracking().ToListAsync(cancellationToken));
    }

    private static bool Store(StorageContext context, Dictionary<(DefinitionSort, string), DefinitionRow> stored, DefinitionSort sort, string name, string json)
    {
        if (!stored.TryGetValue((sort, name), out var row))
        {
            row = new() { Sort = sort, Name = name, Json = json };
            stored[(sort, name)] = row;
            context.Add(row);
            return true;
        }

        if (row.Json == json)
            return false;
        row.Json = json;
        context.Update(row);
        return true;
    }

    private static DefinitionSnapshot Snapshot(ICollection<DefinitionRow> rows) => new(
        rows.Where(row => row.Sort == DefinitionSort.Type).Select(row => DefinitionJson.ReadType(ItemJson.Read(row.Json))),
        rows.Where(row => row.Sort == DefinitionSort.Part).Select(row => DefinitionJson.ReadPart(ItemJson.Read(row.Json))));
}
