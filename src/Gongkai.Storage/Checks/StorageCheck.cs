using System.Globalization;
using System.Text.Json;
using Gongkai.Content;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Storage;

/// <summary>Looks through the whole database for what should not be: for the command <c>check</c>.</summary>
public sealed class StorageCheck
{
    private const int PageSize = 200;

    private readonly IDbContextFactory<StorageContext> _contexts;
    private readonly IContentDefinitions _definitions;

    internal StorageCheck(IDbContextFactory<StorageContext> contexts, IContentDefinitions definitions) => (_contexts, _definitions) = (contexts, definitions);

    /// <summary>The faults, each a message in Simplified Chinese; empty when all is well.</summary>
    public async Task<IReadOnlyList<string>> FindFaultsAsync(CancellationToken cancellationToken = default)
    {
        var faults = new List<string>();
        await using var context = await _contexts.CreateDbContextAsync(cancellationToken);

        // One moment for all queries: an editor may go on meanwhile.
        await using var moment = await context.BeginReadingAsync(cancellationToken);
        faults.AddRange(await context.FindDamageAsync(cancellationToken));
        await CheckStatesAsync(context, faults, cancellationToken);
        await CheckFeedAsync(context, faults, cancellationToken);
        faults.AddRange((await AuditChain.VerifyAsync(context, cancellationToken)).Faults.Select(fault => fault.Message));
        await CheckVersionsAsync(context, faults, cancellationToken);
        await CheckListsAsync(context, faults, cancellationToken);
        return faults;
    }

    private static async Task CheckStatesAsync(StorageContext context, List<string> faults, CancellationToken cancellationToken)
    {
        var several = context.Versions.Where(row => row.Published || row.Latest).GroupBy(row => row.ContentItemId)
            .Where(group => group.Count(row => row.Published) > 1 || group.Count(row => row.Latest) > 1).Select(group => group.Key);
        foreach (var id in await several.ToListAsync(cancellationToken))
            faults.Add($"内容“{id}”有多个已发布或最新的版本。");
    }

