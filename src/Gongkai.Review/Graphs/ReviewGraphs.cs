using Gongkai.Content;

namespace Gongkai.Review.Graphs;

/// <summary>The graph that a type follows, as it is when it is asked for.</summary>
/// <param name="Name">The graph's name, as the type says.</param>
/// <param name="Graph">The graph; null when it cannot be followed.</param>
/// <param name="Faults">Why it cannot be followed; empty when it can.</param>
public sealed record FollowedGraph(string Name, ReviewGraph? Graph, IReadOnlyList<GraphFault> Faults)
{
    /// <summary>Why nothing can be done with what follows it, for people; null when something can.</summary>
    public Wording? Fault => Graph is null ? new("审核流程“{0}”不能用，内容不会发布：{1}请告诉管理员。", Name, Wording.Together(Faults.Select(fault => fault.Wording))) : null;
}

/// <summary>The site's graphs, and which type follows which.</summary>
/// <param name="settings">The stored graphs and the roles.</param>
/// <param name="definitions">The types.</param>
public sealed class ReviewGraphs(ISettings settings, IContentDefinitions definitions)
{
    /// <summary>The group of a type's settings that names its graph.</summary>
    public const string SettingsGroup = "ReviewSettings";

    /// <summary>The setting that names it.</summary>
    public const string SettingsName = "Graph";

    /// <summary>The stored graphs by name, whether or not they can be followed.</summary>
    public IReadOnlyList<string> Names => [.. settings.Get(SettingsNames.ReviewGraphs).Select(graph => graph.Key).Order(StringComparer.Ordinal)];

    /// <summary>The name of the graph that a type says it follows (<c>{"ReviewSettings": {"Graph": "disclosure"}}</c>); null for a type that publishes directly.</summary>
    public static string? NameFor(ContentTypeDefinition type) => type.Settings.Text(SettingsGroup, SettingsName) is { Length: > 0 } name ? name : null;

    /// <summary>The graph that a type follows; null for a type that publishes directly.</summary>
    public FollowedGraph? For(string contentType) =>
        definitions.Current.Types.TryGetValue(contentType, out var type) && NameFor(type) is { } name ? Find(name) : null;

    /// <summary>A graph by its name, looked at as it is used.</summary>
    public FollowedGraph Find(string name)
    {
        if (settings.Get(SettingsNames.ReviewGraphs).Child(name) is not { } json)
            return new(name, null, [new("", new("网站没有这个流程。"))]);
        if (GraphReading.Read(json, out var faults) is not { } graph)
            return new(name, null, faults);
        var broken = GraphRules.FaultsOf(graph, RolesIn(settings));
        return broken.Count > 0 ? new(name, null, broken) : new(name, graph, []);
    }

    /// <summary>The names of the roles that there are.</summary>
    internal static HashSet<string> RolesIn(ISettings settings) => settings.Get(SettingsNames.Roles).Select(role => role.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
}
