namespace Gongkai.Content;

/// <summary>What each way of withdrawing needs.</summary>
public static class WithdrawalRules
{
    /// <summary>The longest explanation, in characters.</summary>
    public const int LongestExplanation = 500;

    private const int LongestPath = 1000;

    /// <summary>The faults of a withdrawal by itself. Whether its target is public is asked of what is stored.</summary>
    /// <param name="contentItemId">The item that is withdrawn.</param>
    /// <param name="withdrawal">How.</param>
    public static IReadOnlyList<ValidationError> FaultsOf(string contentItemId, Withdrawal withdrawal)
    {
        var faults = new List<ValidationError>();
        var hasItem = !string.IsNullOrEmpty(withdrawal.TargetId);
        var hasPath = !string.IsNullOrEmpty(withdrawal.TargetPath);
        if (hasItem && hasPath)
            faults.Add(new(nameof(Withdrawal.TargetPath), new("替代的内容和转到的地址只能填一个。")));
        switch (withdrawal.Way)
        {
            case WithdrawalWay.Replaced when !hasItem:
                faults.Add(new(nameof(Withdrawal.TargetId), new("请选择替代它的内容。")));
                break;
            case WithdrawalWay.Mistake when !hasItem && !hasPath && withdrawal.Redirects:
                faults.Add(new(nameof(Withdrawal.TargetPath), new("请填写转到的地址，如 /guide；或者改为不转走。")));
                break;
            case WithdrawalWay.Mistake when (hasItem || hasPath) && !withdrawal.Redirects:
                faults.Add(new(nameof(Withdrawal.Redirects), new("误发的内容要么转到别处，要么只说明已撤下。要给出链接，请选“被替代”。")));
                break;
            case WithdrawalWay.Unsaid when hasItem || hasPath || withdrawal.Redirects:
                faults.Add(new(nameof(Withdrawal.Way), new("请说明为什么撤下：误发，还是被替代。")));
                break;
        }

        if (hasItem && withdrawal.TargetId == contentItemId)
            faults.Add(new(nameof(Withdrawal.TargetId), new("不能用内容自己替代自己，请另选一条。")));
        if (hasPath && FaultOfPath(withdrawal.TargetPath!) is { } fault)
            faults.Add(new(nameof(Withdrawal.TargetPath), fault));
        if (withdrawal.Explanation?.Length > LongestExplanation)
            faults.Add(new(nameof(Withdrawal.Explanation), $"说明最多 {LongestExplanation} 个字。"));
        foreach (var (name, text) in new[] { (nameof(Withdrawal.TargetId), withdrawal.TargetId), (nameof(Withdrawal.TargetPath), withdrawal.TargetPath), (nameof(Withdrawal.Explanation), withdrawal.Explanation) })
        {
            if (text is not null && !StorableText.IsStorable(text))
                faults.Add(StorableText.Fault(name));
        }

        return faults;
    }

    private static Wording? FaultOfPath(string path)
    {
        if (path.Length > LongestPath)
            return $"地址太长，最多 {LongestPath} 个字符。";
        return path[0] != '/' || path.StartsWith("//", StringComparison.Ordinal) || path.Any(c => char.IsControl(c) || c is '\\' or '?' or '#' or '%' or '"' or '<' or '>')
            ? new("只能转到本站的地址：“{0}”应以一个 / 开头，如 /guide，不带协议、主机名、参数和编码。", ShortText.Of(path))
            : null;
    }
}
