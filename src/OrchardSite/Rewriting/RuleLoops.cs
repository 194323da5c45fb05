namespace OrchardSite.Rewriting;

/// <summary>Finds redirects that lead in a circle, by following each one's own target through all rules.</summary>
internal static class RuleLoops
{
    private const int MaximumHops = 20;

    // Stands for whatever was matched.
    private const string Sample = "x";

    /// <summary>The names on the circle that a rule begins, itself first and last; null when there is none.</summary>
    public static IReadOnlyList<string>? Of(RewriteRule rule, IReadOnlyList<RewriteRule> rules)
    {
        if (rule.Status is null)
            return null;
        var path = "/" + Filled(rule.Substitution.Split('?')[0]).TrimStart('/');
        List<string> names = [rule.Name];
        for (var hop = 0; hop < MaximumHops; hop++)
        {
            if (rules.Where(next => next.Status is not null).Select(next => (next, Target: next.Apply(path, QueryString.Empty))).FirstOrDefault(step => step.Target is not null) is not ({ } next, { } target))
                return null;
            names.Add(next.Name);
            if (ReferenceEquals(next, rule))
                return names;
            path = target.Path.Value!;
        }

        return names;
    }

    private static string Filled(string substitution)
    {
        for (var group = 0; group < 10; group++)
            substitution = substitution.Replace($"${group}", Sample, StringComparison.Ordinal);
        return substitution;
    }
}
