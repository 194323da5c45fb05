namespace Gongkai.Content;

/// <summary>For whom work goes on that outlives the request which began it: its author, and what records keep.</summary>
/// <remarks>One for a site. What is begun inside of <see cref="RunAsync"/> is done for its user, elsewhere nothing changes.</remarks>
public sealed class BackgroundUser
{
    private readonly AsyncLocal<DeskUser?> _user = new();

    /// <summary>For whom the work under way is done; null outside of such work.</summary>
    public DeskUser? Current => _user.Value;

    /// <summary>Does work for somebody.</summary>
    public async Task RunAsync(DeskUser user, Func<Task> work)
    {
        _user.Value = user;
        await work();
    }
}
