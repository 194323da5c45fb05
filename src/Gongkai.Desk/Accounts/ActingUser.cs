using Gongkai.Content;

namespace Gongkai.Desk.Accounts;

/// <summary>For whom work is done that goes on without a request: it is theirs in the records, and by their permissions.</summary>
internal sealed class ActingUser
{
    private readonly AsyncLocal<DeskUser?> _user = new();

    /// <summary>Whoever began the work; null outside of such.</summary>
    public DeskUser? User => _user.Value;

    /// <summary>Does work for somebody, along the asynchronous flow of the caller.</summary>
    public async Task RunAsync(DeskUser user, Func<Task> work)
    {
        _user.Value = user;
        await work();
    }
}
