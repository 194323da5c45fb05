using Gongkai.Content;
using Gongkai.Review.Checks;
using Gongkai.Review.Checks.Running;

namespace Gongkai.Desk.Checking;

/// <summary>How much the checks have to say of a version, for links to their page.</summary>
/// <param name="Blocking">What holds it back.</param>
/// <param name="Warnings">What is only told.</param>
internal sealed record CheckCount(int Blocking, int Warnings)
{
    /// <summary>All of it.</summary>
    public int Total => Blocking + Warnings;
}

/// <summary>Counts what is known without reading a file for it.</summary>
/// <param name="checks">The checks.</param>
internal sealed class CheckCounts(ContentChecks checks)
{
    /// <summary>The count of a stored version. Files that nobody has read yet are left out: their page reads them.</summary>
    public async Task<CheckCount> OfAsync(ContentItem version, CancellationToken cancellationToken)
    {
        var findings = (await checks.RunKeptAsync(version, cancellationToken)).Findings.Where(finding => finding.ToConfirm is not { Hash.Length: 0 }).ToList();
        var blocking = findings.Count(finding => finding.Severity == CheckSeverity.Blocking);
        return new(blocking, findings.Count - blocking);
    }
}
