using System.Globalization;

namespace Gongkai.Content;

/// <summary>What the chain of the audit trail came to.</summary>
/// <param name="First">The number of the first row that is kept; 0 when there is none.</param>
/// <param name="Last">The number of the last row; 0 when there is none.</param>
/// <param name="Hash">The last row's hash. Noted down elsewhere, it proves later that nothing up to this row was changed.</param>
/// <param name="Faults">What is wrong, at most <see cref="MaxFaults"/> of it; empty when the chain is whole.</param>
public sealed record AuditVerification(long First, long Last, string Hash, IReadOnlyList<AuditFault> Faults)
{
    /// <summary>How many faults are told one by one.</summary>
    public const int MaxFaults = 100;

    /// <summary>Whether nothing is wrong.</summary>
    public bool IsWhole => Faults.Count == 0;
}

/// <summary>What can be wrong with the chain.</summary>
public enum AuditFaultKind
{
    /// <summary>A row does not agree with its hash: it, or the hash before it, was changed.</summary>
    Changed,

    /// <summary>Rows are missing.</summary>
    Missing,

    /// <summary>The first rows are missing, and no row says that they were removed because their time was over.</summary>
    NoStart,

    /// <summary>The last rows are missing, or the end was changed.</summary>
    NoEnd,
}

/// <summary>A fault of the chain.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="From">The number of the first row that is concerned.</param>
/// <param name="To">The number of the last one.</param>
public sealed record AuditFault(AuditFaultKind Kind, long From, long To)
{
    /// <summary>The fault in Simplified Chinese.</summary>
    public string Message
    {
        get
        {
            var rows = From == To ? string.Create(CultureInfo.InvariantCulture, $"第 {From} 号") : string.Create(CultureInfo.InvariantCulture, $"第 {From} 至 {To} 号");
            return Kind switch
            {
                AuditFaultKind.Changed => $"审计记录{rows}与校验值不符：这一条或它前面的一条被改动过。",
                AuditFaultKind.Missing => $"审计记录{rows}缺失。",
                AuditFaultKind.NoStart => $"审计记录{rows}缺失，也没有到期清理的记录。",
                _ => $"审计记录的末尾不完整：{rows}缺失或被改动过。",
            };
        }
    }
}
