namespace Gongkai.Documents.Pictures;

/// <summary>How large pictures may be.</summary>
/// <param name="MostPixels">The most that one that is uploaded may have, width times height: what it takes in memory while it is made smaller is four bytes each.</param>
/// <param name="LongestEdge">The longest edge of one that is kept, in pixels.</param>
public sealed record PictureLimits(long MostPixels, int LongestEdge)
{
    /// <summary>Any camera's picture; an edge that fills the largest screens.</summary>
    public static PictureLimits Default { get; } = new(50_000_000, 2560);
}