    private static async Task CheckFeedAsync(StorageContext context, List<string> faults, CancellationToken cancellationToken)
    {
        var count = await context.Changes.LongCountAsync(cancellationToken);
        var last = await context.Changes.MaxAsync(row => (long?)row.Sequence, cancellationToken) ?? 0;
        if (count != last)
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"变更记录有缺号：共 {count} 条，最后一条是第 {last} 号。"));
    }

    /// <summary>Whether the lists have each item once, with its versions.</summary>
    private static async Task CheckListsAsync(StorageContext context, List<string> faults, CancellationToken cancellationToken)
    {
        var missing = context.Versions.Where(row => row.Latest && !context.Lists.Any(line => line.ContentItemId == row.ContentItemId && line.LatestKey == row.Key && line.LatestVersionId == row.VersionId));
        foreach (var id in await missing.Select(row => row.ContentItemId).ToListAsync(cancellationToken))
            faults.Add($"内容“{id}”在工作台的列表中缺失，或与最新的版本不符。");
        var strays = context.Lists.Where(line => !context.Versions.Any(row => row.Key == line.LatestKey && (row.Latest || row.Published)));
        foreach (var id in await strays.Select(line => line.ContentItemId).ToListAsync(cancellationToken))
            faults.Add($"内容“{id}”已不存在，却还在工作台的列表中。");
    }

    private async Task CheckVersionsAsync(StorageContext context, List<string> faults, CancellationToken cancellationToken)
    {
        var published = new HashSet<string>(StringComparer.Ordinal);
        long after = 0;
        while (true)
        {
            var rows = await context.Versions.AsNoTracking().Where(row => row.Key > after).OrderBy(row => row.Key).Take(PageSize).ToListAsync(cancellationToken);
            if (rows.Count == 0)
                break;
            after = rows[^1].Key;
            var keys = rows.ConvertAll(row => row.Key);
            var ids = rows.Where(row => row.Published).Select(row => row.ContentItemId).ToList();
            published.UnionWith(ids);
            var index = new StoredIndex(
                (await context.Terms.AsNoTracking().Where(row => keys.Contains(row.VersionKey)).ToListAsync(cancellationToken)).ToLookup(row => row.VersionKey),
                (await context.References.AsNoTracking().Where(row => keys.Contains(row.VersionKey)).ToListAsync(cancellationToken)).ToLookup(row => row.VersionKey),
                (await context.Schedules.AsNoTracking().Where(row => keys.Contains(row.VersionKey)).ToListAsync(cancellationToken)).ToLookup(row => row.VersionKey),
                (await context.Html.AsNoTracking().Where(row => keys.Contains(row.VersionKey)).ToListAsync(cancellationToken)).ToDictionary(row => row.VersionKey),
                (await context.Routes.AsNoTracking().Where(row => ids.Contains(row.ContentItemId)).ToListAsync(cancellationToken)).ToLookup(row => row.ContentItemId),
                (await context.Aliases.AsNoTracking().Where(row => ids.Contains(row.ContentItemId)).ToListAsync(cancellationToken)).ToLookup(row => row.ContentItemId));
            faults.AddRange(rows.SelectMany(row => FaultsOf(row, index)));
        }

        var strays = (await context.Routes.Select(row => row.ContentItemId).ToListAsync(cancellationToken))
            .Concat(await context.Aliases.Select(row => row.ContentItemId).ToListAsync(cancellationToken)).Distinct().Where(id => !published.Contains(id));
        faults.AddRange(strays.Select(id => $"内容“{id}”没有已发布的版本，却还占用地址或别名。"));
    }

    private IEnumerable<string> FaultsOf(VersionRow row, StoredIndex index)
    {
        var name = $"内容“{row.ContentItemId}”的版本“{row.VersionId}”";
        ContentItem item;
        try
        {
            item = ItemJson.ReadItem(row.Json);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or ArgumentException)
        {
            return [$"{name}不是有效的 JSON：{fault.Message}"];
        }

        return Compare(row, item, index).Select(fault => name + fault);
    }

    private IEnumerable<string> Compare(VersionRow row, ContentItem item, StoredIndex index)
    {
        if ((item.ContentItemId, item.ContentItemVersionId, item.ContentType, item.Published, item.Latest)
            != (row.ContentItemId, row.VersionId, row.ContentType, row.Published, row.Latest))
            yield return "的编号、类型或状态与数据库所记不符。";
        var isLive = row.Published || row.Latest;
        var contribution = IndexContribution.Of(item, _definitions.Current);
        var terms = isLive ? ItemIndex.TermsOf(row, contribution) : [];
        if (!terms.Select(term => (term.TaxonomyId, term.TermId)).ToHashSet().SetEquals(index.Terms[row.Key].Select(term => (term.TaxonomyId, term.TermId))))
            yield return "的分类索引与内容不符。";
        var references = isLive ? ItemIndex.ReferencesOf(row, item, contribution, () => index.Html.GetValueOrDefault(row.Key) is { } html ? ItemJson.ReadTexts(html.Json).Values : []) : [];
        if (!references.Select(reference => reference.TargetId).ToHashSet().SetEquals(index.References[row.Key].Select(reference => reference.TargetId)))
            yield return "的链接索引与内容不符。";
        var schedules = ItemIndex.SchedulesOf(row, contribution);
        if (!schedules.Select(schedule => (schedule.Action, schedule.DueUtc)).ToHashSet().SetEquals(index.Schedules[row.Key].Select(schedule => (schedule.Action, schedule.DueUtc))))
            yield return "的定时安排与内容不符。";
        if (!row.Published)
            yield break;
        if (contribution.Markup.Count > 0 != index.Html.ContainsKey(row.Key))
            yield return "的网页正文与内容不符。";
        if (!ItemIndex.RoutesOf(row.ContentItemId, contribution).Select(route => route.Path).ToHashSet().SetEquals(index.Routes[row.ContentItemId].Select(route => route.Path)))
            yield return "的地址索引与内容不符。";
        if (!ItemIndex.AliasesOf(row.ContentItemId, contribution).Select(alias => alias.Alias).ToHashSet().SetEquals(index.Aliases[row.ContentItemId].Select(alias => alias.Alias)))
            yield return "的别名索引与内容不符。";
    }

    private sealed record StoredIndex(
        ILookup<long, TermRow> Terms, ILookup<long, ReferenceRow> References, ILookup<long, ScheduleRow> Schedules, Dictionary<long, HtmlRow> Html,
        ILookup<string, RouteRow> Routes, ILookup<string, AliasRow> Aliases);
}
