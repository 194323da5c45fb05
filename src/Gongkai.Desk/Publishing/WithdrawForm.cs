using System.Globalization;
using Gongkai.Content;

namespace Gongkai.Desk.Publishing;

/// <summary>What somebody filled in to withdraw or repeal an item.</summary>
internal sealed record WithdrawForm
{
    /// <summary>By mistake.</summary>
    public const string Mistake = "mistake";

    /// <summary>Replaced.</summary>
    public const string Replaced = "replaced";

    /// <summary>Repealed.</summary>
    public const string Repealed = "repealed";

    private const string Day = "yyyy-MM-dd";

    /// <summary>The way; empty when none was chosen.</summary>
    public string Way { get; init; } = "";

    /// <summary>By mistake: the address to which readers are led; empty for none.</summary>
    public string Path { get; init; } = "";

    /// <summary>What readers are told.</summary>
    public string Explanation { get; init; } = "";

    /// <summary>What takes the item's place, as it was written.</summary>
    public string Target { get; init; } = "";

    /// <summary>What takes its place, chosen among those found.</summary>
    public string TargetId { get; init; } = "";

    /// <summary>Replaced: whether readers are led there by themselves.</summary>
    public bool Redirects { get; init; } = true;

    /// <summary>Repealed: 废止 or 失效.</summary>
    public string Validity { get; init; } = Repeal.Validities[0];

    /// <summary>Repealed: from which day.</summary>
    public string On { get; init; } = "";

    /// <summary>Repealed: the reason.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Reads what was sent.</summary>
    /// <param name="field">The value of a field, or null.</param>
    public static WithdrawForm Read(Func<string, string?> field)
    {
        var way = field("way") ?? "";
        // Each way has fields of its own, so that all can be shown at once.
        var prefix = way == Repealed ? "repealed-" : "replaced-";
        return new()
        {
            Way = way,
            Path = (field("path") ?? "").Trim(),
            Explanation = (field(way == Replaced ? "replaced-explanation" : "explanation") ?? "").Trim(),
            Target = (field(prefix + "target") ?? "").Trim(),
            TargetId = field(prefix + "id") ?? "",
            Redirects = field("redirects") != "false",
            Validity = field("validity") ?? "",
            On = (field("on") ?? "").Trim(),
            Reason = (field("reason") ?? "").Trim(),
        };
    }

    /// <summary>The withdrawal that is meant.</summary>
    /// <param name="targetId">What takes the item's place.</param>
    public Withdrawal ToWithdrawal(string? targetId)
    {
        var explanation = Explanation.Length == 0 ? null : Explanation.ReplaceLineEndings("\n");
        return Way == Replaced
            ? new(WithdrawalWay.Replaced, targetId, null, Redirects, explanation)
            : new(WithdrawalWay.Mistake, null, Path.Length == 0 ? null : Path, Path.Length > 0, explanation);
    }

    /// <summary>The repeal that is meant; null with a fault when its day cannot be read.</summary>
    public Repeal? ToRepeal(string? targetId, out ValidationError? fault)
    {
        fault = null;
        if (DateOnly.TryParseExact(On, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return new(Validity, day, Reason, targetId is null ? [] : [targetId]);
        fault = new(nameof(Repeal.On), On.Length == 0 ? new("请填写日期。") : new("“{0}”不是日期，应写作 2026-03-01。", ShortText.Of(On)));
        return null;
    }

    /// <summary>What was filled in, from how an item was withdrawn.</summary>
    public static WithdrawForm Of(StoredWithdrawal stored) => new()
    {
        Way = stored.Withdrawal.Way == WithdrawalWay.Replaced ? Replaced : Mistake,
        Path = stored.Withdrawal.TargetPath ?? "",
        Explanation = stored.Withdrawal.Explanation ?? "",
        TargetId = stored.Withdrawal.TargetId ?? "",
        Target = stored.Withdrawal.TargetId ?? "",
        Redirects = stored.Withdrawal.Redirects,
    };
}
