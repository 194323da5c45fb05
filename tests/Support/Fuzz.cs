namespace Gongkai.Tests;

/// <summary>How long property-based tests run: a fixed number of cases, or as long as <c>GONGKAI_FUZZ_SECONDS</c> says, each.</summary>
internal static class Fuzz
{
    /// <summary>Seconds for each test; -1 leaves it to the number of cases.</summary>
    public static int Seconds { get; } = int.TryParse(Environment.GetEnvironmentVariable("GONGKAI_FUZZ_SECONDS"), out var seconds) && seconds > 0 ? seconds : -1;
}
