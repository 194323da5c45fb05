using Gongkai.Content;
using Gongkai.Review.Graphs;
using Gongkai.Review.Standing;
using Gongkai.Review.Steps;

namespace Gongkai.Review.Tests.Steps;

public sealed class StepRulesTests
{
    private static readonly DateOnly Today = new(2026, 11, 26);

    private static readonly ReviewGraph Graph = new("g", "流程", [new("draft", "起草", null), new("check", "审核", null)],
        [new("submit", "提交", "draft", "check", "Editor"), new("publish", "发布", "check", "published", "Checker")]);

    /// <summary>The step, who, who wrote, and: allowed, allowed for whom, or the words of the refusal.</summary>
    public static TheoryData<string, string, string, string> Cases => new()
    {
        { "submit", "editor", "editor", "yes" },
        { "submit", "checker", "editor", "没有这个角色" },
        { "publish", "checker", "editor", "yes" },
        { "publish", "editor", "somebody", "没有这个角色" },
        { "publish", "checker", "editor CHECKER", "您写的" },
        // Another account of the same person: the same number of staff.
        { "publish", "checker", "checker-private", "同一个人" },
        { "publish", "nobody-else", "editor", "yes" },
        // A deputy of whoever has the role, on these days.
        { "publish", "standin", "editor", "for checker" },
        { "publish", "standin", "standin", "您写的" },
        { "publish", "standin", "checker", "您代理的" },
        { "publish", "standin", "checker-private", "您代理的" },
        { "publish", "late", "editor", "没有这个角色" },
        { "publish", "of-locked", "editor", "没有这个角色" },
        // Nobody passes on what they only stand in for.
        { "publish", "second-hand", "editor", "没有这个角色" },
        { "submit", "writes-for", "editor", "for editor" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_step_is_for_whoever_has_its_role_or_stands_in_and_for_nobody_who_wrote(string step, string user, string writers, string expected)
    {
        var people = new ReviewPeople(
        [
            Person("editor", "Editor"), Person("checker", "Checker", "007"), Person("checker-private", "Editor", " 007 "), Person("nobody-else", "checker"),
            Person("locked", "Checker", locked: true), Person("standin", ""), Person("late", ""), Person("of-locked", ""), Person("second-hand", ""), Person("writes-for", ""),
        ]);
        Deputy[] deputies =
        [
            new("1", "checker", "standin", Today, Today), new("2", "checker", "late", Today.AddDays(-9), Today.AddDays(-1)), new("3", "locked", "of-locked", Today, Today),
            new("4", "standin", "second-hand", Today, Today), new("5", "editor", "writes-for", Today.AddDays(-1), Today.AddDays(1)),
        ];
        var account = people.Find(user)!;

        var right = new StepRules(people, deputies, Today, role => role).Of(Graph, Graph.Transitions.Single(transition => transition.Name == step), account.ToUser(), writers.Split(' '));

        Assert.Equal(expected is "yes" || expected.StartsWith("for ", StringComparison.Ordinal), right.IsAllowed);
        if (right.IsAllowed)
            Assert.Equal(expected == "yes" ? null : expected[4..], right.InsteadOf);
        else
            Assert.Contains(expected, right.Reason!.ToString(), StringComparison.Ordinal);
    }

    private static Account Person(string name, string role, string number = "", bool locked = false) =>
        new() { Name = name, DisplayName = name, Roles = [role], StaffNumber = number, LockedUntilUtc = locked ? DateTime.MaxValue : null };
}
