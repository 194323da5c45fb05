using Gongkai.Content;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Storage;

/// <summary>What the addresses answer that items lose by a call, and how items were withdrawn: written in the transaction of the change.</summary>
/// <param name="transaction">The transaction.</param>
/// <param name="call">What is changed.</param>
/// <param name="now">When, UTC.</param>
internal sealed class AddressTrail(WriteTransaction transaction, ContentCall call, DateTime now)
{
    private readonly StorageContext _context = transaction.Context;
    private readonly Dictionary<string, WithdrawalRow> _stored = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WithdrawalRow> _written = new(StringComparer.Ordinal);
    private List<FormerRouteRow> _left = [];

    /// <summary>Whether an item is withdrawn from the public when the call is over.</summary>
    public bool IsWithdrawn(string contentItemId) => _written.ContainsKey(contentItemId) || (_stored.ContainsKey(contentItemId) && call.StateOf(contentItemId).Published is null);

    /// <summary>Looks at what is stored, and refuses withdrawals whose readers would be led nowhere.</summary>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        foreach (var ids in call.Changed.Keys.Where(call.Stored.WereThere.Contains).Chunk(Bulk.ChunkSize))
        {
            foreach (var row in await _context.Withdrawals.AsNoTracking().Where(row => ids.Contains(row.ContentItemId)).ToListAsync(cancellationToken))
                _stored[row.ContentItemId] = row;
        }

        foreach (var (id, before) in call.Before)
        {
            var leaves = before.Published?.IsPublic() == true && call.StateOf(id).Published is null;
            if (!leaves && !(call.Withdrawals.ContainsKey(id) && _stored.ContainsKey(id)))
                continue;
            var withdrawal = await ResolveAsync(id, call.Withdrawals.GetValueOrDefault(id, Withdrawal.Unsaid), cancellationToken);
            _written[id] = WithdrawalRow.Of(id, withdrawal, leaves ? now : _stored[id].AtUtc);
        }
    }

    /// <summary>Remembers the addresses that items are about to lose. Called before they are forgotten.</summary>
    public async Task NoteAsync(IEnumerable<string> movingIds, CancellationToken cancellationToken)
    {
        foreach (var ids in movingIds.Where(id => call.Before[id].Published?.IsPublic() == true).Chunk(Bulk.ChunkSize))
        {
            _left.AddRange(await _context.Routes.Where(row => ids.Contains(row.ContentItemId))
                .Select(row => new FormerRouteRow { Path = row.Path, ContentItemId = row.ContentItemId, ContainedItemId = row.ContainedItemId }).ToListAsync(cancellationToken));
        }
    }

    /// <summary>Writes what became of addresses and items.</summary>
    /// <param name="entered">The addresses that items have from now on: whoever had one before has lost it for good.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task WriteAsync(IReadOnlyCollection<RouteRow> entered, CancellationToken cancellationToken)
    {
        var taken = entered.Select(row => row.Path).ToHashSet(StringComparer.Ordinal);
        _left = [.. _left.Where(row => !taken.Contains(row.Path))];
        foreach (var paths in taken.Concat(_left.Select(row => row.Path)).Chunk(Bulk.ChunkSize))
            await _context.FormerRoutes.Where(row => paths.Contains(row.Path)).ExecuteDeleteAsync(cancellationToken);
        await _context.InsertManyAsync(_left, cancellationToken);

        var over = _stored.Keys.Where(id => _written.ContainsKey(id) || call.StateOf(id).Published is not null);
        foreach (var ids in over.Chunk(Bulk.ChunkSize))
            await _context.Withdrawals.Where(row => ids.Contains(row.ContentItemId)).ExecuteDeleteAsync(cancellationToken);
        await _context.InsertManyAsync(_written.Values, cancellationToken);
    }

    /// <summary>The withdrawal with an address turned into the item that has it. Its target must be public: so no circle can come about.</summary>
    private async Task<Withdrawal> ResolveAsync(string contentItemId, Withdrawal withdrawal, CancellationToken cancellationToken)
    {
        var index = call.Changed[contentItemId];
        if (withdrawal.TargetPath is { Length: > 0 } given)
        {
            var path = ReservedRoutes.Normalize(given);
            if (await _context.Routes.Where(row => row.Path == path && row.ContainedItemId == null).Select(row => row.ContentItemId).FirstOrDefaultAsync(cancellationToken) is { } owner)
                withdrawal = withdrawal with { TargetId = owner, TargetPath = null };
            else if (await _context.FormerRoutes.AnyAsync(row => row.Path == path, cancellationToken))
                call.Refuse(index, [new(nameof(Withdrawal.TargetPath), $"地址“{given}”上的内容自己也已撤下或改了地址，请填写一个能打开的地址。")]);
        }

        if (withdrawal.TargetId is not { Length: > 0 } target)
            return withdrawal;
        if (target == contentItemId)
            call.Refuse(index, [new(nameof(Withdrawal.TargetPath), new("不能转到内容自己的地址，请填写另一个地址。"))]);
        else if ((await FindPublishedAsync(target, cancellationToken))?.IsPublic() != true)
            call.Refuse(index, [new(nameof(Withdrawal.TargetId), $"替代的内容“{target}”不存在或没有公开，读者打不开。请先发布它，或另选一条。")]);
        return withdrawal;
    }

    private async Task<ContentItem?> FindPublishedAsync(string contentItemId, CancellationToken cancellationToken)
    {
        if (call.Changed.ContainsKey(contentItemId))
            return call.StateOf(contentItemId).Published;
        return await _context.Versions.Where(row => row.ContentItemId == contentItemId && row.Published).Select(row => row.Json).FirstOrDefaultAsync(cancellationToken) is { } json
            ? ItemJson.ReadItem(json) : null;
    }
}
