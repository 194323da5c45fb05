using Gongkai.Review.InStep;

namespace Gongkai.Review.Tests.InStep;

public sealed class PlanRulesTests
{
    private static readonly InterpretationPlan Whole = new("图解", "网站、微信", new(2026, 12, 1), "drafter", "");

    public static TheoryData<string, InterpretationPlan, string?> Plans => new()
    {
        { "whole", Whole, null },
        { "by the name that people read", Whole with { Drafter = "起草人" }, null },
        { "no form", Whole with { Form = "" }, "Form" },
        { "a form that is none", Whole with { Form = "广播" }, "Form" },
        { "no channel", Whole with { Channels = "" }, "Channels" },
        { "no day", Whole with { On = null }, "PublishOn" },
        { "no drafter", Whole with { Drafter = "" }, "Drafter" },
        { "another drafter without a reason", Whole with { Drafter = "other" }, "OtherDrafterReason" },
        { "another drafter with a reason", Whole with { Drafter = "other", OtherDrafterReason = "专家解读" }, null },
    };

    [Theory]
    [MemberData(nameof(Plans))]
    public void No_plan_no_acceptance_and_who_drafts_interprets(string what, InterpretationPlan plan, string? field)
    {
        Assert.NotEmpty(what);
        Assert.Equal(field is null ? null : "InterpretationPlan." + field, PlanRules.FaultsOf(plan, ["起草人", "drafter"]).Select(fault => fault.Path).SingleOrDefault());
    }

    [Theory]
    [InlineData(true, "", true)]
    [InlineData(false, "", false)]
    [InlineData(false, "专家解读", true)]
    public void What_somebody_else_wrote_needs_a_reason_in_the_plan(bool isSamePerson, string reason, bool isTaken) =>
        Assert.Equal(isTaken, PlanRules.FaultOfDrafter(Whole with { OtherDrafterReason = reason }, "通知", isSamePerson) is null);
}
