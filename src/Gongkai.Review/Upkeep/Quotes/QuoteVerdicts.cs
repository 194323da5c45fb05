using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Gongkai.Content;

namespace Gongkai.Review.Upkeep.Quotes;

/// <summary>Whether versions say what is quoted of them, kept for whoever asks next: a version never changes, so its text is read once.</summary>
public sealed class QuoteVerdicts
{
    private const int Most = 10_000;

    private readonly ConcurrentDictionary<(string VersionId, PassageQuote Quote), QuoteVerdict> _known = new();

    /// <summary>The verdicts on quotations of one source, in their order; null when it is not public.</summary>
    /// <param name="versionId">The version that readers see, as far as is known.</param>
    /// <param name="quotes">The quotations.</param>
    /// <param name="reader">Reads the source when that version was not looked at for one of them yet.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<IReadOnlyList<QuoteVerdict>?> OfAsync(string? versionId, IReadOnlyList<PassageQuote> quotes, IContentReader reader, CancellationToken cancellationToken = default)
    {
        if (versionId is not null && Known(versionId, quotes) is { } known)
            return known;
        if (await reader.GetAsync(quotes[0].ContentItemId, cancellationToken: cancellationToken) is not { } source || !source.IsPublic())
            return null;
        var text = await QuotableText.OfAsync(source, reader, cancellationToken);
        var verdicts = quotes.Select(quote => new QuoteVerdict(text.Says(quote.Text), quote.Anchor is not null && text.LabelAt(quote.Anchor) is not null)).ToList();
        if (_known.Count > Most)
            _known.Clear();
        foreach (var (quote, verdict) in quotes.Zip(verdicts))
            _known[(source.ContentItemVersionId, quote)] = verdict;
        return verdicts;
    }

    private List<QuoteVerdict>? Known(string versionId, IReadOnlyList<PassageQuote> quotes)
    {
        var verdicts = new List<QuoteVerdict>(quotes.Count);
        foreach (var quote in quotes)
        {
            if (!_known.TryGetValue((versionId, quote), out var verdict))
                return null;
            verdicts.Add(verdict);
        }

        return verdicts;
    }
}

/// <summary>What was found of a quotation in a version.</summary>
/// <param name="IsSaid">Whether the version says it.</param>
/// <param name="HasAnchor">Whether the place that was quoted is still there.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct QuoteVerdict(bool IsSaid, bool HasAnchor);
