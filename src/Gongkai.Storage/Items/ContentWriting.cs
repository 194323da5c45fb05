using Gongkai.Content;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Storage;

/// <summary>The second half of a call: what no two items may have is checked for all of them together, then everything is written at once.</summary>
internal sealed class ContentWriting(WriteTransaction transaction, ContentCall call, DefinitionSnapshot definitions, DerivedHtml html)
{
    private readonly StorageContext _context = transaction.Context;
    private readonly AddressBook _addresses = new();
    private readonly Dictionary<TrackedVersion, IndexContribution> _contributions = [];
    private readonly List<TrackedVersion> _versions = [.. call.Stored.Versions.Values.Where(version => version.IsNew || version.IsChanged)];

    /// <summary>Refuses operations that clash with other items.</summary>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        foreach (var version in _versions.Where(version => version.IsToBeIndexed))
            _contributions[version] = IndexContribution.Of(version.Item, definitions);

        // In the order of their operations, so that the later one is told.
        foreach (var (id, index) in call.Changed.OrderBy(changed => changed.Value))
        {
            if (IsMoving(id) && PublishedOf(id) is { } published)
                call.Refuse(index, _addresses.Enter(published.Item, _contributions[published]));
        }

        foreach (var faults in await _addresses.CompareAsync(_context, IsMoving, cancellationToken))
            call.Refuse(call.Changed[faults.Key], [.. faults]);
        await CheckTermsAsync(cancellationToken);
    }

    /// <summary>Writes versions, index rows, HTML and feed rows. The transaction's commit saves them.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        await ForgetAsync(cancellationToken);
        foreach (var version in _versions)
            version.FillRow();
        _context.UpdateRange(_versions.Where(version => !version.IsNew).Select(version => version.Row));
        await _context.InsertManyAsync(_versions.Where(version => version.IsNew).Select(version => version.Row), cancellationToken);

        await _context.InsertManyAsync(_contributions.SelectMany(version => ItemIndex.TermsOf(version.Key.Row, version.Value)), cancellationToken);
        await _context.InsertManyAsync(_contributions.SelectMany(version => ItemIndex.ReferencesOf(version.Key.Row, version.Key.Item, version.Value, () => html.Of(version.Value).Values)), cancellationToken);
        await _context.InsertManyAsync(
            _contributions.Where(version => version.Key.Item.Published).Select(version => ItemIndex.HtmlOf(version.Key.Row, version.Value, html)).OfType<HtmlRow>(), cancellationToken);
        await _context.InsertManyAsync(_addresses.Routes, cancellationToken);
        await _context.InsertManyAsync(_addresses.Aliases, cancellationToken);
        foreach (var (id, _) in call.Changed.OrderBy(changed => changed.Value))
            transaction.Announce(ChangeSubject.Item, id, call.Stored.Types[id]);
    }

    private async Task ForgetAsync(CancellationToken cancellationToken)
    {
        foreach (var keys in _versions.Where(version => version.IsToBeForgotten || (version.WasPublished && !version.Item.Published)).Select(version => version.Row.Key).Chunk(Bulk.ChunkSize))
        {
            await _context.Html.Where(row => keys.Contains(row.VersionKey)).ExecuteDeleteAsync(cancellationToken);
            await _context.References.Where(row => keys.Contains(row.VersionKey) && row.TargetId.StartsWith(MediaReferences.Prefix)).ExecuteDeleteAsync(cancellationToken);
        }

        foreach (var keys in _versions.Where(version => version.IsToBeForgotten).Select(version => version.Row.Key).Chunk(Bulk.ChunkSize))
        {
            await _context.Terms.Where(row => keys.Contains(row.VersionKey)).ExecuteDeleteAsync(cancellationToken);
            await _context.References.Where(row => keys.Contains(row.VersionKey)).ExecuteDeleteAsync(cancellationToken);
        }

        foreach (var ids in call.Before.Where(before => before.Value.Published is not null && IsMoving(before.Key)).Select(before => before.Key).Chunk(Bulk.ChunkSize))
        {
            await _context.Routes.Where(row => ids.Contains(row.ContentItemId)).ExecuteDeleteAsync(cancellationToken);
            await _context.Aliases.Where(row => ids.Contains(row.ContentItemId)).ExecuteDeleteAsync(cancellationToken);
        }
    }

    private async Task CheckTermsAsync(CancellationToken cancellationToken)
    {
        foreach (var (id, before) in call.Before)
        {
            var leftOut = TermUses.LeftOut(before.Published, call.StateOf(id).Published);
            if (leftOut.Count == 0)
                continue;
            var forgotten = _versions.Where(version => version.IsToBeForgotten).Select(version => version.Row.Key).ToHashSet();
            var uses = (await Bulk.FindTermUsesAsync(_context, id, leftOut.Keys, cancellationToken)).Where(use => !forgotten.Contains(use.VersionKey));
            var added = _contributions.SelectMany(version => ItemIndex.TermsOf(version.Key.Row, version.Value))
                .Where(use => use.TaxonomyId == id && leftOut.ContainsKey(use.TermId));
            if (TermUses.FaultOf(before.Published!, leftOut, [.. uses, .. added]) is { } fault)
                call.Refuse(call.Changed[id], [fault]);
        }
    }

    /// <summary>Whether what readers see of an item becomes another version, or the same with other content.</summary>
    private bool IsMoving(string contentItemId) =>
        call.Before.TryGetValue(contentItemId, out var before)
        && (before.Published?.ContentItemVersionId != call.StateOf(contentItemId).Published?.ContentItemVersionId || PublishedOf(contentItemId)?.WasMadePublic == true);

    private TrackedVersion? PublishedOf(string contentItemId) =>
        call.StateOf(contentItemId).Published is { } item ? call.Stored.Versions[item.ContentItemVersionId] : null;
}
