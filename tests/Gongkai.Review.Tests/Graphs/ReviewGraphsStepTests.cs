using Gongkai.Content;
using Gongkai.Review.Graphs;
using Gongkai.Review.Tests.Support;

namespace Gongkai.Review.Tests.Graphs;

public sealed class ReviewGraphsStepTests
{
    [Fact]
    public async Task The_module_brings_a_graph_with_its_roles_and_the_same_recipe_twice_changes_nothing()
    {
        await using var site = await ReviewSite.OpenAsync();

        var graph = (await FindAsync(site, "disclosure")).Graph!;
        Assert.Equal(["起草", "公开属性审核", "保密审查", "审签", "发布"], graph.Stages.Select(stage => stage.DisplayName));
        Assert.Equal(graph.Stages.Skip(1).SelectMany((stage, i) => graph.Stages.Take(i + 1).Select(earlier => (stage.Name, earlier.Name))).Order(), graph.Transitions.Where(graph.IsBack).Select(back => (back.From, back.To)).Order());
        var before = site.Settings.Get(SettingsNames.ReviewGraphs).ToJsonString();
        Assert.Empty((await site.ImportAsync("""{"steps": [{"name": "feature", "enable": ["Gongkai.Review"]}]}""")).Problems);
        Assert.Equal(before, site.Settings.Get(SettingsNames.ReviewGraphs).ToJsonString());
    }

    [Theory]
    [InlineData("""{"name": "ReviewGraphs"}""", "$.steps[0]", "缺少 Graphs")]
    [InlineData("""{"name": "ReviewGraphs", "Graphs": [7]}""", "$.steps[0].Graphs[0]", "应是对象")]
    [InlineData("""{"name": "ReviewGraphs", "Graphs": [{"Name": "g", "Stages": [{"Name": "a"}, {"Name": "b"}], "Transitions": [{"Name": "t", "From": "a", "To": "b", "Role": "Ghost"}, {"Name": "u", "From": "b", "To": "published", "Role": "Publisher"}]}]}""", "$.steps[0].Graphs[0].Transitions[0].Role", "Ghost")]
    [InlineData("""{"name": "ReviewGraphs", "Graphs": [{"Name": "g", "Stages": [{"Name": "a"}, {"Name": "b"}], "Transitions": [{"Name": "t", "From": "a", "To": "b", "Role": "Editor"}, {"Name": "u", "From": "b", "To": "a", "Role": "Editor"}]}]}""", "$.steps[0].Graphs[0].Stages[0]", "兜圈子")]
    public async Task A_graph_that_cannot_be_followed_is_refused_at_its_place_and_nothing_is_changed(string step, string path, string words)
    {
        await using var site = await ReviewSite.OpenAsync();
        var before = site.Settings.Get(SettingsNames.ReviewGraphs).ToJsonString();

        var report = await site.ImportAsync($$"""{"steps": [{{step}}]}""");

        Assert.False(report.Succeeded);
        Assert.Contains(report.Problems, problem => problem.Place.JsonPath == path && problem.Message.Contains(words, StringComparison.Ordinal));
        Assert.Equal(before, site.Settings.Get(SettingsNames.ReviewGraphs).ToJsonString());
    }

    [Fact]
    public async Task A_role_that_an_earlier_step_brings_is_known_and_a_graph_may_take_the_place_of_another()
    {
        await using var site = await ReviewSite.OpenAsync();

        var report = await site.ImportAsync("""
            {"steps": [{"name": "Roles", "Roles": [{"Name": "Chief", "Permissions": ["ViewContent"]}]},
            {"name": "ReviewGraphs", "Graphs": [{"Name": "disclosure", "DisplayName": "短流程", "Stages": [{"Name": "draft"}, {"Name": "sign"}],
              "Transitions": [{"Name": "submit", "From": "draft", "To": "sign", "Role": "Editor"}, {"Name": "publish", "From": "sign", "To": "published", "Role": "Chief"}]}]}]}
            """);

        Assert.Empty(report.Problems);
        Assert.Equal("短流程", (await FindAsync(site, "disclosure")).Graph!.DisplayName);
    }

    private static Task<FollowedGraph> FindAsync(ReviewSite site, string name) => site.WithAsync((ReviewGraphs graphs) => Task.FromResult(graphs.Find(name)));
}
