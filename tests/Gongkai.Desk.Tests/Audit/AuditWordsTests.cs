using System.Globalization;
using Gongkai.Content;
using Gongkai.Desk.Audit;
using Gongkai.Desk.Texts;

namespace Gongkai.Desk.Tests.Audit;

public sealed class AuditWordsTests
{
    public static TheoryData<string> Words =>
    [
        .. AuditActions.All.Select(AuditWords.Of), .. AuditWords.Groups.Select(group => group.Word), .. Enum.GetValues<AuditResult>().Select(AuditWords.Of), .. Enum.GetValues<AuditFaultKind>().Select(AuditWords.Of),
    ];

    [Theory]
    [MemberData(nameof(Words))]
    public void Every_word_is_Chinese_and_has_its_translations(string word)
    {
        Assert.Contains(word, character => character > '\u4e00');
        Assert.Equal(["en", "zh-Hant"], DeskTexts.All[word].Keys.Order());
    }

    [Fact]
    public void Actions_stand_in_their_groups_and_none_is_missing() =>
        Assert.Equal(AuditActions.All, AuditWords.Groups.SelectMany(group => group.Actions.Where(action => action.StartsWith(group.Group + ".", StringComparison.Ordinal))));

    [Fact]
    public void An_action_of_a_later_program_stands_for_itself() => Assert.Equal("Content.Frobnicated", AuditWords.Of("Content.Frobnicated"));

    [Theory]
    [InlineData("", "")]
    [InlineData("""{"basedOn":"v1"}""", "依据的版本=v1")]
    [InlineData("""{"errors":[{"path":"TitlePart.Title","message":"请填写。"},{"path":"","message":"还有。"}]}""", "原因=TitlePart.Title：请填写。；还有。")]
    [InlineData("""{"versions":2,"types":{"Page":2},"items":["a","b"]}""", "版本数=2|类型=Page 2|内容=a、b")]
    [InlineData("""{"Editor":{"granted":["PublishContent"],"taken":["EditContent"]}}""", "Editor=授予 PublishContent；收回 EditContent")]
    [InlineData("""{"types":{"added":["A"],"removed":["B"]}}""", "类型=新增 A；删去 B")]
    [InlineData("""{"from":null,"rows":3}""", "记录条数=3")]
    [InlineData("""{"outcome":"changed"}""", "结果=改动")]
    [InlineData("""{"schedule":"Publish","due":"2026-03-01T08:00:00Z"}""", "定时=定时发布|时间=2026-03-01 08:00")]
    [InlineData("""{"schedule":"Unpublish","due":null}""", "定时=定时归档撤下|时间=已取消")]
    [InlineData("""{"way":"Mistake"}""", "撤下方式=误发")]
    [InlineData("""{"validity":"废止","reason":"已被取代"}""", "有效性=废止|原因=已被取代")]
    [InlineData("nonsense", "=nonsense")]
    [InlineData("[1]", "=[1]")]
    [InlineData("""{"x":"<script>"}""", "x=<script>")]
    public void Details_are_told_in_lines(string details, string lines)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-Hans");

        Assert.Equal(lines, string.Join('|', AuditDetails.Of(Record(details), new(), utc => utc?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "").Select(line => $"{line.Label}={line.Text}")));
    }

    [Fact]
    public void Of_many_names_the_first_are_told_and_how_many_there_are()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-Hans");
        var items = string.Join(',', Enumerable.Range(1, 250).Select(i => $"\"i{i}\""));

        var (_, text) = Assert.Single(AuditDetails.Of(Record($$"""{"items":[{{items}}]}"""), new(), _ => ""));

        Assert.StartsWith("i1、i2、", text, StringComparison.Ordinal);
        Assert.EndsWith("i20 等 250 项", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"basedOn":"v1"}""", "v1")]
    [InlineData("""{"replaced":"v2"}""", "v2")]
    [InlineData("""{"restored":"v3"}""", "v3")]
    [InlineData("""{"basedOn":7}""", null)]
    [InlineData("nonsense", null)]
    [InlineData("", null)]
    public void The_version_before_is_known_where_there_is_one(string details, string? version) => Assert.Equal(version, AuditDetails.EarlierVersionOf(Record(details)));

    private static AuditRecord Record(string details) => new()
    {
        Sequence = 1,
        TimeUtc = default,
        User = "",
        DisplayName = "",
        Address = "",
        Action = "",
        ContentItemId = "",
        VersionId = "",
        ContentType = "",
        Title = "",
        Result = default,
        Details = details,
        Hash = "",
    };
}
