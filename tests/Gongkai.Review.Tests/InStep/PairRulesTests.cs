using Gongkai.Content;
using Gongkai.Review.InStep;

namespace Gongkai.Review.Tests.InStep;

public sealed class PairRulesTests
{
    public static TheoryData<string, HalfStanding[], string?> Policies => new()
    {
        { "one that is public", [HalfStanding.Public], null },
        { "one that is public, and one only begun", [HalfStanding.Public, HalfStanding.Drafting], null },
        { "none", [], "还没有解读在" },
        { "one only begun", [HalfStanding.Drafting], "还没有提交审核" },
        { "one under review", [HalfStanding.UnderReview], "还没有审核完" },
        { "one that is ready and not in the call", [HalfStanding.Ready], "没有一起发布" },
        { "one that is public, and one that was sent back", [HalfStanding.Public, HalfStanding.UnderReview], "还没有审核完" },
        { "one that is public, and one that is ready and not in the call", [HalfStanding.Public, HalfStanding.Ready], "没有一起发布" },
    };

    public static TheoryData<HalfStanding, string?> Interpretations => new()
    {
        { HalfStanding.Public, null },
        { HalfStanding.Ready, "没有一起发布" },
        { HalfStanding.UnderReview, "还没有审核完" },
        { HalfStanding.Drafting, "还没有审核完" },
        { HalfStanding.Withheld, "解读不能公开" },
    };

    [Theory]
    [MemberData(nameof(Policies))]
    public void A_policy_becomes_public_with_its_interpretations(string what, HalfStanding[] interpretations, string? fault)
    {
        Assert.NotEmpty(what);
        Expect(fault, PairRules.FaultOfPolicy([.. interpretations.Select(standing => HalfOf("PolicyInterpretation", standing))]));
    }

    [Theory]
    [MemberData(nameof(Interpretations))]
    public void An_interpretation_becomes_public_with_its_policy(HalfStanding policy, string? fault) =>
        Expect(fault, PairRules.FaultOfInterpretation(HalfOf("DisclosureEntry", policy)));

    private static void Expect(string? expected, Wording? fault)
    {
        if (expected is null)
            Assert.Null(fault);
        else
            Assert.Contains(expected, fault?.ToString(), StringComparison.Ordinal);
    }

    private static PairHalf HalfOf(string type, HalfStanding standing) => new(new ContentItem(type, "x") { DisplayText = "共享单车" }, standing, new("审签"));
}
