namespace Gongkai.Search.Facets;

/// <summary>A document's place in a list by date: the greater rank first, equal ones by id, as <see cref="TopHits"/> orders them.</summary>
/// <param name="Rank">The day number; less it for oldest first.</param>
/// <param name="Ids">The ids of its segment.</param>
/// <param name="Local">Its number in its segment.</param>
/// <param name="Document">Its number in the whole index.</param>
internal readonly record struct ListKey(int Rank, SegmentIds Ids, int Local, int Document)
{
    /// <summary>Compares by the order of the list.</summary>
    public static IComparer<ListKey> Order { get; } = Comparer<ListKey>.Create((one, other) => one.Against(other));

    /// <summary>Less than zero when it stands before the other.</summary>
    public int Against(ListKey other) => Rank != other.Rank ? other.Rank.CompareTo(Rank)
        : Ids == other.Ids ? Ids.PlaceOf(Local).CompareTo(Ids.PlaceOf(other.Local))
        : Ids.Of(Local).SequenceCompareTo(other.Ids.Of(other.Local));
}
