using Gongkai.Content;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Storage;

/// <summary>Reads what addresses answer that items once had: asked only for an address that no published item has.</summary>
internal sealed class FormerAddresses(ReaderContexts contexts) : IFormerAddresses
{
    public async Task<FormerAddress?> FindAsync(string path, CancellationToken cancellationToken = default)
    {
        if (!StorableText.IsStorable(path))
            return null;
        await using var lease = await contexts.TakeAsync(cancellationToken);
        return await FindAsync(lease.Context, path, [], cancellationToken);
    }

    public async Task<FormerAddress?> FindItemAsync(string contentItemId, CancellationToken cancellationToken = default)
    {
        if (!StorableText.IsStorable(contentItemId))
            return null;
        await using var lease = await contexts.TakeAsync(cancellationToken);
        return await AnswerOfAsync(lease.Context, contentItemId, [], cancellationToken);
    }

    public async Task<StoredWithdrawal?> GetWithdrawalAsync(string contentItemId, CancellationToken cancellationToken = default)
    {
        if (!StorableText.IsStorable(contentItemId))
            return null;
        await using var lease = await contexts.TakeAsync(cancellationToken);
        return await lease.Context.Withdrawals.AsNoTracking().FirstOrDefaultAsync(row => row.ContentItemId == contentItemId, cancellationToken) is { } row
            ? new(row.ContentItemId, row.ToWithdrawal(), DateTime.SpecifyKind(row.AtUtc, DateTimeKind.Utc)) : null;
    }

    public async Task<IReadOnlyList<FormerRoute>> RoutesOfAsync(string contentItemId, CancellationToken cancellationToken = default)
    {
        if (!StorableText.IsStorable(contentItemId))
            return [];
        await using var lease = await contexts.TakeAsync(cancellationToken);
        return await lease.Context.FormerRoutes.Where(row => row.ContentItemId == contentItemId).OrderBy(row => row.Path)
            .Select(row => new FormerRoute(row.Path, row.ContentItemId, row.ContainedItemId)).ToListAsync(cancellationToken);
    }

    private static async Task<FormerAddress?> FindAsync(StorageContext context, string address, HashSet<string> seen, CancellationToken cancellationToken)
    {
        var path = ReservedRoutes.Normalize(address);
        if (await context.FormerRoutes.AsNoTracking().FirstOrDefaultAsync(row => row.Path == path, cancellationToken) is not { } route)
            return null;
        return await IsPublicAsync(context, route.ContentItemId, cancellationToken)
            ? new(new RouteTarget(route.ContentItemId, route.ContainedItemId))
            : await AnswerOfAsync(context, route.ContentItemId, seen, cancellationToken);
    }

    /// <summary>What a withdrawn item's addresses answer. An item that was seen on the way before leads nowhere.</summary>
    private static async Task<FormerAddress?> AnswerOfAsync(StorageContext context, string contentItemId, HashSet<string> seen, CancellationToken cancellationToken)
    {
        if (await context.Withdrawals.AsNoTracking().FirstOrDefaultAsync(row => row.ContentItemId == contentItemId, cancellationToken) is not { } row)
            return null;
        var gone = new FormerAddress(null, Explanation: row.Explanation);
        if (!seen.Add(contentItemId))
            return gone;
        if (row.TargetPath is { Length: > 0 } path)
        {
            var normal = ReservedRoutes.Normalize(path);
            if (await context.Routes.AnyAsync(route => route.Path == normal, cancellationToken))
                return new(null, MovedToPath: path);
            return await FindAsync(context, path, seen, cancellationToken) is not { } further ? new(null, MovedToPath: path) : further.IsGone ? gone : further;
        }

        if (row.TargetId is not { Length: > 0 } target)
            return gone;
        if (await IsPublicAsync(context, target, cancellationToken))
            return row.Redirects ? new(new RouteTarget(target, null)) : gone with { ReplacedBy = target };
        // What took its place was itself withdrawn: where that leads, this leads.
        return await AnswerOfAsync(context, target, seen, cancellationToken) switch
        {
            null or { IsGone: true, ReplacedBy: null } => gone,
            { IsGone: true } replaced => gone with { ReplacedBy = replaced.ReplacedBy },
            var moved => row.Redirects ? moved : gone with { ReplacedBy = moved.MovedTo?.ContentItemId },
        };
    }

    private static async Task<bool> IsPublicAsync(StorageContext context, string contentItemId, CancellationToken cancellationToken) =>
        await context.Versions.Where(row => row.ContentItemId == contentItemId && row.Published).Select(row => row.Json).FirstOrDefaultAsync(cancellationToken) is { } json
        && ItemJson.ReadItem(json).IsPublic();
}
