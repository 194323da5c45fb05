using Gongkai.Content;
using Gongkai.Review.Upkeep;

namespace Gongkai.Review.Tests.Upkeep;

public sealed class ResponsibilityTests
{
    private static readonly Account[] Accounts =
    [
        Person("admin", "owner"), Person("zhang", "editor"), Person("jia", "editor", "office-a"), Person("jia-2", "editor", "office-a", "office-c"), Person("reader", "none", "office-b"),
        Locked(Person("gone", "editor", "office-d")),
    ];

    private static readonly Responsibility Rule = new(Accounts, TaxonomySnapshot.Empty, account => account.Roles[0] != "none", account => account.Roles[0] == "owner");

    [Theory]
    // Whoever made it, whatever the case of the name.
    [InlineData("zhang", "", false, "zhang")]
    [InlineData("ZHANG", "office-a", false, "zhang")]
    // Locked, gone, or without the right to edit: those of the office.
    [InlineData("gone", "office-a", true, "jia", "jia-2")]
    [InlineData("nobody", "office-c", true, "jia-2")]
    [InlineData("reader", "office-a office-c", true, "jia", "jia-2")]
    // An office without anybody who edits: the administrators.
    [InlineData("gone", "office-d", true, "admin")]
    [InlineData("reader", "office-b", true, "admin")]
    [InlineData("", "", true, "admin")]
    public void Somebody_answers_for_every_item(string maker, string issuers, bool isByOffice, params string[] expected)
    {
        var offices = issuers.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        var party = Rule.Of(maker, offices);

        Assert.Equal(expected, party.People.Select(account => account.Name));
        Assert.Equal(isByOffice, party.IsByOffice);
        // What is looked up for a page of somebody's own is the same rule.
        Assert.Equal(expected, Accounts.Where(account => IsChosen(Rule.ChoiceFor(account.ToUser()), maker, offices)).Select(account => account.Name));
    }

    /// <summary>What the storage asks of a row.</summary>
    private static bool IsChosen(ResponsibleChoice choice, string maker, string[] issuers) =>
        (choice.Name.Length > 0 && string.Equals(choice.Name, maker, StringComparison.OrdinalIgnoreCase))
        || (!choice.People.Contains(maker, StringComparer.OrdinalIgnoreCase) && (issuers.Any(choice.Offices.Contains) || (choice.Staffed is { } staffed && !issuers.Any(staffed.Contains))));

    private static Account Person(string name, string role, params string[] issuers) => new() { Name = name, Roles = [role], Issuers = issuers };

    private static Account Locked(Account account)
    {
        account.LockedUntilUtc = DateTime.MaxValue;
        return account;
    }
}
