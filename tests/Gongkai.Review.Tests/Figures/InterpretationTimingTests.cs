using Gongkai.Review.Figures;

namespace Gongkai.Review.Tests.Figures;

public sealed class InterpretationTimingTests
{
    private static readonly DateOnly Policy = new(2026, 3, 10);

    [Theory]
    [InlineData(true, null, InterpretationTiming.Missing)]
    [InlineData(false, null, InterpretationTiming.NotNeeded)]
    [InlineData(true, 0, InterpretationTiming.InStep)]
    [InlineData(true, -3, InterpretationTiming.InStep)]
    [InlineData(true, 1, InterpretationTiming.Late)]
    [InlineData(false, 0, InterpretationTiming.InStep)]
    [InlineData(false, 400, InterpretationTiming.Late)]
    public void An_interpretation_of_a_later_day_is_late(bool isNeeded, int? daysLater, InterpretationTiming expected) =>
        Assert.Equal(expected, InterpretationTimings.Of(isNeeded, Policy, daysLater is { } days ? Policy.AddDays(days) : null));
}
