using Gongkai.Content;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Storage;

/// <summary>Derives index rows again when a definition changes what items give the index.</summary>
internal static class IndexRewriting
{
    private const int PageSize = 200;

    public static async Task RunAsync(StorageContext context, DefinitionSnapshot before, DefinitionSnapshot after, CancellationToken cancellationToken)
    {
        var changed = after.Types.Keys.Where(type => before.FindType(type) is { } known && Shape(known) != Shape(after.FindType(type)!)).ToHashSet(StringComparer.Ordinal);
        if (changed.Count == 0)
            return;

        // What is inside a bag is part of the whole's rows.
        changed.UnionWith(after.Types.Keys.Where(type => after.FindType(type)!.PartOfKind("BagPart") is not null));
        foreach (var type in changed)
            await RewriteAsync(context, type, after, cancellationToken);
    }

    /// <summary>All of a type that decides about its rows.</summary>
    private static string Shape(ResolvedType type) => string.Join('\n', type.Parts.Select(part =>
        $"{part.Name}:{part.Definition.PartName}:{string.Join(',', part.Fields.Select(field => $"{field.Name}:{field.Definition.FieldName}:{field.Definition.Settings.Text("TaxonomyFieldSettings", "TaxonomyContentItemId")}"))}"));

    private static async Task RewriteAsync(StorageContext context, string type, DefinitionSnapshot definitions, CancellationToken cancellationToken)
    {
        var after = 0L;
        while (true)
        {
            var rows = await context.Versions.AsNoTracking().Where(row => row.ContentType == type && row.Key > after && (row.Published || row.Latest))
                .OrderBy(row => row.Key).Take(PageSize).ToListAsync(cancellationToken);
            if (rows.Count == 0)
                return;
            after = rows[^1].Key;
            await RewriteAsync(context, rows, definitions, cancellationToken);
            await context.SaveChangesAsync(cancellationToken);
        }
    }

    private static async Task RewriteAsync(StorageContext context, List<VersionRow> rows, DefinitionSnapshot definitions, CancellationToken cancellationToken)
    {
        var keys = rows.ConvertAll(row => row.Key);
        var ids = rows.Where(row => row.Published).Select(row => row.ContentItemId).ToList();
        await context.Terms.Where(row => keys.Contains(row.VersionKey)).ExecuteDeleteAsync(cancellationToken);
        await context.References.Where(row => keys.Contains(row.VersionKey)).ExecuteDeleteAsync(cancellationToken);
        await context.Routes.Where(row => ids.Contains(row.ContentItemId)).ExecuteDeleteAsync(cancellationToken);
        await context.Aliases.Where(row => ids.Contains(row.ContentItemId)).ExecuteDeleteAsync(cancellationToken);

        var addresses = new AddressBook();
        foreach (var row in rows)
        {
            var item = ItemJson.ReadItem(row.Json);
            var contribution = IndexContribution.Of(item, definitions);
            context.AddRange(ItemIndex.TermsOf(row, contribution));
            context.AddRange(ItemIndex.ReferencesOf(row, contribution));
            // Of two items that now have one address the one that had it first keeps it.
            if (row.Published)
                addresses.Enter(item, contribution);
        }

        var paths = addresses.Routes.Select(route => route.Path).ToList();
        var taken = await context.Routes.Where(row => paths.Contains(row.Path)).Select(row => row.Path).ToListAsync(cancellationToken);
        context.AddRange(addresses.Routes.ExceptBy(taken, route => route.Path));
        var names = addresses.Aliases.Select(alias => alias.Alias).ToList();
        var takenNames = await context.Aliases.Where(row => names.Contains(row.Alias)).Select(row => row.Alias).ToListAsync(cancellationToken);
        context.AddRange(addresses.Aliases.ExceptBy(takenNames, alias => alias.Alias));
    }
}
