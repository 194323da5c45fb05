namespace Gongkai.Content;

/// <summary>Who works with the site.</summary>
/// <param name="Name">The name for signing in.</param>
/// <param name="DisplayName">What people read.</param>
/// <param name="Roles">The roles' names.</param>
/// <param name="Issuers">The ids of the issuers whose items the user sees and edits; empty for all.</param>
public sealed record DeskUser(string Name, string DisplayName, IReadOnlyList<string> Roles, IReadOnlyList<string> Issuers)
{
    /// <summary>Work that nobody asked for just now: schedules, set-up, the command line.</summary>
    public static DeskUser System { get; } = new("系统", "系统", [], []);
}

/// <summary>Port: who asked for what is being done.</summary>
public interface ICurrentUser
{
    /// <summary>The user; <see cref="DeskUser.System"/> outside of a request.</summary>
    DeskUser User { get; }
}
