using Gongkai.Content;

namespace OrchardSite.Hosting;

/// <summary>Publishes and withdraws what is due (<c>PublishLaterPart</c>, <c>ArchiveLaterPart</c>) while the site serves.</summary>
/// <remarks>
/// Each is one call on the version that was seen: killed in the middle it is done or not done, and of two processes the slower one meets a conflict.
/// What is refused is told and tried again after an hour: what it lacked may have come meanwhile.
/// </remarks>
internal sealed class ScheduleRunner(IUnitOfWork unitOfWork, TimeProvider time, ILogger<ScheduleRunner> logger) : BackgroundService, IChangeFollower
{
    private const int PageSize = 100;
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan RetryAfter = TimeSpan.FromHours(1);

    private readonly ChangeSignal _changed = new();
    private Dictionary<string, DateTime> _refused = new(StringComparer.Ordinal);
    private long _seen = -1;

    /// <summary>Looks again: a change may have brought a schedule that is due earlier.</summary>
    public Task CatchUpAsync(long sequence, CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref _seen, sequence) != sequence)
            _changed.Set();
        return Task.CompletedTask;
    }

    public Task ShowAsync(IReadOnlyList<Change> changes, CancellationToken cancellationToken = default)
    {
        _changed.Set();
        return Task.CompletedTask;
    }

    public override void Dispose()
    {
        _changed.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var wait = LongestWait;
            try
            {
                wait = await RunDueAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                logger.LogError(fault, "执行定时发布和撤下时出错，稍后重试。");
            }

            await _changed.WaitAsync(wait, time, stoppingToken);
        }
    }

    /// <summary>Carries out what is due now; returns how long nothing more will be.</summary>
    private async Task<TimeSpan> RunDueAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var refused = new Dictionary<string, DateTime>(StringComparer.Ordinal);
        // What is not carried out stays in the way of what comes after it.
        var left = 0;
        while (true)
        {
            var due = await FindAsync(now, PageSize, left, cancellationToken);
            foreach (var schedule in due)
            {
                if (_refused.TryGetValue(schedule.VersionId, out var at) && now - at < RetryAfter)
                    refused[schedule.VersionId] = at;
                else if (await CarryOutAsync(schedule, cancellationToken) is { } done)
                    left -= done ? 1 : 0;
                else
                    refused[schedule.VersionId] = now;
                left++;
            }

            if (due.Count < PageSize)
                break;
        }

        _refused = refused;
        var next = await FindAsync(DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc), 1, left, cancellationToken);
        var wait = next is [var first] ? first.DueUtc - now : LongestWait;
        return wait > LongestWait ? LongestWait : wait < ShortestWait ? ShortestWait : wait;
    }

    /// <summary>Whether it is done with; false when somebody else changed the item meanwhile, null when it was refused.</summary>
    private async Task<bool?> CarryOutAsync(DueSchedule schedule, CancellationToken cancellationToken)
    {
        ContentOperation operation = schedule.Action == ScheduleAction.Publish
            ? new Publish(schedule.ContentItemId, schedule.VersionId, schedule.DueUtc)
            : new Unpublish(schedule.ContentItemId, schedule.VersionId, DueUtc: schedule.DueUtc);
        var action = schedule.Action == ScheduleAction.Publish ? "发布" : "撤下";
        ContentResult? result = null;
        try
        {
            // What appears together is one call; the other half is done only if this is its time, too.
            await unitOfWork.RunAsync(async services => result = await services.GetRequiredService<JointPublication>().ExecuteAsync([operation], _ => true, cancellationToken));
        }
        catch (ContentConflictException)
        {
            // An editor or another process was faster: the feed says what is due now.
            return false;
        }

        if (!result!.Succeeded)
        {
            logger.LogWarning("内容“{Id}”定于 {Due:u} {Action}，未能执行：{Reasons}", schedule.ContentItemId, schedule.DueUtc, action,
                string.Join("；", result.Results.SelectMany(one => one.Errors).Select(error => $"{error.Path} {error.Message}")));
            return null;
        }

        // Nothing to do: it has another time now, or the other half of a pair took it along.
        if (result.Results[0].Outcome != OperationOutcome.Unchanged)
            logger.LogInformation("内容“{Id}”已按定于 {Due:u} 的安排{Action}。", schedule.ContentItemId, schedule.DueUtc, action);
        return true;
    }

    private async Task<IReadOnlyList<DueSchedule>> FindAsync(DateTime until, int count, int skip, CancellationToken cancellationToken)
    {
        IReadOnlyList<DueSchedule> due = [];
        await unitOfWork.RunAsync(async services => due = await services.GetRequiredService<IStoredVersions>().DueAsync(until, count, skip, cancellationToken));
        return due;
    }
}
