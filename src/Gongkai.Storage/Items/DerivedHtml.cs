using System.Collections.Concurrent;
using Gongkai.Content;

namespace Gongkai.Storage;

/// <summary>HTML of items, each source derived once.</summary>
internal sealed class DerivedHtml(IMarkup markup)
{
    private readonly ConcurrentDictionary<(string Source, MarkupFormat Format), string> _html = new();

    public string MarkupVersion => markup.Version;

    /// <summary>Derives the HTML of many items ahead on all cores, so that it is there when the transaction asks for it.</summary>
    public void DeriveAhead(IReadOnlyCollection<IndexContribution> contributions, CancellationToken cancellationToken)
    {
        if (contributions.Count == 1)
            Of(contributions.First());
        else
            Parallel.ForEach(contributions, new ParallelOptions { CancellationToken = cancellationToken }, contribution => Of(contribution));
    }

    public Dictionary<string, string> Of(IndexContribution contribution)
    {
        var html = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in contribution.Markup)
            html[entry.Key] = _html.GetOrAdd((entry.Source, entry.Format), source => markup.ToHtml(source.Source, source.Format));
        return html;
    }
}
