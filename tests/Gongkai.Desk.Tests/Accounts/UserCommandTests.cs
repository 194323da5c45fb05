using OrchardSite.CommandLine;

namespace Gongkai.Desk.Tests.Accounts;

/// <summary>Accounts from the command line: what was done is 0, what was refused is 1.</summary>
public sealed class UserCommandTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "gongkai-tests", Guid.NewGuid().ToString("N"));

    [Fact]
    public async Task Accounts_are_added_once_locked_and_unlocked()
    {
        Assert.Equal(0, await RunAsync("add", "zhangsan", "--role", "Editor", "--display-name", "张三"));
        Assert.Equal(1, await RunAsync("add", "ZHANGSAN"));
        Assert.Equal(1, await RunAsync("add", "lisi", "--role", "Emperor"));
        Assert.Equal(0, await RunAsync("lock", "zhangsan"));
        Assert.Equal(0, await RunAsync("unlock", "zhangsan"));
        Assert.Equal(0, await RunAsync("reset", "zhangsan"));
        Assert.Equal(1, await RunAsync("reset", "nobody"));
        Assert.Equal(0, await RunAsync("list"));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<int> RunAsync(params string[] arguments) => SiteCommands.RunAsync(["user", .. arguments, "--data", _folder, "--sample", "false"]);
}
