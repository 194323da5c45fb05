namespace Gongkai.Search.Log;

/// <summary>How the log of searches is kept.</summary>
/// <param name="Days">How many days are kept; 0 keeps all.</param>
public sealed record SearchLogOptions(int Days)
{
    /// <summary>A year and a month: this year's month beside last year's.</summary>
    public const int DefaultDays = 400;
}
