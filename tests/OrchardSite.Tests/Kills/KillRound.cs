namespace OrchardSite.Tests;

/// <summary>In the middle of what a process is killed.</summary>
internal enum KillSort
{
    Import,
    Publishing,
    Indexing,
}

/// <summary>What a killed process left.</summary>
/// <param name="Sort">What it was doing.</param>
/// <param name="Moment">After how many milliseconds, and what it had got done.</param>
internal sealed record KillRound(KillSort Sort, string Moment)
{
    /// <summary>Writes that were acknowledged and are not there.</summary>
    public List<string> Lost { get; } = [];

    /// <summary>Items of which a reader sees one half only: page, API and search do not agree, or the other item of the call does not.</summary>
    public List<string> Half { get; } = [];

    /// <summary>What else is wrong: a check that finds something, an import that does not complete it.</summary>
    public List<string> Faults { get; } = [];

    public override string ToString() => string.Join('\n',
        [$"{Sort}: killed {Moment}", .. Lost.Select(one => "   lost: " + one), .. Half.Select(one => "   half: " + one), .. Faults.Select(one => "   fault: " + one)]);
}
