using Gongkai.Content;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Storage;

/// <summary>Routes and aliases that items are about to take: two published items cannot have the same.</summary>
internal sealed class AddressBook
{
    private readonly Dictionary<string, RouteRow> _routes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AliasRow> _aliases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _titles = new(StringComparer.Ordinal);

    public IReadOnlyCollection<RouteRow> Routes => _routes.Values;

    public IReadOnlyCollection<AliasRow> Aliases => _aliases.Values;

    /// <summary>Whether a normalised route was entered.</summary>
    public bool HasRoute(string path) => _routes.ContainsKey(path);

    /// <summary>Whether a normalised alias was entered.</summary>
    public bool HasAlias(string alias) => _aliases.ContainsKey(alias);

    /// <summary>Enters the addresses of a published item; returns the faults against itself and those entered before.</summary>
    public List<ValidationError> Enter(ContentItem item, IndexContribution contribution)
    {
        var errors = new List<ValidationError>();
        _titles[item.ContentItemId] = item.DisplayText;
        foreach (var route in ItemIndex.RoutesOf(item.ContentItemId, contribution))
        {
            if (!_routes.TryAdd(route.Path, route))
                errors.Add(RouteTaken(route, _routes[route.Path].ContentItemId, _titles));
        }

        foreach (var alias in ItemIndex.AliasesOf(item.ContentItemId, contribution))
        {
            if (!_aliases.TryAdd(alias.Alias, alias))
                errors.Add(AliasTaken(alias, _aliases[alias.Alias].ContentItemId, _titles));
        }

        return errors;
    }

    /// <summary>The faults against what is stored, by item.</summary>
    /// <param name="context">The database.</param>
    /// <param name="isMoving">Whether an item's stored addresses are about to be replaced by those entered.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<ILookup<string, ValidationError>> CompareAsync(StorageContext context, Func<string, bool> isMoving, CancellationToken cancellationToken)
    {
        var routes = new List<RouteRow>();
        foreach (var paths in _routes.Keys.Chunk(Bulk.ChunkSize))
            routes.AddRange(await context.Routes.AsNoTracking().Where(row => paths.Contains(row.Path)).ToListAsync(cancellationToken));
        var aliases = new List<AliasRow>();
        foreach (var names in _aliases.Keys.Chunk(Bulk.ChunkSize))
            aliases.AddRange(await context.Aliases.AsNoTracking().Where(row => names.Contains(row.Alias)).ToListAsync(cancellationToken));
        routes.RemoveAll(route => isMoving(route.ContentItemId));
        aliases.RemoveAll(alias => isMoving(alias.ContentItemId));

        var titles = await TitlesAsync(context, [.. routes.Select(route => route.ContentItemId), .. aliases.Select(alias => alias.ContentItemId)], cancellationToken);
        return routes.Select(route => (Mine: _routes[route.Path].ContentItemId, Fault: RouteTaken(_routes[route.Path], route.ContentItemId, titles)))
            .Concat(aliases.Select(alias => (Mine: _aliases[alias.Alias].ContentItemId, Fault: AliasTaken(_aliases[alias.Alias], alias.ContentItemId, titles))))
            .ToLookup(fault => fault.Mine, fault => fault.Fault, StringComparer.Ordinal);
    }

    private static ValidationError RouteTaken(RouteRow route, string owner, Dictionary<string, string> titles) => new(
        route.ContainedItemId is null ? "AutoroutePart.Path" : "TaxonomyPart.Terms",
        owner == route.ContentItemId
            ? new("地址“{0}”在这一内容中出现了两次（“{1}”），请为其中一项换一个地址。", route.Path, route.ContainedItemId)
            : new("地址“{0}”已被“{1}”（{2}）使用，请换一个地址。", route.Path, titles.GetValueOrDefault(owner), owner));

    private static ValidationError AliasTaken(AliasRow alias, string owner, Dictionary<string, string> titles) =>
        new("AliasPart.Alias", $"别名“{alias.Alias}”已被“{titles.GetValueOrDefault(owner)}”（{owner}）使用，请换一个别名。");

    private static async Task<Dictionary<string, string>> TitlesAsync(StorageContext context, string[] contentItemIds, CancellationToken cancellationToken)
    {
        var titles = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var ids in contentItemIds.Distinct().Chunk(Bulk.ChunkSize))
        {
            foreach (var json in await context.Versions.Where(row => ids.Contains(row.ContentItemId) && row.Published).Select(row => row.Json).ToListAsync(cancellationToken))
            {
                var item = ItemJson.ReadItem(json);
                titles[item.ContentItemId] = item.DisplayText;
            }
        }

        return titles;
    }
}
