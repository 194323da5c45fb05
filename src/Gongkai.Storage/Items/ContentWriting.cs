using Gongkai.Content;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Storage;

/// <summary>The second half of a call: what no two items may have is checked for all of them together, then everything is written at once.</summary>
internal sealed class ContentWriting(WriteTransaction transaction, ContentCall call, DefinitionSnapshot definitions, DerivedHtml html, DateTime now)
{
    private readonly StorageContext _context = transaction.Context;
    private readonly AddressBook _addresses = new();
    private readonly AddressTrail _trail = new(transaction, call, now);
    private readonly Dictionary<TrackedVersion, IndexContribution> _contributions = [];
    // Of versions whose index rows stay as they are.
    private readonly Dictionary<TrackedVersion, IndexContribution> _others = [];
    private readonly List<TrackedVersion> _versions = [.. call.Stored.Versions.Values.Where(version => version.IsNew || version.IsChanged)];

    /// <summary>Refuses operations that clash with other items.</summary>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        foreach (var version in _versions.Where(version => version.IsToBeIndexed))
            _contributions[version] = IndexContribution.Of(version.Item, definitions);

        // In the order of their operations, so that the later one is told; what a pattern made gives way.
        var free = new FreeAddresses(_context, _addresses, IsMoving);
        foreach (var (id, index) in call.Changed.OrderBy(changed => IsIn(call.GeneratedRoutes, PublishedOf(changed.Key)))
            .ThenBy(changed => IsIn(call.GeneratedAliases, PublishedOf(changed.Key))).ThenBy(changed => changed.Value))
        {
            if (!IsMoving(id) || PublishedOf(id) is not { } published)
                continue;
            await GiveFreeAddressesAsync(published, free, cancellationToken);
            call.Refuse(index, _addresses.Enter(published.Item, _contributions[published]));
        }

        foreach (var faults in await _addresses.CompareAsync(_context, IsMoving, cancellationToken))
            call.Refuse(call.Changed[faults.Key], [.. faults]);
        await CheckTermsAsync(cancellationToken);
        await _trail.CheckAsync(cancellationToken);
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
        await _context.InsertManyAsync(_versions.Where(version => version.IsLive).SelectMany(version => ItemIndex.SchedulesOf(version.Row, ContributionOf(version))), cancellationToken);
        await _context.InsertManyAsync(_addresses.Routes, cancellationToken);
        await _context.InsertManyAsync(_addresses.Aliases, cancellationToken);
        await _trail.WriteAsync(_addresses.Routes, cancellationToken);
        IndexContribution Contribution(ContentItem item) => ContributionOf(call.Stored.Versions[item.ContentItemVersionId]);
        await ItemListRows.WriteAsync(_context, [.. call.Changed.Keys.Select(id => (id, call.StateOf(id), KeyOf(call.StateOf(id))))], call.Changed.Keys.Where(call.Stored.WereThere.Contains),
            Contribution, _trail.IsWithdrawn, cancellationToken);
        await CountedRows.WriteAsync(_context, call.Changed.Keys.Select(call.StateOf), call.Changed.Keys.Where(call.Stored.WereThere.Contains), Contribution, cancellationToken);
        await ReviewWriting.WriteAsync(_context, call, cancellationToken);
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

        // Whether a schedule counts depends on the flags, which change without the content.
        foreach (var keys in _versions.Where(version => version.WasLive).Select(version => version.Row.Key).Chunk(Bulk.ChunkSize))
            await _context.Schedules.Where(row => keys.Contains(row.VersionKey)).ExecuteDeleteAsync(cancellationToken);

        string[] moving = [.. call.Before.Where(before => before.Value.Published is not null && IsMoving(before.Key)).Select(before => before.Key)];
        await _trail.NoteAsync(moving, cancellationToken);
        foreach (var ids in moving.Chunk(Bulk.ChunkSize))
        {
            await _context.Routes.Where(row => ids.Contains(row.ContentItemId)).ExecuteDeleteAsync(cancellationToken);
            await _context.Aliases.Where(row => ids.Contains(row.ContentItemId)).ExecuteDeleteAsync(cancellationToken);
        }
    }

    private async Task GiveFreeAddressesAsync(TrackedVersion version, FreeAddresses free, CancellationToken cancellationToken)
    {
        var (hasRoute, hasAlias) = (IsIn(call.GeneratedRoutes, version), IsIn(call.GeneratedAliases, version));
        if (!hasRoute && !hasAlias)
            return;
        if (hasRoute && AutoroutePart.RouteOf(version.Item) is { } path)
            version.Item.EnsurePart("AutoroutePart")["Path"] = await free.RouteAsync(path, cancellationToken);
        if (hasAlias && version.Item.Part("AliasPart")?.Text("Alias") is { } alias)
            version.Item.EnsurePart("AliasPart")["Alias"] = await free.AliasAsync(alias, cancellationToken);
        _contributions[version] = IndexContribution.Of(version.Item, definitions);
    }

    /// <summary>The key of an item's newest version; 0 when it is deleted.</summary>
    private long KeyOf(ItemState state) => (state.Latest ?? state.Published) is { } latest ? call.Stored.Versions[latest.ContentItemVersionId].Row.Key : 0;

    private static bool IsIn(HashSet<string> versionIds, TrackedVersion? version) => version is not null && versionIds.Contains(version.Item.ContentItemVersionId);

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

    private IndexContribution ContributionOf(TrackedVersion version) =>
        _contributions.TryGetValue(version, out var contribution) || _others.TryGetValue(version, out contribution)
            ? contribution : _others[version] = IndexContribution.Of(version.Item, definitions);

    /// <summary>Whether what readers see of an item becomes another version, or the same with other content.</summary>
    private bool IsMoving(string contentItemId) =>
        call.Before.TryGetValue(contentItemId, out var before)
        && (before.Published?.ContentItemVersionId != call.StateOf(contentItemId).Published?.ContentItemVersionId || PublishedOf(contentItemId)?.WasMadePublic == true);

    private TrackedVersion? PublishedOf(string contentItemId) =>
        call.StateOf(contentItemId).Published is { } item ? call.Stored.Versions[item.ContentItemVersionId] : null;
}
