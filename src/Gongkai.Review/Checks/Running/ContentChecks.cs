using Gongkai.Content;

namespace Gongkai.Review.Checks.Running;

/// <summary>What the checks found in a version.</summary>
/// <param name="Item">The version.</param>
/// <param name="Findings">What was found, the blocking first.</param>
/// <param name="Files">Its attachments, and whether they were read.</param>
public sealed record CheckReport(ContentItem Item, IReadOnlyList<Finding> Findings, IReadOnlyList<CheckedFile> Files)
{
    /// <summary>Whether the version is held back.</summary>
    public bool IsBlocked => Findings.Any(finding => finding.Severity == CheckSeverity.Blocking);
}

/// <summary>Runs the checks over a version.</summary>
public sealed class ContentChecks
{
    private readonly ItemGathering _gathering;
    private readonly CheckRulesSource _rules;

    internal ContentChecks(ItemGathering gathering, CheckRulesSource rules) => (_gathering, _rules) = (gathering, rules);

    /// <summary>What is found. Its attachments are read, for half a minute at most; what was not read by then is not checked.</summary>
    public Task<CheckReport> RunAsync(ContentItem item, CancellationToken cancellationToken = default) => RunAsync(item, isAhead: true, cancellationToken);

    /// <summary>What is found, by what was read of its attachments before: takes no time.</summary>
    public Task<CheckReport> RunKeptAsync(ContentItem item, CancellationToken cancellationToken = default) => RunAsync(item, isAhead: false, cancellationToken);

    private async Task<CheckReport> RunAsync(ContentItem item, bool isAhead, CancellationToken cancellationToken)
    {
        var gathered = await _gathering.GatherAsync(item, isAhead, cancellationToken);
        return new(item, AllChecks.Run(gathered, _rules.Current), gathered.Files);
    }
}
