using System.Collections.Concurrent;
using System.Threading.Channels;
using Gongkai.Content;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Gongkai.Desk.Bulk;

/// <summary>Carries work on many items out, one piece after the other, whether or not anybody looks.</summary>
/// <remarks>Each item is a call of its own: what stops here leaves whole items behind, and the rest can be gone on with.</remarks>
/// <param name="jobs">Keeps the work.</param>
/// <param name="unitOfWork">A scope for each item.</param>
/// <param name="background">Says for whom each is done.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Told of what fails.</param>
internal sealed class BulkJobs(IDeskJobs jobs, IUnitOfWork unitOfWork, BackgroundUser background, TimeProvider time, ILogger<BulkJobs> logger) : BackgroundService
{
    /// <summary>The kind of these jobs.</summary>
    public const string Kind = "bulk";

    // Telling is a write: often enough to watch, seldom enough not to be in anybody's way.
    private static readonly TimeSpan TellEvery = TimeSpan.FromSeconds(1);

    // A process that lives tells much more often.
    private static readonly TimeSpan SilentAfter = TimeSpan.FromMinutes(1);

    private readonly Channel<(DeskJob Job, DeskUser User)> _waiting = Channel.CreateUnbounded<(DeskJob, DeskUser)>();
    private readonly ConcurrentDictionary<string, bool> _stopped = new(StringComparer.Ordinal);

    /// <summary>Begins work; its id.</summary>
    public async Task<string> BeginAsync(DeskUser user, BulkWork work, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var job = new DeskJob(IdGenerator.NewId(), user.Name, Kind, now, now, false, work.ToJson());
        await jobs.SaveAsync(job, cancellationToken);
        await _waiting.Writer.WriteAsync((job, user), cancellationToken);
        return job.Id;
    }

    /// <summary>Goes on with work that was stopped, or whose process ended.</summary>
    public async Task ContinueAsync(DeskUser user, DeskJob job, CancellationToken cancellationToken)
    {
        var again = job with { UpdatedUtc = time.GetUtcNow().UtcDateTime, IsDone = false, Json = (BulkWork.FromJson(job.Json) with { IsStopped = false }).ToJson() };
        _stopped.TryRemove(job.Id, out _);
        await jobs.SaveAsync(again, cancellationToken);
        await _waiting.Writer.WriteAsync((again, user), cancellationToken);
    }

    /// <summary>Stops work after the item that is under way.</summary>
    public void Stop(string id) => _stopped[id] = true;

    /// <summary>Whether work is not over and nobody is at it any more.</summary>
    public bool IsAbandoned(DeskJob job) => !job.IsDone && time.GetUtcNow().UtcDateTime - job.UpdatedUtc > SilentAfter;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var (job, user) in _waiting.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await background.RunAsync(user, () => RunAsync(job, user, stoppingToken));
            }
            catch (Exception fault) when (fault is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                logger.LogError(fault, "批量处理“{Id}”中断。", job.Id);
            }
        }
    }

    private async Task RunAsync(DeskJob job, DeskUser user, CancellationToken cancellationToken)
    {
        var work = BulkWork.FromJson(job.Json);
        var results = work.Results.ToList();
        var told = time.GetUtcNow();
        foreach (var id in work.Left.ToList())
        {
            if (cancellationToken.IsCancellationRequested || _stopped.TryRemove(job.Id, out _))
            {
                work = work with { IsStopped = true };
                break;
            }

            results.Add(await RunAsync(work, id, user, cancellationToken));
            if (time.GetUtcNow() - told < TellEvery)
                continue;
            told = time.GetUtcNow();
            await TellAsync(isDone: false);
        }

        await TellAsync(isDone: true);

        Task TellAsync(bool isDone) => jobs.SaveAsync(
            job with { UpdatedUtc = time.GetUtcNow().UtcDateTime, IsDone = isDone, Json = (work with { Results = results }).ToJson() }, CancellationToken.None);
    }

    private async Task<BulkResult> RunAsync(BulkWork work, string id, DeskUser user, CancellationToken cancellationToken)
    {
        BulkResult? result = null;
        try
        {
            await unitOfWork.RunAsync(async services => result = await services.GetRequiredService<BulkItems>().RunAsync(work.Verb, work.Value, id, user, cancellationToken));
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            logger.LogError(fault, "批量处理内容“{Id}”时出错。", id);
        }

        return result ?? new(id, id, BulkOutcome.Refused, new("出错了，没有处理。问题已经记录，请稍后再试。"));
    }
}
