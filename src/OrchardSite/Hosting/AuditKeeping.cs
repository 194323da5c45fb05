using Gongkai.Content;

namespace OrchardSite.Hosting;

/// <summary>The night's work on the audit trail: its chain is verified and its end noted in the log, then rows whose time is over go.</summary>
/// <remarks>The noted end stands outside of the database: whoever changes the chain as a whole later cannot change it there.</remarks>
internal sealed class AuditKeeping(IAuditTrail trail, IAuditRetention retention, SiteOptions options, TimeProvider time, ILogger<AuditKeeping> logger)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var chain = await trail.VerifyAsync(cancellationToken);
        foreach (var fault in chain.Faults)
            logger.LogError("夜间检查：{Fault}", fault.Message);
        if (!chain.IsWhole)
        {
            logger.LogError("夜间检查：审计记录不完整，到期的记录暂不清理，以便查明原因。");
            return;
        }

        logger.LogInformation("夜间检查：审计记录完整，第 {First} 至 {Last} 号，末条校验值 {Hash}。", chain.First, chain.Last, chain.Hash);
        var removed = await retention.RemoveBeforeAsync(time.GetUtcNow().UtcDateTime.Date.AddDays(-options.AuditDays), cancellationToken);
        if (removed > 0)
            logger.LogInformation("夜间检查：已清理 {Removed} 条超过 {Days} 天的审计记录。", removed, options.AuditDays);
    }
}
