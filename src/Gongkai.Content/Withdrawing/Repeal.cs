namespace Gongkai.Content;

/// <summary>A document that was repealed or has lapsed: it stays public, with a notice, the date, the reason and what replaced it.</summary>
/// <param name="Validity">废止 or 失效.</param>
/// <param name="On">From which day.</param>
/// <param name="Reason">The reason, which readers see.</param>
/// <param name="ReplacedBy">The entries that replaced it.</param>
public sealed record Repeal(string Validity, DateOnly On, string Reason, IReadOnlyList<string> ReplacedBy)
{
    private const string Part = "DisclosureEntry";
    private const string InForce = "现行有效";
    private const int LongestReason = 500;

    /// <summary>The validities of what is no longer in force.</summary>
    public static IReadOnlyList<string> Validities { get; } = ["废止", "失效"];

    /// <summary>Whether a version says that its document is no longer in force.</summary>
    public static bool IsRepealed(ContentItem version) => ValidityOf(version) is { } validity && Validities.Contains(validity);

    /// <summary>The validity that a version says; null where its type has none.</summary>
    public static string? ValidityOf(ContentItem version) => version.ContentType == Part ? version.Part(Part)?.TextField("Validity") : null;

    /// <summary>Why a version's document is no longer in force; null where it does not say.</summary>
    public static string? ReasonOf(ContentItem version) => IsRepealed(version) ? version.Part(Part)?.TextField("RepealReason") : null;

    /// <summary>Whether documents of a type can be repealed: the type has a validity.</summary>
    public static bool IsFor(string contentType) => contentType == Part;

    /// <summary>What a repeal lacks.</summary>
    /// <param name="item">The published version.</param>
    /// <param name="repeal">The repeal.</param>
    public static IReadOnlyList<ValidationError> FaultsOf(ContentItem item, Repeal repeal)
    {
        var faults = new List<ValidationError>();
        if (!IsFor(item.ContentType))
            faults.Add(new(nameof(Validity), new("只有公开目录条目才有有效性，这一内容请用“误发”或“被替代”撤下。")));
        if (!Validities.Contains(repeal.Validity))
            faults.Add(new(nameof(Validity), new("有效性应为废止或失效。")));
        if (string.IsNullOrWhiteSpace(repeal.Reason))
            faults.Add(new(nameof(Reason), new("请写明原因，读者会看到，如“已被新办法取代”。")));
        else if (repeal.Reason.Length > LongestReason)
            faults.Add(new(nameof(Reason), $"原因最多 {LongestReason} 个字。"));
        if (item.Part(Part)?.DateField("IssuedOn") is { } issued && repeal.On < issued)
            faults.Add(new(nameof(On), $"日期不能早于成文日期（{issued:yyyy-MM-dd}）。"));
        if (repeal.ReplacedBy.Contains(item.ContentItemId))
            faults.Add(new(nameof(ReplacedBy), new("不能用内容自己替代自己，请另选一条。")));
        return faults;
    }

    /// <summary>A copy of a version that says so.</summary>
    public ContentItem ApplyTo(ContentItem version)
    {
        var copy = version.Clone();
        var entry = copy.EnsurePart(Part);
        entry.SetTextField("Validity", Validity);
        entry.SetDateField("RepealedOn", On);
        entry.SetTextField("RepealReason", Reason.Trim());
        entry.SetPickedIds("ReplacedBy", ReplacedBy);
        return copy;
    }

    /// <summary>A copy of a version that is in force again: the repeal is undone.</summary>
    public static ContentItem Undo(ContentItem version)
    {
        var copy = version.Clone();
        var entry = copy.EnsurePart(Part);
        entry.SetTextField("Validity", InForce);
        entry.SetDateField("RepealedOn", null);
        entry.SetTextField("RepealReason", null);
        entry.SetPickedIds("ReplacedBy", []);
        return copy;
    }
}
