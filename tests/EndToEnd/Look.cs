namespace EndToEnd;

/// <summary>A way of looking at a page.</summary>
/// <param name="Width">Of the window, in pixels.</param>
/// <param name="Reading">The reading help, as its cookie has it.</param>
/// <param name="IsNight">Whether in the dark scheme.</param>
/// <param name="OnlyColours">Where nothing but colours differs from another look.</param>
/// <param name="WithTargets">Whether fingers must be able to meet what they touch. For pages as they come: what sticks to the window covers others once one scrolls.</param>
public sealed record Look(int Width, string Reading = "", bool IsNight = false, bool OnlyColours = false, bool WithTargets = false)
{
    /// <summary>How readers see a page. The largest letters are those of both helps together.</summary>
    public static IReadOnlyList<Look> OfReaders { get; } =
    [
        new(1280), new(1280, IsNight: true, OnlyColours: true), new(1280, "contrast", OnlyColours: true), new(1280, "contrast", IsNight: true, OnlyColours: true),
        new(390, WithTargets: true), new(390, "elder", WithTargets: true), new(390, "elder", IsNight: true, OnlyColours: true), new(768, "larger.elder.line"),
    ];

    /// <summary>How those at the desk see a page.</summary>
    public static IReadOnlyList<Look> AtDesk { get; } = [new(1280), new(1280, IsNight: true, OnlyColours: true), new(390, IsNight: true, OnlyColours: true), new(390, WithTargets: true)];

    /// <summary>A page on a desktop and on a phone.</summary>
    public static IReadOnlyList<Look> OfBothWidths { get; } = [new(1280), new(390)];

    /// <summary>Of the window, in pixels.</summary>
    public int Height => Width < 500 ? 844 : 900;

    public override string ToString() => $"{Width}{(Reading.Length > 0 ? " " + Reading : "")}{(IsNight ? " by night" : "")}";
}
