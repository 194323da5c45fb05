using System.Globalization;
using Gongkai.Content;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Storage;

/// <summary>Finds an address that nobody has for one that a pattern made: itself, or with -2, -3, … after it.</summary>
/// <param name="context">The database.</param>
/// <param name="entered">What the call's other items take.</param>
/// <param name="isMoving">Whether an item's stored addresses are about to be replaced.</param>
internal sealed class FreeAddresses(StorageContext context, AddressBook entered, Func<string, bool> isMoving)
{
    private const int FirstLook = 8;

    // An import of a thousand notices of one title does not begin at 2 each time.
    private readonly Dictionary<string, int> _nextRoutes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _nextAliases = new(StringComparer.Ordinal);

    public Task<string> RouteAsync(string wanted, CancellationToken cancellationToken) =>
        FindAsync(wanted, _nextRoutes, ReservedRoutes.Normalize, entered.HasRoute, TakenRoutesAsync, cancellationToken);

    public Task<string> AliasAsync(string wanted, CancellationToken cancellationToken) =>
        FindAsync(wanted, _nextAliases, ItemIndex.NormalizeAlias, entered.HasAlias, TakenAliasesAsync, cancellationToken);

    private static async Task<string> FindAsync(
        string wanted, Dictionary<string, int> next, Func<string, string> normalize, Func<string, bool> isEntered,
        Func<string[], CancellationToken, Task<HashSet<string>>> findTaken, CancellationToken cancellationToken)
    {
        var key = normalize(wanted);
        for (var count = FirstLook; ; count = Math.Min(count * 4, Bulk.ChunkSize))
        {
            var candidates = Enumerable.Range(next.GetValueOrDefault(key, 1), count).Select(number => WithNumber(wanted, number)).ToList();
            var taken = await findTaken([.. candidates.Select(normalize)], cancellationToken);
            var free = candidates.FindIndex(candidate => !isEntered(normalize(candidate)) && !taken.Contains(normalize(candidate)));
            next[key] = next.GetValueOrDefault(key, 1) + (free < 0 ? count : free + 1);
            if (free >= 0)
                return candidates[free];
        }
    }

    private async Task<HashSet<string>> TakenRoutesAsync(string[] paths, CancellationToken cancellationToken)
    {
        var rows = await context.Routes.AsNoTracking().Where(row => paths.Contains(row.Path)).ToListAsync(cancellationToken);
        return rows.Where(row => !isMoving(row.ContentItemId)).Select(row => row.Path).ToHashSet(StringComparer.Ordinal);
    }

    private async Task<HashSet<string>> TakenAliasesAsync(string[] aliases, CancellationToken cancellationToken)
    {
        var rows = await context.Aliases.AsNoTracking().Where(row => aliases.Contains(row.Alias)).ToListAsync(cancellationToken);
        return rows.Where(row => !isMoving(row.ContentItemId)).Select(row => row.Alias).ToHashSet(StringComparer.Ordinal);
    }

    private static string WithNumber(string wanted, int number) => number == 1 ? wanted : string.Create(CultureInfo.InvariantCulture, $"{wanted}-{number}");
}
