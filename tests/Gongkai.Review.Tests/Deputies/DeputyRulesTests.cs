using Gongkai.Content;
using Gongkai.Review.Deputies;
using Gongkai.Review.Standing;

namespace Gongkai.Review.Tests.Deputies;

public sealed class DeputyRulesTests
{
    private static readonly DateOnly Today = new(2026, 11, 26);

    [Theory]
    [InlineData("wang", "li", 0, 0, null)]
    [InlineData("WANG", "Li", -3, 365, "Until")]
    [InlineData("wang", "li", 0, 365, null)]
    [InlineData("nobody", "li", 0, 0, "Absent")]
    [InlineData("locked", "li", 0, 0, "Absent")]
    [InlineData("wang", "locked", 0, 0, "StandIn")]
    [InlineData("wang", "Wang", 0, 0, "StandIn")]
    [InlineData("wang", "wang-2", 0, 0, "StandIn")]
    [InlineData("wang", "li", 2, 1, "Until")]
    [InlineData("wang", "li", -2, -1, "Until")]
    [InlineData("wang", "zhao", 3, 9, "From")]
    [InlineData("wang", "zhao", 6, 9, null)]
    public void A_deputy_is_another_person_for_days_that_are_not_over(string absent, string standIn, int from, int until, string? place)
    {
        var people = new ReviewPeople([Person("wang", "1"), Person("wang-2", "1"), Person("li"), Person("zhao"), new Account { Name = "locked", LockedUntilUtc = DateTime.MaxValue }]);

        var fault = DeputyRules.FaultOf(new("new", absent, standIn, Today.AddDays(from), Today.AddDays(until)), [new("old", "wang", "zhao", Today, Today.AddDays(5))], people, Today);

        Assert.Equal(place, fault?.Path);
    }

    private static Account Person(string name, string number = "") => new() { Name = name, DisplayName = name, StaffNumber = number };
}
