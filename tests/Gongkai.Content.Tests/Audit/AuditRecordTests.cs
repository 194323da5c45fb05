namespace Gongkai.Content.Tests;

/// <summary>The hash is a format: exports of years ago are checked by it. The expected values were computed by another program after docs/audit.md.</summary>
public sealed class AuditRecordTests
{
    private static readonly AuditRecord First = new()
    {
        Sequence = 1,
        TimeUtc = new(2026, 3, 1, 8, 0, 0, 120, DateTimeKind.Utc),
        User = "li",
        DisplayName = "李编辑",
        Address = "10.1.2.3",
        Action = AuditActions.ContentPublished,
        ContentItemId = "a",
        VersionId = "v1",
        ContentType = "Notice",
        Title = "通知",
        Result = AuditResult.Succeeded,
        Details = """{"replaced":"v0"}""",
        Hash = "12903ddc551e1b981d7e57c5d771bde97f3729a6fa63393552dc47698e6085c5",
    };

    private static readonly AuditRecord Second = new()
    {
        Sequence = 2,
        TimeUtc = First.TimeUtc,
        User = "",
        DisplayName = "",
        Address = "",
        Action = AuditActions.UserSignedIn,
        ContentItemId = "",
        VersionId = "",
        ContentType = "",
        Title = "",
        Result = AuditResult.Refused,
        Details = "",
        Hash = "c541b96f05137450c6a13f153d47b4d5358c891d6a3fb9d5ea0fa9df3b6acb86",
    };

    public static TheoryData<string, AuditRecord> Changes => new()
    {
        { "number", First with { Sequence = 2 } },
        { "time", First with { TimeUtc = First.TimeUtc.AddMilliseconds(1) } },
        { "user", First with { User = "wang" } },
        { "display name", First with { DisplayName = "" } },
        { "address", First with { Address = "10.1.2.4" } },
        { "action", First with { Action = AuditActions.ContentSaved } },
        { "item", First with { ContentItemId = "b" } },
        { "version", First with { VersionId = "v2" } },
        { "type", First with { ContentType = "Page" } },
        { "title", First with { Title = "通知 " } },
        { "result", First with { Result = AuditResult.Refused } },
        { "details", First with { Details = "" } },
        { "what moved from one field into its neighbour", First with { ContentItemId = "av", VersionId = "1" } },
    };

    [Fact]
    public void The_hash_is_what_the_documentation_says()
    {
        Assert.Equal(First.Hash, First.HashAfter(AuditRecord.NoHash));
        Assert.Equal(Second.Hash, Second.HashAfter(First.Hash));
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void Any_change_gives_another_hash(string what, AuditRecord changed) => Assert.True(changed.HashAfter(AuditRecord.NoHash) != First.Hash, what);

    [Fact]
    public void Another_row_before_it_gives_another_hash() => Assert.NotEqual(First.Hash, First.HashAfter(Second.Hash));

    [Fact]
    public void Every_action_has_a_group_and_a_name_of_its_own()
    {
        Assert.All(AuditActions.All, action => Assert.Matches(@"^[A-Z][A-Za-z]+\.[A-Z][A-Za-z]+$", action));
        Assert.Equal(typeof(AuditActions).GetFields().Select(field => (string)field.GetRawConstantValue()!).Order(), AuditActions.All.Order());
    }
}
