using System.Text.Json.Nodes;
using Gongkai.Review.Graphs;

namespace Gongkai.Review.Tests.Graphs;

public sealed class GraphRulesTests
{
    private static readonly HashSet<string> Roles = ["Editor", "Reviewer", "Publisher"];

    /// <summary>A graph as <c>a b c | a&gt;b Editor, b&gt;published Publisher</c>, with the place and the words of its fault.</summary>
    public static TheoryData<string, string, string> Faulty => new()
    {
        { "a | ", "Stages", "至少要有两个环节" },
        { "a b | a>b Editor", "Stages[1]", "没有下一步" },
        { "a b c | a>b Editor, b>c Reviewer, c>b Reviewer, a>published Publisher", "Transitions[3].To", "没有经过审核" },
        { "a b c d | a>b Editor, b>published Publisher, a>c Editor, c>d Reviewer, d>c Reviewer", "Stages[2]", "只会兜圈子" },
        { "a b | a>b Editor, b>a Reviewer", "Stages[0]", "只会兜圈子" },
        { "a b c | a>b Editor, b>published Publisher, c>published Publisher", "Stages[2]", "没有步骤通往" },
        { "a b | a>b Editor, b>x Publisher", "Transitions[1].To", "没有这个环节" },
        { "a b | a>b Editor, x>published Publisher, b>published Publisher", "Transitions[1].From", "没有这个环节" },
        { "a b | a>b Editor, b>b Reviewer, b>published Publisher", "Transitions[1].To", "走不出去" },
        { "a b | a>b Editor, b>published Ghost", "Transitions[1].Role", "网站没有这个角色" },
        { "a a | a>published Publisher", "Stages[1].Name", "两个环节" },
        { "a published | a>published Publisher", "Stages[1].Name", "流程终点的名称" },
        { "a b | a>b Editor decides, b>published Publisher", "Transitions[0].DecidesMode", "不能认定公开属性" },
        { "a b c | a>b Editor, b>c Reviewer, c>b Reviewer decides, c>published Publisher", "Transitions[2].DecidesMode", "不能认定公开属性" },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public void A_graph_by_which_nothing_could_be_published_is_refused_at_its_place(string graph, string path, string words)
    {
        var faults = GraphRules.FaultsOf(Graph(graph), Roles);

        Assert.Contains(faults, fault => fault.Path == path && fault.Wording.ToString().Contains(words, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("a b | a>b Editor, b>published Publisher")]
    [InlineData("a b c | a>b Editor, b>c Reviewer decides, c>published Publisher, b>a Reviewer, c>a Publisher, c>b Publisher")]
    public void A_graph_that_leads_to_publication_can_be_followed_also_with_ways_back(string graph) => Assert.Empty(GraphRules.FaultsOf(Graph(graph), Roles));

    [Fact]
    public void A_role_is_the_same_in_whatever_case_and_two_steps_of_one_name_are_a_fault()
    {
        var graph = Graph("a b | a>b Editor, b>published Publisher");

        Assert.Empty(GraphRules.FaultsOf(graph, new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "EDITOR", "PUBLISHER" }));
        Assert.Contains("两个步骤", Assert.Single(GraphRules.FaultsOf(graph with { Transitions = [.. graph.Transitions, graph.Transitions[1]] }, Roles)).Wording.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"Name": "g"}""", "Stages")]
    [InlineData("""{"Stages": [], "Transitions": []}""", "")]
    [InlineData("""{"Name": 5, "Stages": [], "Transitions": []}""", "Name")]
    [InlineData("""{"Name": " ", "Stages": [], "Transitions": []}""", "Name")]
    [InlineData("""{"Name": "g\u0000", "Stages": [], "Transitions": []}""", "Name")]
    [InlineData("""{"Name": "g", "Stages": {}, "Transitions": []}""", "Stages")]
    [InlineData("""{"Name": "g", "Stages": ["a"], "Transitions": []}""", "Stages[0]")]
    [InlineData("""{"Name": "g", "Stages": [{"Name": "a", "WorkingDays": 0}], "Transitions": []}""", "Stages[0].WorkingDays")]
    [InlineData("""{"Name": "g", "Stages": [{"Name": "a", "WorkingDays": "3"}], "Transitions": []}""", "Stages[0].WorkingDays")]
    [InlineData("""{"Name": "g", "Stages": [{"Name": "a", "WorkingDays": 1e99}], "Transitions": []}""", "Stages[0].WorkingDays")]
    [InlineData("""{"Name": "g", "Stages": [{"Name": "a"}], "Transitions": [{"Name": "t", "From": "a", "To": "b"}]}""", "Transitions[0]")]
    [InlineData("""{"Name": "g", "Stages": [{"Name": "a"}], "Transitions": [{"Name": "t", "From": "a", "To": "b", "Role": "r", "DecidesMode": "yes"}]}""", "Transitions[0].DecidesMode")]
    public void What_has_another_shape_is_named_with_its_place(string json, string path)
    {
        Assert.Null(GraphReading.Read((JsonObject)JsonNode.Parse(json)!, out var faults));

        Assert.Contains(faults, fault => fault.Path == path);
    }

    private static ReviewGraph Graph(string text)
    {
        var halves = text.Split('|');
        var steps = halves[1].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select((step, i) =>
        {
            var words = step.Split(' ');
            var ends = words[0].Split('>');
            return new ReviewTransition($"t{i}", words[0], ends[0], ends[1], words[1], words.Length > 2);
        });
        return new("g", "流程", [.. halves[0].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => new ReviewStage(name, name, null))], [.. steps]);
    }
}
