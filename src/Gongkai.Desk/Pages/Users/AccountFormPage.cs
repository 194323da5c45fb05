using Gongkai.Content;
using Gongkai.Desk.Accounts;
using Gongkai.Desk.Shell;

namespace Gongkai.Desk.Pages.Users;

/// <summary>What was filled in about an account.</summary>
internal sealed class AccountForm
{
    public string Name { get; set; } = "";

    public string DisplayName { get; set; } = "";

    public string? StaffNumber { get; set; }

    public List<string> Roles { get; set; } = [];

    public List<string> Issuers { get; set; } = [];

    /// <summary>The account's version as the form showed it.</summary>
    public string Version { get; set; } = "";
}

/// <summary>What the pages that make and change an account have in common.</summary>
internal abstract class AccountFormPage(RoleNames roles, IssuerChoices issuers) : DeskPage
{
    public AccountForm Form { get; protected set; } = new();

    public IReadOnlyList<string> Faults { get; protected set; } = [];

    /// <summary>A password that was made, shown this once.</summary>
    public string? MadePassword { get; protected set; }

    public IReadOnlyList<string> Roles => roles.Assignable;

    public IReadOnlyList<(Term Term, int Depth)> Issuers => issuers.All;

    public string NameOf(string role) => roles.NameOf(role);

    public string DescriptionOf(string role) => roles.ExplanationOf(role);
}
