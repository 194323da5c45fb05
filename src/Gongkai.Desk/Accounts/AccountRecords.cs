using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.Desk.Accounts;

/// <summary>What is written into the audit trail about accounts.</summary>
internal sealed class AccountRecords(IAuditTrail trail)
{
    /// <summary>Somebody signed in or tried to; the account is null when there is none of that name.</summary>
    public Task SignedInAsync(Account? account, string name, bool succeeded, string? reason = null) => trail.AppendAsync(
        [new(AuditActions.UserSignedIn, succeeded ? AuditResult.Succeeded : AuditResult.Refused) { Title = account?.Name ?? name, Actor = ActorOf(account, name), Details = DetailsOf(reason) }]);

    /// <summary>An account was locked after too many failures.</summary>
    public Task LockedOutAsync(Account account) => trail.AppendAsync([new(AuditActions.UserLockedOut) { Title = account.Name, Actor = ActorOf(account, account.Name) }]);

    /// <summary>Somebody did something to an account, or was refused to.</summary>
    public Task DoneAsync(string action, DeskUser actor, string name, string change, IReadOnlyList<string> faults) => trail.AppendAsync(
        [new(action, faults.Count == 0 ? AuditResult.Succeeded : AuditResult.Refused)
        {
            Title = name,
            Actor = new(actor.Name, actor.DisplayName),
            Details = new() { ["change"] = change, ["faults"] = faults.Count == 0 ? null : new JsonArray([.. faults.Select(fault => JsonValue.Create(fault))]) },
        }]);

    /// <summary>Somebody who is signed in signed out.</summary>
    public Task SignedOutAsync(DeskUser user) => trail.AppendAsync([new(AuditActions.UserSignedOut) { Title = user.Name, Actor = new(user.Name, user.DisplayName) }]);

    private static AuditActor ActorOf(Account? account, string name) => new(account?.Name ?? ShortText.Of(name), account?.DisplayName ?? "");

    private static JsonObject? DetailsOf(string? reason) => reason is null ? null : new() { ["reason"] = reason };
}
