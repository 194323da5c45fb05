using Gongkai.Content;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Storage;

/// <summary>Derives index rows and HTML again when a definition, or a newer program, changes what items give the index.</summary>
internal sealed class IndexRewriting(StorageContext context, DefinitionSnapshot definitions, IMarkup markup)
{
    private const int PageSize = 200;

    /// <summary>Rewrites what is stored of types that were other before.</summary>
    public async Task RunAsync(DefinitionSnapshot before, CancellationToken cancellationToken)
    {
        var changed = before.Types.Keys.Where(type => definitions.FindType(type) is not { } now || Shape(before.FindType(type)!) != Shape(now)).ToHashSet(StringComparer.Ordinal);
        if (changed.Count == 0)
            return;

        // What is inside a bag is part of the whole's rows.
        changed.UnionWith(definitions.Types.Keys.Where(type => definitions.FindType(type)!.PartOfKind("BagPart") is not null));
        foreach (var type in changed)
            await RewriteAsync(type, cancellationToken);
    }

    /// <summary>Rewrites what is stored of every type.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var type in definitions.Types.Keys)
            await RewriteAsync(type, cancellationToken);
    }

    /// <summary>All of a type that decides about its rows.</summary>
    private static string Shape(ResolvedType type) => string.Join('\n', type.Parts.Select(part =>
        $"{part.Name}:{part.Definition.PartName}:{string.Join(',', part.Fields.Select(field => $"{field.Name}:{field.Definition.FieldName}:{field.Definition.Settings.Text("TaxonomyFieldSettings", "TaxonomyContentItemId")}:{IsNumber(field)}"))}"));

    private static bool IsNumber(PartField field) =>
        field.Definition.Settings.IsTrue("LuceneContentIndexSettings", "Included") && field.Definition.Settings.IsTrue("LuceneContentIndexSettings", "Keyword");

    private async Task RewriteAsync(string type, CancellationToken cancellationToken)
    {
        var after = 0L;
        while (true)
        {
            var rows = await context.Versions.AsNoTracking().Where(row => row.ContentType == type && row.Key > after && (row.Published || row.Latest))
                .OrderBy(row => row.Key).Take(PageSize).ToListAsync(cancellationToken);
            if (rows.Count == 0)
                return;
            after = rows[^1].Key;
            await RewriteAsync(rows, cancellationToken);
        }
    }

    private async Task RewriteAsync(List<VersionRow> rows, CancellationToken cancellationToken)
    {
        var keys = rows.ConvertAll(row => row.Key);
        var ids = rows.Where(row => row.Published).Select(row => row.ContentItemId).ToList();
        await context.Terms.Where(row => keys.Contains(row.VersionKey)).ExecuteDeleteAsync(cancellationToken);
        await context.References.Where(row => keys.Contains(row.VersionKey)).ExecuteDeleteAsync(cancellationToken);
        await context.Schedules.Where(row => keys.Contains(row.VersionKey)).ExecuteDeleteAsync(cancellationToken);
        await context.Html.Where(row => keys.Contains(row.VersionKey)).ExecuteDeleteAsync(cancellationToken);
        await context.Routes.Where(row => ids.Contains(row.ContentItemId)).ExecuteDeleteAsync(cancellationToken);
        await context.Aliases.Where(row => ids.Contains(row.ContentItemId)).ExecuteDeleteAsync(cancellationToken);

        var items = rows.ToDictionary(row => row, row => ItemJson.ReadItem(row.Json));
        var contributions = items.ToDictionary(version => version.Key, version => IndexContribution.Of(version.Value, definitions));
        var published = contributions.Where(version => version.Key.Published).ToList();
        var html = new DerivedHtml(markup);
        html.DeriveAhead([.. published.Select(version => version.Value)], cancellationToken);
        await context.InsertManyAsync(contributions.SelectMany(version => ItemIndex.TermsOf(version.Key, version.Value)), cancellationToken);
        await context.InsertManyAsync(contributions.SelectMany(version => ItemIndex.ReferencesOf(version.Key, items[version.Key], version.Value, () => html.Of(version.Value).Values)), cancellationToken);
        await context.InsertManyAsync(contributions.SelectMany(version => ItemIndex.SchedulesOf(version.Key, version.Value)), cancellationToken);
        await context.InsertManyAsync(published.Select(version => ItemIndex.HtmlOf(version.Key, version.Value, html)).OfType<HtmlRow>(), cancellationToken);

        // Of two items that now have one address the one that had it first keeps it.
        var routes = published.SelectMany(version => ItemIndex.RoutesOf(version.Key.ContentItemId, version.Value)).DistinctBy(route => route.Path).ToList();
        var paths = routes.ConvertAll(route => route.Path);
        var takenPaths = await context.Routes.Where(row => paths.Contains(row.Path)).Select(row => row.Path).ToListAsync(cancellationToken);
        await context.InsertManyAsync(routes.ExceptBy(takenPaths, route => route.Path), cancellationToken);
        var aliases = published.SelectMany(version => ItemIndex.AliasesOf(version.Key.ContentItemId, version.Value)).DistinctBy(alias => alias.Alias).ToList();
        var names = aliases.ConvertAll(alias => alias.Alias);
        var takenNames = await context.Aliases.Where(row => names.Contains(row.Alias)).Select(row => row.Alias).ToListAsync(cancellationToken);
        await context.InsertManyAsync(aliases.ExceptBy(takenNames, alias => alias.Alias), cancellationToken);
        await RewriteListsAsync([.. rows.Select(row => row.ContentItemId).Distinct(StringComparer.Ordinal)], cancellationToken);
    }

    /// <summary>An item's two versions may be far apart, so both are read again.</summary>
    private async Task RewriteListsAsync(string[] ids, CancellationToken cancellationToken)
    {
        var rows = await context.Versions.AsNoTracking().Where(row => ids.Contains(row.ContentItemId) && (row.Published || row.Latest)).ToListAsync(cancellationToken);
        var changed = rows.GroupBy(row => row.ContentItemId, StringComparer.Ordinal).Select(versions =>
        {
            var items = versions.ToDictionary(row => row, row => ItemJson.ReadItem(row.Json));
            var latest = items.FirstOrDefault(version => version.Key.Latest);
            var published = items.FirstOrDefault(version => version.Key.Published);
            return (versions.Key, new ItemState(published.Value, latest.Value), (latest.Key ?? published.Key).Key);
        }).ToList();
        var withdrawn = await ItemListRows.FindWithdrawnAsync(context, ids, cancellationToken);
        await ItemListRows.WriteAsync(context, changed, ids, item => IndexContribution.Of(item, definitions), withdrawn.Contains, cancellationToken);
        await CountedRows.WriteAsync(context, changed.Select(item => item.Item2), ids, item => IndexContribution.Of(item, definitions), cancellationToken);
    }
}
