using Gongkai.Content;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Storage;

/// <summary>The parts of a list's query: what fits, in which state, in which order.</summary>
internal static class ItemListQuery
{
    // More words do not narrow a list further.
    private const int MostWords = 8;

    /// <summary>The rows that fit, whatever their state.</summary>
    public static IQueryable<ListRow> Fitting(StorageContext context, ItemListRequest request)
    {
        string[] types = [.. request.ContentTypes.Where(type => StorableText.IsStorable(type)).Distinct()];
        // One type is an equality, so that the index gives its rows in their order.
        var rows = types is [var type] ? context.Lists.Where(row => row.ContentType == type) : context.Lists.Where(row => types.Contains(row.ContentType));
        foreach (var choice in request.Terms)
        {
            var carrying = Carrying(context, choice.TaxonomyId, choice.TermIds);
            rows = rows.Where(row => carrying.Contains(row.LatestKey));
        }

        if (request.Offices is { } offices)
        {
            var theirs = Carrying(context, OfficeChoice.Taxonomy, offices.Issuers);
            string[] people = [.. offices.People.Where(name => StorableText.IsStorable(name)).Select(name => name.ToLowerInvariant())];
            rows = rows.Where(row => (!row.HasIssuer && people.Contains(row.Maker)) || theirs.Contains(row.LatestKey));
        }

        if (request.Author is { Length: > 0 } author)
            rows = StorableText.IsStorable(author) ? rows.Where(row => row.Author == author) : rows.Where(_ => false);
        if (request.ModifiedFromUtc is { } from)
            rows = rows.Where(row => row.ModifiedUtc >= from);
        if (request.ModifiedBeforeUtc is { } before)
            rows = rows.Where(row => row.ModifiedUtc < before);
        if (request.Text is not { Length: > 0 } text)
            return rows;
        if (!StorableText.IsStorable(text))
            return rows.Where(_ => false);
        foreach (var word in ListText.Fold(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(MostWords))
            rows = rows.Where(row => row.SearchText.Contains(word));
        return rows;
    }

    /// <summary>The versions that carry one of some terms: found once, by the terms' index, not asked for each row.</summary>
    public static IQueryable<long> Carrying(StorageContext context, string taxonomyId, IReadOnlyCollection<string> termIds)
    {
        string[] terms = [.. termIds.Where(id => StorableText.IsStorable(id))];
        var rows = context.Terms.Where(term => term.TaxonomyId == taxonomyId);
        return (terms is [var one] ? rows.Where(term => term.TermId == one) : rows.Where(term => terms.Contains(term.TermId))).Select(term => term.VersionKey);
    }

    /// <summary>The rows in a state.</summary>
    public static IQueryable<ListRow> InState(IQueryable<ListRow> rows, ItemListState? state)
    {
        if (state is null)
            return rows;
        var (mask, value) = MaskOf(state.Value);
        return rows.Where(row => (row.States & mask) == value);
    }

    /// <summary>Whether states are in one of those by which lists are filtered.</summary>
    public static bool IsIn(ListedStates states, ItemListState state)
    {
        var (mask, value) = MaskOf(state);
        return (states & mask) == value;
    }

    /// <summary>The rows in order; of those alike the newest first, so that pages never overlap.</summary>
    public static IQueryable<ListRow> Sorted(IQueryable<ListRow> rows, ItemListSort sort, bool ascending) => (sort, ascending) switch
    {
        (ItemListSort.Modified, true) => rows.OrderBy(row => row.ModifiedUtc).ThenBy(row => row.ContentItemId),
        (ItemListSort.Published, true) => rows.OrderBy(row => row.PublishedUtc == null).ThenBy(row => row.PublishedUtc).ThenBy(row => row.ContentItemId),
        (ItemListSort.Published, false) => rows.OrderBy(row => row.PublishedUtc == null).ThenByDescending(row => row.PublishedUtc).ThenBy(row => row.ContentItemId),
        (ItemListSort.Title, true) => rows.OrderBy(row => row.Title).ThenBy(row => row.ContentItemId),
        (ItemListSort.Title, false) => rows.OrderByDescending(row => row.Title).ThenBy(row => row.ContentItemId),
        (ItemListSort.Number, true) => rows.OrderBy(row => row.Number == null).ThenBy(row => row.Number).ThenBy(row => row.ContentItemId),
        (ItemListSort.Number, false) => rows.OrderBy(row => row.Number == null).ThenByDescending(row => row.Number).ThenBy(row => row.ContentItemId),
        (ItemListSort.Due, true) => rows.OrderBy(row => (row.PublishDueUtc ?? row.ArchiveDueUtc) == null).ThenBy(row => row.PublishDueUtc ?? row.ArchiveDueUtc).ThenBy(row => row.ContentItemId),
        (ItemListSort.Due, false) => rows.OrderBy(row => (row.PublishDueUtc ?? row.ArchiveDueUtc) == null).ThenByDescending(row => row.PublishDueUtc ?? row.ArchiveDueUtc).ThenBy(row => row.ContentItemId),
        _ => rows.OrderByDescending(row => row.ModifiedUtc).ThenByDescending(row => row.ContentItemId),
    };

    private static (ListedStates Mask, ListedStates Value) MaskOf(ItemListState state) => state switch
    {
        ItemListState.Draft => (ListedStates.Published | ListedStates.Withdrawn, ListedStates.None),
        ItemListState.Published => (ListedStates.Published, ListedStates.Published),
        ItemListState.Changed => (ListedStates.Published | ListedStates.Draft, ListedStates.Published | ListedStates.Draft),
        ItemListState.Scheduled => (ListedStates.Scheduled, ListedStates.Scheduled),
        ItemListState.Withdrawn => (ListedStates.Withdrawn, ListedStates.Withdrawn),
        ItemListState.Repealed => (ListedStates.Repealed, ListedStates.Repealed),
        _ => (ListedStates.Draft | ListedStates.Withdrawn, ListedStates.Draft),
    };
}
