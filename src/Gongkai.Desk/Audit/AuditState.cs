using Gongkai.Content;

namespace Gongkai.Desk.Audit;

/// <summary>What the chain came to when it was last verified in this process. Going through all of a long trail takes seconds: no page does it unasked.</summary>
internal sealed class AuditState(IAuditTrail trail, TimeProvider time)
{
    private Verified? _last;

    /// <summary>The last verification; null when there was none.</summary>
    public Verified? Last => Volatile.Read(ref _last);

    /// <summary>Verifies now.</summary>
    public async Task<Verified> VerifyAsync(CancellationToken cancellationToken)
    {
        var verified = new Verified(await trail.VerifyAsync(cancellationToken), time.GetUtcNow().UtcDateTime);
        Volatile.Write(ref _last, verified);
        return verified;
    }

    internal sealed record Verified(AuditVerification Chain, DateTime AtUtc);
}
