namespace Gongkai.Review.Graphs;

/// <summary>What makes a graph one by which something can be reviewed and published: asked when it is imported, and again whenever it is used.</summary>
public static class GraphRules
{
    /// <summary>The faults of a graph; empty when it can be followed.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="roles">The names of the roles that there are.</param>
    public static IReadOnlyList<GraphFault> FaultsOf(ReviewGraph graph, IReadOnlySet<string> roles)
    {
        var faults = new List<GraphFault>();
        if (graph.Stages.Count < 2)
            faults.Add(new("Stages", new("流程至少要有两个环节：起草，和一个审核的环节。")));
        Names(graph, faults);
        Ends(graph, faults);
        Roles(graph, roles, faults);
        // Ways are looked for only where every name is known.
        if (faults.Count == 0)
            Ways(graph, faults);
        return faults;
    }

    private static void Names(ReviewGraph graph, List<GraphFault> faults)
    {
        foreach (var (stage, i) in graph.Stages.Select((stage, i) => (stage, i)))
        {
            if (stage.Name == ReviewGraph.Published)
                faults.Add(new($"Stages[{i}].Name", $"“{ReviewGraph.Published}”是流程终点的名称，环节不能用。请另取一个名称。"));
            else if (graph.Stages.Take(i).Any(other => other.Name == stage.Name))
                faults.Add(new($"Stages[{i}].Name", $"有两个环节都叫“{stage.Name}”。请改其中一个。"));
        }

        foreach (var (transition, i) in graph.Transitions.Select((transition, i) => (transition, i)))
        {
            if (graph.Transitions.Take(i).Any(other => other.Name == transition.Name))
                faults.Add(new($"Transitions[{i}].Name", $"有两个步骤都叫“{transition.Name}”。请改其中一个。"));
        }
    }

    private static void Ends(ReviewGraph graph, List<GraphFault> faults)
    {
        foreach (var (transition, i) in graph.Transitions.Select((transition, i) => (transition, i)))
        {
            if (graph.Stage(transition.From) is null)
                faults.Add(new($"Transitions[{i}].From", $"步骤“{transition.DisplayName}”从环节“{transition.From}”出发，流程里没有这个环节。"));
            if (transition.To != ReviewGraph.Published && graph.Stage(transition.To) is null)
                faults.Add(new($"Transitions[{i}].To", $"步骤“{transition.DisplayName}”通往环节“{transition.To}”，流程里没有这个环节。"));
            else if (transition.From == transition.To)
                faults.Add(new($"Transitions[{i}].To", $"步骤“{transition.DisplayName}”又回到原来的环节，走不出去。"));
            else if (transition.To == ReviewGraph.Published && graph.Stages.Count > 0 && transition.From == graph.Initial.Name)
                faults.Add(new($"Transitions[{i}].To", $"步骤“{transition.DisplayName}”从起草直接发布，没有经过审核。不需要审核的内容类型，不指定流程就可以。"));
            else if (transition.DecidesMode && graph.Stages.Count > 0 && (graph.IsBack(transition) || transition.From == graph.Initial.Name))
                faults.Add(new($"Transitions[{i}].DecidesMode", $"步骤“{transition.DisplayName}”不能认定公开属性：要在起草之后、往下走的步骤里认定。"));
        }
    }

    private static void Roles(ReviewGraph graph, IReadOnlySet<string> roles, List<GraphFault> faults)
    {
        foreach (var (transition, i) in graph.Transitions.Select((transition, i) => (transition, i)))
        {
            if (!roles.Contains(transition.Role))
                faults.Add(new($"Transitions[{i}].Role", $"步骤“{transition.DisplayName}”由角色“{transition.Role}”办理，网站没有这个角色。请先建立它，或者在流程里换一个角色。"));
        }
    }

    private static void Ways(ReviewGraph graph, List<GraphFault> faults)
    {
        var reached = Closure([graph.Initial.Name], stage => graph.LeadingFrom(stage).Select(transition => transition.To));
        var ending = Closure([ReviewGraph.Published], stage => graph.Transitions.Where(transition => transition.To == stage).Select(transition => transition.From));
        foreach (var (stage, i) in graph.Stages.Select((stage, i) => (stage, i)))
        {
            if (!graph.LeadingFrom(stage.Name).Any())
                faults.Add(new($"Stages[{i}]", $"环节“{stage.DisplayName}”没有下一步，内容到了这里就走不动。请给它加上步骤。"));
            else if (!ending.Contains(stage.Name))
                faults.Add(new($"Stages[{i}]", $"从环节“{stage.DisplayName}”怎样走都到不了发布，只会兜圈子。请加上通往发布的步骤（To 写“{ReviewGraph.Published}”）。"));
            if (!reached.Contains(stage.Name))
                faults.Add(new($"Stages[{i}]", $"没有步骤通往环节“{stage.DisplayName}”。请加上，或者去掉这个环节。"));
        }
    }

    private static HashSet<string> Closure(IEnumerable<string> start, Func<string, IEnumerable<string>> next)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>(start);
        while (open.TryDequeue(out var stage))
        {
            if (!found.Add(stage))
                continue;
            foreach (var other in next(stage))
                open.Enqueue(other);
        }

        return found;
    }
}
