using Gongkai.Content;

namespace Gongkai.Review.Upkeep.SiteChecks;

/// <summary>Begins, stops and goes on with checks of the whole site, each with its row in the audit trail.</summary>
public sealed class SiteCheckRuns(ISiteCheckRecords records, SiteCheckWork work, IAuditTrail audit, ICurrentUser current, TimeProvider time)
{
    /// <summary>The newest run, or null.</summary>
    public Task<SiteCheckRun?> FindAsync(CancellationToken cancellationToken = default) => records.FindAsync(cancellationToken);

    /// <summary>Begins one; null while one waits or is under way.</summary>
    public async Task<SiteCheckRun?> BeginAsync(CancellationToken cancellationToken = default)
    {
        if (await records.BeginAsync(new(IdGenerator.NewId(), current.User.Name, Now), cancellationToken) is not { } run)
            return null;
        await TellAsync(run.Id, "begun");
        work.Wake();
        return run;
    }

    /// <summary>Stops one after the batch that is under way; false when it is over.</summary>
    public Task<bool> StopAsync(string id, CancellationToken cancellationToken = default) => MoveAsync(id, [SiteCheckState.Waiting, SiteCheckState.Running], SiteCheckState.Stopped, "stopped", cancellationToken);

    /// <summary>Goes on with one that was stopped; false when there is none of that id.</summary>
    public Task<bool> ContinueAsync(string id, CancellationToken cancellationToken = default) => MoveAsync(id, [SiteCheckState.Stopped], SiteCheckState.Waiting, "continued", cancellationToken);

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private async Task<bool> MoveAsync(string id, SiteCheckState[] from, SiteCheckState to, string what, CancellationToken cancellationToken)
    {
        if (!await records.MoveAsync(id, from, to, Now, cancellationToken))
            return false;
        await TellAsync(id, what);
        work.Wake();
        return true;
    }

    private Task TellAsync(string id, string what) => audit.AppendAsync([new(AuditActions.CheckSiteBegun) { Details = new() { ["run"] = id, ["what"] = what } }], CancellationToken.None);
}
