using Gongkai.Content;

namespace Gongkai.Review.Standing;

/// <summary>The accounts at one moment: which of them are one person's, and what people call them.</summary>
public sealed class ReviewPeople
{
    private readonly Dictionary<string, Account> _accounts;

    /// <summary>People from all accounts.</summary>
    public ReviewPeople(IEnumerable<Account> accounts) => _accounts = accounts.ToDictionary(account => account.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>An account by its name, or null.</summary>
    public Account? Find(string name) => _accounts.GetValueOrDefault(name);

    /// <summary>All of them, by what people call them.</summary>
    public IEnumerable<Account> All => _accounts.Values.OrderBy(account => account.DisplayName, StringComparer.Ordinal);

    /// <summary>Whether two accounts are one person's: the same one, or with the same number of staff.</summary>
    public bool AreOnePerson(string name, string other) =>
        string.Equals(name, other, StringComparison.OrdinalIgnoreCase) || (NumberOf(name) is { Length: > 0 } number && string.Equals(number, NumberOf(other), StringComparison.OrdinalIgnoreCase));

    /// <summary>What people call an account; one that is not there any more by its name.</summary>
    public string LabelOf(string name) => Find(name) is { DisplayName.Length: > 0 } account ? account.DisplayName : name;

    private string NumberOf(string name) => Find(name)?.StaffNumber.Trim() ?? "";
}
