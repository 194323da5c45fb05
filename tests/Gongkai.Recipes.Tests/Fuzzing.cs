using System.Globalization;

namespace Gongkai.Recipes.Tests;

/// <summary>How long property-based tests look for a fault: a bounded number of tries, or as many seconds each as <c>GONGKAI_FUZZ_SECONDS</c> says.</summary>
internal static class Fuzzing
{
    public static int Seconds => int.TryParse(Environment.GetEnvironmentVariable("GONGKAI_FUZZ_SECONDS"), CultureInfo.InvariantCulture, out var seconds) ? seconds : -1;

    public static long Iterations(long usual) => Seconds > 0 ? -1 : usual;
}
