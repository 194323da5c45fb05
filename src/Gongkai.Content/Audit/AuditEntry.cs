using System.Text.Json.Nodes;

namespace Gongkai.Content;

/// <summary>What came of an action.</summary>
public enum AuditResult
{
    /// <summary>It was done.</summary>
    Succeeded,

    /// <summary>It was turned away, by a rule, a conflict, a permission or a wrong password; nothing was changed.</summary>
    Refused,

    /// <summary>It broke off.</summary>
    Failed,
}

/// <summary>Something that is to be written into the audit trail. Who did it, when and from where is added by the trail.</summary>
/// <param name="Action">What was done, as <see cref="AuditActions"/> names it.</param>
/// <param name="Result">What came of it.</param>
public sealed record AuditEntry(string Action, AuditResult Result = AuditResult.Succeeded)
{
    /// <summary>The item; empty when it is about none.</summary>
    public string ContentItemId { get; init; } = "";

    /// <summary>The version that came of it or that is meant.</summary>
    public string VersionId { get; init; } = "";

    /// <summary>The item's type.</summary>
    public string ContentType { get; init; } = "";

    /// <summary>The item's title at the time, or the name of what else it is about: a document, a file, an account.</summary>
    public string Title { get; init; } = "";

    /// <summary>What else is to be known. Never a password, a key, a token or the value of a setting.</summary>
    public JsonObject? Details { get; init; }

    /// <summary>Who did it, when that is not the current user, as at a sign-in; null for the current user.</summary>
    public AuditActor? Actor { get; init; }
}

/// <summary>Who did something.</summary>
/// <param name="Name">The name for signing in.</param>
/// <param name="DisplayName">What people read.</param>
public sealed record AuditActor(string Name, string DisplayName);
