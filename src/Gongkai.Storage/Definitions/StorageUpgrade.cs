using System.Text.Json.Nodes;
using Gongkai.Content;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Storage;

/// <summary>Brings rows that an older program did not write: what it stored would otherwise lack them until it is stored again.</summary>
public sealed class StorageUpgrade
{
    private const string Document = "Storage";
    private const string MediaRows = "MediaReferences";
    private const int PageSize = 200;

    private readonly StorageWriter _writer;
    private readonly StoredDefinitions _definitions;
    private readonly StoredSettings _settings;

    internal StorageUpgrade(StorageWriter writer, StoredDefinitions definitions, StoredSettings settings) => (_writer, _definitions, _settings) = (writer, definitions, settings);

    /// <summary>Does what is still to be done, once in the life of a database. Cut off, it is done again from the start.</summary>
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        var state = _settings.Get(Document);
        if (state.Flag(MediaRows))
            return;
        for (long? after = 0; after is not null;)
            after = await AddMediaRowsAsync(after.Value, cancellationToken);
        state[MediaRows] = JsonValue.Create(true);
        await _settings.SaveAsync(Document, state, cancellationToken);
    }

    /// <summary>Adds the rows of some published versions; returns where to go on, or null at the end.</summary>
    private async Task<long?> AddMediaRowsAsync(long after, CancellationToken cancellationToken)
    {
        await using var transaction = await _writer.BeginAsync(cancellationToken);
        var context = transaction.Context;
        var rows = await context.Versions.AsNoTracking().Where(row => row.Published && row.Key > after).OrderBy(row => row.Key).Take(PageSize).ToListAsync(cancellationToken);
        if (rows.Count == 0)
            return null;
        var keys = rows.ConvertAll(row => row.Key);
        var html = await context.Html.AsNoTracking().Where(row => keys.Contains(row.VersionKey)).ToDictionaryAsync(row => row.VersionKey, row => row.Json, cancellationToken);
        var present = (await context.References.AsNoTracking().Where(row => keys.Contains(row.VersionKey)).ToListAsync(cancellationToken))
            .Select(row => (row.VersionKey, row.TargetId)).ToHashSet();
        var wanted = rows.SelectMany(row =>
        {
            var item = ItemJson.ReadItem(row.Json);
            return ItemIndex.ReferencesOf(row, item, IndexContribution.Of(item, _definitions.Current), () => html.TryGetValue(row.Key, out var json) ? ItemJson.ReadTexts(json).Values : []);
        });
        await context.InsertManyAsync(wanted.Where(row => !present.Contains((row.VersionKey, row.TargetId))), cancellationToken);
        await transaction.CommitAsync();
        return rows[^1].Key;
    }
}
