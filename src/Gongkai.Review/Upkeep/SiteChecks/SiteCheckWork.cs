using Gongkai.Content;
using Gongkai.Review.Checks.Running;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gongkai.Review.Upkeep.SiteChecks;

/// <summary>Runs the checks over everything that is public, a few items at a time: what was found and how far it is are stored together, so that after a stop or a kill it goes on where it was.</summary>
/// <remarks>Of several processes one does it. Memory holds the items of one batch.</remarks>
public sealed class SiteCheckWork(ISiteCheckRecords records, ILeases leases, IUnitOfWork unitOfWork, TimeProvider time, ILogger<SiteCheckWork> logger) : IBackgroundWork, IDisposable
{
    /// <summary>So much of one item is listed; its own page has the rest.</summary>
    public const int MostOfItem = 100;

    /// <summary>So much is listed in all: a site with more is not mended by reading lists.</summary>
    public const int MostFindings = 200_000;

    private const string Lease = "site-check";
    private const int BatchSize = 10;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    // A batch of items with files that all take their half minute.
    private static readonly TimeSpan LeaseLength = TimeSpan.FromMinutes(10);

    private readonly string _holder = IdGenerator.NewId();
    private readonly ChangeSignal _woken = new();

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                if (await records.FindAsync(stopping) is { State: SiteCheckState.Waiting or SiteCheckState.Running })
                    await RunNowAsync(() => records.FindAsync(stopping), null, stopping);
            }
#pragma warning disable CA1031 // whatever it is, the run is still there, and in a moment it is gone on with
            catch (Exception fault) when (fault is not OperationCanceledException || !stopping.IsCancellationRequested)
#pragma warning restore CA1031
            {
                logger.LogError(fault, "全站检查中断，稍后接着做。");
            }
            catch (OperationCanceledException)
            {
                break;
            }

            await _woken.WaitAsync(Interval, time, stopping);
        }
    }

    /// <summary>Looks at once whether there is something to do.</summary>
    public void Wake() => _woken.Set();

    /// <summary>Does a run here and now, from where it stands; null when another process is at it, else the run as it ended.</summary>
    /// <param name="find">Finds or begins the run, once nobody else can be at one; null for none.</param>
    /// <param name="progress">Told after each batch.</param>
    /// <param name="cancellationToken">Ends it; it can be gone on with.</param>
    public async Task<SiteCheckRun?> RunNowAsync(Func<Task<SiteCheckRun?>> find, IProgress<SiteCheckRun>? progress, CancellationToken cancellationToken)
    {
        if (!await HoldAsync(cancellationToken))
            return null;
        try
        {
            var run = await find();
            if (run is null || !await records.MoveAsync(run.Id, [SiteCheckState.Waiting, SiteCheckState.Running], SiteCheckState.Running, Now, cancellationToken))
                return run;
            run = run with { State = SiteCheckState.Running };
            while (run.State == SiteCheckState.Running && await HoldAsync(cancellationToken))
            {
                var (next, findings) = await CheckNextAsync(run, cancellationToken);
                // Stopped, or begun anew by somebody: what was found in this batch is found again.
                if (!await records.StoreAsync(next, findings, cancellationToken))
                    return await records.FindAsync(cancellationToken);
                run = next with { Findings = run.Findings + findings.Count };
                progress?.Report(run);
            }

            return run;
        }
        finally
        {
            await leases.GiveBackAsync(Lease, _holder, CancellationToken.None);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _woken.Dispose();

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private Task<bool> HoldAsync(CancellationToken cancellationToken) => leases.TakeAsync(Lease, _holder, LeaseLength, cancellationToken);

    private async Task<(SiteCheckRun Run, IReadOnlyCollection<SiteFinding> Findings)> CheckNextAsync(SiteCheckRun run, CancellationToken cancellationToken)
    {
        var ids = await records.NextAsync(run.Position, BatchSize, cancellationToken);
        if (ids.Count == 0)
            return (run with { State = SiteCheckState.Done, UpdatedUtc = Now }, []);
        var findings = new List<SiteFinding>();
        var failed = 0;
        await unitOfWork.RunAsync(async services =>
        {
            var checks = services.GetRequiredService<ContentChecks>();
            foreach (var item in (await services.GetRequiredService<IContentReader>().GetManyAsync(ids, VersionOption.Published, cancellationToken)).Where(item => item.IsPublic()))
            {
                if (await FindAsync(checks, item, cancellationToken) is { } found)
                    findings.AddRange(found);
                else
                    failed++;
            }
        });
        var room = Math.Max(0, MostFindings - run.Findings);
        return (run with { Position = ids[^1], Passed = run.Passed + ids.Count, Failed = run.Failed + failed, UpdatedUtc = Now }, findings.Count <= room ? findings : findings[..room]);
    }

    /// <summary>What is found in an item; null when it cannot be checked.</summary>
    private async Task<IEnumerable<SiteFinding>?> FindAsync(ContentChecks checks, ContentItem item, CancellationToken cancellationToken)
    {
        try
        {
            return (await checks.RunAsync(item, cancellationToken)).Findings.Take(MostOfItem).Select(finding => SiteFindings.Of(item, finding));
        }
#pragma warning disable CA1031 // one item that cannot be checked keeps nobody from checking the others; it is counted and told
        catch (Exception fault) when (fault is not OperationCanceledException)
#pragma warning restore CA1031
        {
            logger.LogError(fault, "全站检查：内容“{Id}”没有查成。", item.ContentItemId);
            return null;
        }
    }
}
