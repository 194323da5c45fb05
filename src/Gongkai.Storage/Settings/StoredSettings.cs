using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Gongkai.Content;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Storage;

/// <summary>The site's documents: a table, and the snapshot that everybody reads.</summary>
internal sealed class StoredSettings(IDbContextFactory<StorageContext> contexts, StorageWriter writer, ChangeFeed feed, AuditScribe scribe)
    : FollowedSnapshot(feed, ChangeSubject.Settings), ISettingsStore
{
    private FrozenDictionary<string, string> _documents = FrozenDictionary<string, string>.Empty;

    public JsonObject Get(string name) => _documents.TryGetValue(name, out var json) ? ItemJson.Read(json) : [];

    public object? StampOf(string name) => _documents.GetValueOrDefault(name);

    public async Task SaveAsync(string name, JsonObject document, CancellationToken cancellationToken = default)
    {
        var json = ItemJson.Write(document);
        long sequence;
        await using (var transaction = await writer.BeginAsync(cancellationToken))
        {
            var row = await transaction.Context.Documents.FindAsync([name], cancellationToken);
            if (row?.Json == json)
                return;
            var before = row is null ? [] : ItemJson.Read(row.Json);
            if (row is null)
            {
                transaction.Context.Add(new DocumentRow { Name = name, Json = json });
            }
            else
            {
                row.Json = json;
                transaction.Context.Update(row);
            }

            transaction.Audit(scribe.Write(SettingsAudit.Of(name, before, document)));
            transaction.Announce(ChangeSubject.Settings, name);
            sequence = await transaction.CommitAsync();
        }

        await CatchUpAsync(sequence, CancellationToken.None);
    }

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        _documents = (await context.Documents.AsNoTracking().ToListAsync(cancellationToken)).ToFrozenDictionary(row => row.Name, row => row.Json, StringComparer.Ordinal);
    }
}
