namespace OrchardSite.StaticCopy;

/// <summary>What a run did.</summary>
internal sealed class CopyReport
{
    /// <summary>How many addresses were asked for.</summary>
    public int Made { get; set; }

    /// <summary>How many files were written, new or changed.</summary>
    public int Written { get; set; }

    /// <summary>How many files stayed as they were.</summary>
    public int Kept { get; set; }

    /// <summary>How many files were taken away.</summary>
    public int Removed { get; set; }

    /// <summary>Every change up to this one is in the copy.</summary>
    public long Sequence { get; set; }

    /// <summary>How many of the files were made by a run before that was cut off.</summary>
    public int Resumed { get; set; }

    /// <summary>How long it took.</summary>
    public TimeSpan Duration { get; set; }

    /// <summary>What could not be made, with the address.</summary>
    public List<string> Faults { get; } = [];
}

/// <summary>How far a run is.</summary>
/// <param name="Made">How many addresses are done.</param>
/// <param name="Total">How many there are as far as is known.</param>
internal sealed record CopyProgress(int Made, int Total);
