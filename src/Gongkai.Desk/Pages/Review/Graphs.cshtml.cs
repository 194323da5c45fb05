using Gongkai.Content;
using Gongkai.Desk.Shell;
using Gongkai.Review.Graphs;
using Gongkai.Review.Steps;

namespace Gongkai.Desk.Pages.Review;

/// <summary>The graphs as a list that can be read.</summary>
[RequirePermission(Permissions.AccessAdminPanel)]
[RequirePermission(Permissions.ViewContent)]
internal sealed class GraphsModel(ReviewGraphs graphs, ReviewContext context, IContentDefinitions definitions) : DeskPage
{
    public IReadOnlyList<(FollowedGraph Followed, IReadOnlyList<string> Types)> Graphs { get; private set; } = [];

    public string RoleLabel(string role) => context.RoleLabel(role);

    public void OnGet()
    {
        Heading = L["审核流程"];
        var followers = definitions.Current.Types.Values.OrderBy(type => type.DisplayName, StringComparer.Ordinal).ToLookup(ReviewGraphs.NameFor, type => type.DisplayName.Length > 0 ? type.DisplayName : type.Name);
        // Also what a type names and the site does not have: that is worth seeing.
        Graphs = [.. graphs.Names.Union(followers.Select(group => group.Key).OfType<string>()).Select(name => (graphs.Find(name), (IReadOnlyList<string>)[.. followers[name]]))];
    }
}
