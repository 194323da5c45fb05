namespace Gongkai.Content;

/// <summary>Whoever does something: a person signed in at the desk, nobody known, or the site itself.</summary>
/// <param name="Name">The sign-in name, which authors, owners and records keep; empty for nobody known.</param>
/// <param name="DisplayName">What people read.</param>
/// <param name="Roles">The names of the roles.</param>
/// <param name="Issuers">The terms of the taxonomy <c>issuers</c> whose items are the person's; empty for those of every office.</param>
public sealed record DeskUser(string Name, string DisplayName, IReadOnlyList<string> Roles, IReadOnlyList<string> Issuers)
{
    /// <summary>The name of <see cref="System"/>; no account can have it.</summary>
    public const string SystemName = "系统";

    /// <summary>The site itself: work that nobody waits for.</summary>
    public static DeskUser System { get; } = new(SystemName, SystemName, [], []);

    /// <summary>Somebody who is not signed in.</summary>
    public static DeskUser Anonymous { get; } = new("", "", [], []);

    /// <summary>Whether this is a person who is signed in.</summary>
    public bool IsSignedIn => Name.Length > 0 && this != System;
}

/// <summary>Port: who does what is being done.</summary>
public interface ICurrentUser
{
    /// <summary>Who is behind the request; <see cref="DeskUser.System"/> where there is no request, <see cref="DeskUser.Anonymous"/> where nobody is signed in.</summary>
    DeskUser User { get; }
}

/// <summary>Where nobody signs in: all is done by the site itself, or for whoever it was begun for.</summary>
internal sealed class NoUser(BackgroundUser background) : ICurrentUser
{
    public DeskUser User => background.Current ?? DeskUser.System;
}
