using Gongkai.Content;

namespace Gongkai.Review.Upkeep.Quotes;

/// <summary>A quotation that readers do not find in its source.</summary>
/// <param name="Place">Where it stands, and its words.</param>
/// <param name="State">Outdated, or of a source that is not public.</param>
/// <param name="SourceTitle">The source's title; empty when whoever asks may not know it.</param>
/// <param name="SourceUrl">The source's page, at the place that was quoted while that is there; empty when it is not public.</param>
public sealed record StrayQuote(QuotedPlace Place, QuoteState State, string SourceTitle, string SourceUrl);

/// <summary>A public item with its quotations that do not stand.</summary>
/// <param name="ContentItemId">The item.</param>
/// <param name="Title">Its title.</param>
/// <param name="Quotes">The quotations.</param>
/// <param name="Party">Who answers for it.</param>
public sealed record QuotingItem(string ContentItemId, string Title, IReadOnlyList<StrayQuote> Quotes, ResponsibleParty Party);

/// <summary>What quotes passages that do not stand.</summary>
/// <param name="Items">The items, by title.</param>
/// <param name="Looked">How many items were looked at.</param>
/// <param name="IsWhole">Whether these were all there are.</param>
public sealed record StrayQuoteList(IReadOnlyList<QuotingItem> Items, int Looked, bool IsWhole);

/// <summary>Lists everything public that quotes what its source does not say any more. Only items of types that can quote are read, as Q&amp;A issues, and a source's text once for each of its versions.</summary>
public sealed class StrayQuotes(IContentReader reader, ISearch search, IContentDefinitions definitions, UpkeepPeople people, IPermissions permissions, ICurrentUser current, QuoteVerdicts verdicts)
{
    /// <summary>The most items that are looked at: a hundred years of Q&amp;A issues.</summary>
    public const int MostLooked = 5_000;

    /// <summary>The list.</summary>
    /// <param name="scope">What whoever is there sees.</param>
    /// <param name="isMine">Only items that they answer for.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<StrayQuoteList> FindAsync(UpkeepScope scope, bool isMine, CancellationToken cancellationToken = default)
    {
        var types = scope.ContentTypes.Where(type => MayQuote(type, [])).ToList();
        if (types.Count == 0)
            return new([], 0, true);
        var rule = await people.FindAsync(cancellationToken);
        var (items, looked, isWhole) = (new List<(ContentItem Item, ResponsibleParty Party, IReadOnlyList<QuotedPlace> Places)>(), 0, true);
        await foreach (var item in reader.StreamAsync(types, VersionOption.Published, cancellationToken))
        {
            if (looked == MostLooked)
            {
                isWhole = false;
                break;
            }

            looked++;
            if (!item.IsPublic() || ItemQuotes.Of(item, definitions.Current) is not { Count: > 0 } places || !permissions.IsAllowed(current.User, Permissions.ListContent, item))
                continue;
            var party = rule.Of(item.Owner.Length > 0 ? item.Owner : item.Author, IssuersOf(item));
            if (!isMine || party.People.Any(account => string.Equals(account.Name, current.User.Name, StringComparison.OrdinalIgnoreCase)))
                items.Add((item, party, places));
        }

        var stray = await StrayAsync([.. items.SelectMany(item => item.Places)], cancellationToken);
        return new([.. items.Select(item => new QuotingItem(item.Item.ContentItemId, item.Item.DisplayText, [.. item.Places.Select(stray.GetValueOrDefault).OfType<StrayQuote>()], item.Party))
            .Where(item => item.Quotes.Count > 0).OrderBy(item => item.Title, StringComparer.Ordinal).ThenBy(item => item.ContentItemId, StringComparer.Ordinal)], looked, isWhole);
    }

    /// <summary>Those of some quotations that do not stand.</summary>
    private async Task<Dictionary<QuotedPlace, StrayQuote>> StrayAsync(IReadOnlyList<QuotedPlace> places, CancellationToken cancellationToken)
    {
        var sources = places.GroupBy(place => place.Quote.ContentItemId, StringComparer.Ordinal).ToList();
        // The index knows what is public, its version, title and address: no source is read whose version was looked at before.
        var known = search.Find([.. sources.Select(source => source.Key)]).ToDictionary(hit => hit.Item.ContentItemId, StringComparer.Ordinal);
        var titles = await TitlesAsync([.. sources.Select(source => source.Key).Where(id => !known.ContainsKey(id))], cancellationToken);
        // By reference: two items may quote the same at the same place.
        var stray = new Dictionary<QuotedPlace, StrayQuote>(ReferenceEqualityComparer.Instance);
        foreach (var source in sources)
        {
            var hit = known.GetValueOrDefault(source.Key);
            var title = hit?.Title.Text ?? titles.GetValueOrDefault(source.Key, "");
            var found = await verdicts.OfAsync(hit?.Item.ContentItemVersionId, [.. source.Select(place => place.Quote)], reader, cancellationToken);
            foreach (var (index, place) in source.Index())
            {
                if (found is null)
                    stray[place] = new(place, QuoteState.NotPublic, title, "");
                else if (!found[index].IsSaid)
                    stray[place] = new(place, QuoteState.Outdated, title, hit is null ? "" : hit.Url + (found[index].HasAnchor ? "#" + Uri.EscapeDataString(place.Quote.Anchor!) : ""));
            }
        }

        return stray;
    }

    /// <summary>The titles of what readers do not find, as far as whoever is there may list it.</summary>
    private async Task<Dictionary<string, string>> TitlesAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
        ids.Count == 0 ? [] : (await reader.GetManyAsync(ids, VersionOption.Latest, cancellationToken)).Where(item => permissions.IsAllowed(current.User, Permissions.ListContent, item))
            .ToDictionary(item => item.ContentItemId, item => item.DisplayText, StringComparer.Ordinal);

    /// <summary>Whether items of a type can quote, themselves or in what is inside them.</summary>
    private bool MayQuote(string type, HashSet<string> seen) => seen.Add(type) && (definitions.Current.FindType(type)?.Parts ?? []).Any(part =>
        part.Fields.Any(field => field.Kind is PassageField) || (part.Kind is BagPart && BagPart.ContainedTypes(part.Definition) is var inner && (inner.Count == 0 || inner.Any(one => MayQuote(one, seen)))));

    private HashSet<string> IssuersOf(ContentItem item) =>
        [.. IndexContribution.Of(item, definitions.Current).Terms.Where(term => term.TaxonomyId == OfficeChoice.Taxonomy).Select(term => term.TermId)];
}
