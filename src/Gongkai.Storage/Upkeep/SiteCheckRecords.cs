using System.Text.Json;
using Gongkai.Content;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Storage;

/// <summary>The tables of checks of the whole site. They are no content: nothing of them is in the feed.</summary>
internal sealed class SiteCheckRecords(IDbContextFactory<StorageContext> contexts, StorageWriter writer) : ISiteCheckRecords
{
    private const int MaxCount = 1000;

    public async Task<SiteCheckRun?> FindAsync(CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.SiteChecks.AsNoTracking().OrderByDescending(row => row.StartedUtc).FirstOrDefaultAsync(cancellationToken) is { } row ? Of(row) : null;
    }

    public async Task<SiteCheckRun?> BeginAsync(SiteCheckRun run, CancellationToken cancellationToken = default)
    {
        await using var transaction = await writer.BeginAsync(cancellationToken);
        var context = transaction.Context;
        if (await context.SiteChecks.AnyAsync(row => row.State == SiteCheckState.Waiting || row.State == SiteCheckState.Running, cancellationToken))
            return null;
        await context.SiteChecks.ExecuteDeleteAsync(cancellationToken);
        await context.SiteFindings.ExecuteDeleteAsync(cancellationToken);
        var row = new SiteCheckRow
        {
            Id = run.Id,
            Owner = run.Owner,
            StartedUtc = run.StartedUtc,
            UpdatedUtc = run.StartedUtc,
            State = SiteCheckState.Waiting,
            Position = "",
            Items = await context.Lists.CountAsync(item => item.PublishedVersionId != null, cancellationToken),
        };
        context.SiteChecks.Add(row);
        await transaction.CommitAsync();
        return Of(row);
    }

    public async Task<bool> MoveAsync(string id, IReadOnlyCollection<SiteCheckState> from, SiteCheckState to, DateTime nowUtc, CancellationToken cancellationToken = default)
    {
        if (!StorableText.IsStorable(id))
            return false;
        await using var transaction = await writer.BeginAsync(cancellationToken);
        SiteCheckState[] states = [.. from];
        var moved = await transaction.Context.SiteChecks.Where(row => row.Id == id && states.Contains(row.State))
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.State, to).SetProperty(one => one.UpdatedUtc, nowUtc), cancellationToken);
        await transaction.CommitAsync();
        return moved > 0;
    }

    public async Task<IReadOnlyList<string>> NextAsync(string after, int count, CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
#pragma warning disable CA1309 // It becomes SQL, where strings compare by the column's rule.
        return await context.Lists.Where(row => row.PublishedVersionId != null && string.Compare(row.ContentItemId, after) > 0).OrderBy(row => row.ContentItemId).Take(count)
            .Select(row => row.ContentItemId).ToListAsync(cancellationToken);
#pragma warning restore CA1309
    }

    public async Task<bool> StoreAsync(SiteCheckRun run, IReadOnlyCollection<SiteFinding> findings, CancellationToken cancellationToken = default)
    {
        await using var transaction = await writer.BeginAsync(cancellationToken);
        var context = transaction.Context;
        if (await context.SiteChecks.FirstOrDefaultAsync(row => row.Id == run.Id && row.State == SiteCheckState.Running, cancellationToken) is not { } row)
            return false;
        var number = row.Findings;
        await context.InsertManyAsync(findings.Select(finding => RowOf(run.Id, ++number, finding)), cancellationToken);
        (row.Position, row.Passed, row.Failed, row.State, row.UpdatedUtc, row.Findings) = (run.Position, run.Passed, run.Failed, run.State, run.UpdatedUtc, row.Findings + findings.Count);
        context.SiteChecks.Update(row);
        await transaction.CommitAsync();
        return true;
    }

    public async Task<IReadOnlyList<SiteFinding>> FindingsAsync(SiteFindingRequest request, CancellationToken cancellationToken = default)
    {
        if (!StorableText.IsStorable(request.RunId) || !StorableText.IsStorable(request.Check))
            return [];
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var findings = Visible(context, request).Where(row => row.Number > request.After);
        if (request.Check is { } check)
            findings = findings.Where(row => row.CheckName == check);
        if (request.IsBlocking is { } blocking)
            findings = findings.Where(row => row.IsBlocking == blocking);
        return (await findings.OrderBy(row => row.Number).Skip(Math.Max(0, request.Skip)).Take(Math.Clamp(request.Count, 1, MaxCount)).AsNoTracking().ToListAsync(cancellationToken)).ConvertAll(Of);
    }

    public async Task<IReadOnlyList<(string Check, bool IsBlocking, int Count)>> CountAsync(SiteFindingRequest request, CancellationToken cancellationToken = default)
    {
        if (!StorableText.IsStorable(request.RunId))
            return [];
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var counts = await Visible(context, request).GroupBy(row => new { row.CheckName, row.IsBlocking }).Select(group => new { group.Key.CheckName, group.Key.IsBlocking, Count = group.Count() }).ToListAsync(cancellationToken);
        return [.. counts.Select(count => (count.CheckName, count.IsBlocking, count.Count))];
    }

    /// <summary>The findings in items that somebody sees. What was deleted since is nobody's any more.</summary>
    private static IQueryable<SiteFindingRow> Visible(StorageContext context, SiteFindingRequest request)
    {
        var run = request.RunId;
        var items = ResponsibleRows.Of(context, request.ContentTypes, request.Offices, null);
        return context.SiteFindings.Where(finding => finding.RunId == run && items.Any(item => item.ContentItemId == finding.ContentItemId));
    }

    private static SiteCheckRun Of(SiteCheckRow row) => new(row.Id, row.Owner, DateTime.SpecifyKind(row.StartedUtc, DateTimeKind.Utc))
    {
        UpdatedUtc = DateTime.SpecifyKind(row.UpdatedUtc, DateTimeKind.Utc),
        State = row.State,
        Position = row.Position,
        Items = row.Items,
        Passed = row.Passed,
        Findings = row.Findings,
        Failed = row.Failed,
    };

    private static SiteFinding Of(SiteFindingRow row) => new(row.Number, row.ContentItemId, row.ContentType, row.Title, row.CheckName, row.IsBlocking)
    {
        VersionId = row.VersionId,
        Path = row.Path,
        Label = row.Label,
        File = row.File,
        Line = row.Line,
        Message = row.Message,
        Values = JsonSerializer.Deserialize<string[]>(row.MessageValues) ?? [],
        Excerpt = row.Excerpt,
    };

    private static SiteFindingRow RowOf(string run, int number, SiteFinding finding) => new()
    {
        RunId = run,
        Number = number,
        ContentItemId = finding.ContentItemId,
        ContentType = finding.ContentType,
        VersionId = finding.VersionId,
        Title = ShortText.Cut(finding.Title, ListedItem.LongestTitle),
        CheckName = finding.Check,
        IsBlocking = finding.IsBlocking,
        Path = finding.Path,
        Label = finding.Label,
        File = finding.File,
        Line = finding.Line,
        Message = finding.Message,
        MessageValues = JsonSerializer.Serialize(finding.Values),
        Excerpt = finding.Excerpt,
    };
}
