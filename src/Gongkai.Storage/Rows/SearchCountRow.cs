namespace Gongkai.Storage;

/// <summary>How often a query was searched for on a day, or its result at a position opened.</summary>
internal sealed class SearchCountRow
{
    public DateOnly Day { get; set; }

    public required string Query { get; set; }

    /// <summary>0 for searches; for opened results their place from 1.</summary>
    public int Position { get; set; }

    public long Count { get; set; }

    /// <summary>Of searches: how many results there were last.</summary>
    public int? Results { get; set; }
}
