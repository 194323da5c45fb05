using Gongkai.Content;

namespace Gongkai.Review.InStep;

/// <summary>Without its plan a policy that needs an interpretation is not taken in; who drafts, interprets (谁起草谁解读).</summary>
public static class PlanRules
{
    private static readonly string[] Forms = ["文字", "图解", "动漫", "视频", "音频", "发布会", "专家"];

    /// <summary>What a plan lacks, each with the field.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="drafters">The names, and what people call them, of whoever drafted the policy.</param>
    public static IReadOnlyList<ValidationError> FaultsOf(InterpretationPlan plan, IReadOnlyCollection<string> drafters)
    {
        var faults = new List<ValidationError>();
        if (!Forms.Contains(plan.Form))
            Add("Form", $"标了“需要解读”，要在“解读计划”里选解读形式（{Forms}）。");
        if (plan.Channels.Length == 0)
            Add("Channels", new("标了“需要解读”，要在“解读计划”里写明在哪些渠道发布解读。"));
        if (plan.On is null)
            Add("PublishOn", new("标了“需要解读”，要在“解读计划”里写明解读的发布日期。"));
        if (plan.Drafter.Length == 0)
            Add("Drafter", new("标了“需要解读”，要在“解读计划”里写明解读由谁起草。"));
        else if (plan.OtherDrafterReason.Length == 0 && !drafters.Contains(plan.Drafter, StringComparer.OrdinalIgnoreCase))
            Add("OtherDrafterReason", $"谁起草谁解读：文件由“{drafters}”起草，计划里解读由“{ShortText.Of(plan.Drafter)}”起草，请在“解读计划”里写明理由。");
        return faults;

        void Add(string field, Wording wording) => faults.Add(new($"{InterpretationPlanPart.PartName}.{field}", wording));
    }

    /// <summary>Why somebody else's interpretation is not taken in; null when it is theirs to draft.</summary>
    /// <param name="plan">The policy's plan.</param>
    /// <param name="policy">The policy's title.</param>
    /// <param name="isSamePerson">Whether the interpretation was drafted by whoever drafted the policy.</param>
    public static Wording? FaultOfDrafter(InterpretationPlan plan, string policy, bool isSamePerson) => isSamePerson || plan.OtherDrafterReason.Length > 0 ? null
        : new("谁起草谁解读：这篇解读不是“{0}”的起草人写的，那份文件的“解读计划”里也没有写明理由。请由文件的起草人来写，或者在那份文件的“解读计划”里写明理由。", policy);
}
