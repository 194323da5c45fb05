using Gongkai.Content;

namespace Gongkai.Review.Upkeep;

/// <summary>Who answers for an item.</summary>
/// <param name="People">The accounts.</param>
/// <param name="IsByOffice">Whether it is theirs because its maker is not there any more.</param>
public sealed record ResponsibleParty(IReadOnlyList<Account> People, bool IsByOffice);

/// <summary>The rule of who answers for public items: whoever made it; when that account is locked, gone or may not edit any more, those who edit for its office; when there is nobody, the administrators.</summary>
/// <param name="accounts">All accounts.</param>
/// <param name="taxonomies">The issuers.</param>
/// <param name="mayEdit">Whether an account may edit anything.</param>
/// <param name="isOwner">Whether an account may do everything.</param>
public sealed class Responsibility(IEnumerable<Account> accounts, TaxonomySnapshot taxonomies, Func<Account, bool> mayEdit, Func<Account, bool> isOwner)
{
    private readonly List<Account> _working = [.. accounts.Where(account => !account.IsLocked && mayEdit(account)).OrderBy(account => account.Name, StringComparer.Ordinal)];

    /// <summary>Who answers for an item.</summary>
    /// <param name="maker">Its owner, else its author.</param>
    /// <param name="issuers">The issuers that it names.</param>
    public ResponsibleParty Of(string maker, IReadOnlyCollection<string> issuers)
    {
        if (_working.Find(account => string.Equals(account.Name, maker, StringComparison.OrdinalIgnoreCase)) is { } made)
            return new([made], false);
        var office = _working.Where(account => Below(account.Issuers).Any(issuers.Contains)).ToList();
        return new(office.Count > 0 ? office : [.. _working.Where(isOwner)], true);
    }

    /// <summary>The same rule as a choice: whose items are a user's.</summary>
    public ResponsibleChoice ChoiceFor(DeskUser user)
    {
        var own = _working.Find(account => string.Equals(account.Name, user.Name, StringComparison.OrdinalIgnoreCase));
        return new(own is null ? "" : user.Name, [.. _working.Select(account => account.Name)], own is null ? [] : Below(own.Issuers))
        {
            Staffed = own is not null && isOwner(own) ? Below(_working.SelectMany(account => account.Issuers)) : null,
        };
    }

    private HashSet<string> Below(IEnumerable<string> issuers)
    {
        var tree = taxonomies.FindByAlias(OfficeChoice.Taxonomy);
        return issuers.SelectMany(id => tree?.All.GetValueOrDefault(id)?.SelfAndDescendants.Select(term => term.Id) ?? [id]).ToHashSet(StringComparer.Ordinal);
    }
}
