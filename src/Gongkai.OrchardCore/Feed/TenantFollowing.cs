using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Gongkai.Content;
using Gongkai.OrchardCore.Site;
using Gongkai.Search;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OrchardCore.Environment.Shell;
using OrchardCore.Modules;
using YesSql;

namespace Gongkai.OrchardCore.Feed;

/// <summary>Lets taxonomies and index follow the tenant's changes, from its activation until its container goes.</summary>
/// <remarks>Nothing starts hosted services in a tenant. A reloaded tenant has a new one of these while the old one ends; both share the index's one writer.</remarks>
internal sealed class TenantFollowing(
    ChangeFollowing following, IChangeFeed feed, IUnitOfWork unitOfWork, SearchIndex index, Schema schema, ILogger<TenantFollowing> logger) : IAsyncDisposable, IDisposable
{
    private const int MostShown = 1000;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _stopping = new();
    private Task _running = Task.CompletedTask;
    private int _started;

    /// <summary>Starts following, once.</summary>
    public void Start()
    {
        if (Interlocked.Exchange(ref _started, 1) != 0)
            return;
        // The scope of the request that activates the tenant ends long before this does.
        using (ExecutionContext.SuppressFlow())
            _running = Task.Run(() => RunAsync(_stopping.Token));
    }

    /// <summary>Shows changes of this process as soon as they are committed. What was rolled back is not in the feed and so not shown.</summary>
    public async Task ShowAsync(IReadOnlyList<Change> changes)
    {
        try
        {
            var noted = changes.ToHashSet();
            var committed = (await feed.ReadAsync(changes[0].Sequence - 1, MostShown)).Where(noted.Contains).ToList();
            if (committed.Count > 0)
                await following.ShowAsync(committed);
        }
        catch (DbException fault)
        {
            // The change is made; the database is asked again within a second.
            logger.LogWarning(fault, "变更已保存，但索引未能及时更新，稍后重试。");
        }
    }

    public void Dispose() => _stopping.Cancel();

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (!await schema.IsReadyAsync())
                await Task.Delay(Pause, cancellationToken);
            await NoteSiteAsync();
            if (!await index.KeepAsync(cancellationToken))
                logger.LogWarning("搜索索引由另一个进程使用，本进程不更新它。请让每个进程有自己的 App_Data，或只运行一个进程。");
            await Task.WhenAll(following.RunAsync(cancellationToken), WatchSiteAsync(cancellationToken));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The tenant was reloaded, disabled or shut down.
        }
        catch (Exception fault)
        {
            logger.LogError(fault, "跟随变更已停止：搜索结果不再更新。请重新加载租户。");
        }
    }

    private async Task WatchSiteAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Pause);
        var fails = false;
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            try
            {
                await NoteSiteAsync();
                fails = false;
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                if (!fails)
                    logger.LogError(fault, "读取内容定义和设置时出错，将反复重试；恢复之前不再记录。");
                fails = true;
            }
        }
    }

    /// <summary>Puts a change of definitions or settings, whoever made it, into the feed.</summary>
    private Task NoteSiteAsync() => unitOfWork.RunAsync(async services =>
    {
        var snapshots = services.GetRequiredService<SiteSnapshots>();
        await snapshots.RefreshAsync(services, withProfiles: true);
        await NoteAsync(services, TenantFeed.Definitions, snapshots.DefinitionsMark);
        await NoteAsync(services, SettingsNames.Site, snapshots.SettingsMark);
    });

    private async Task NoteAsync(IServiceProvider services, string name, string mark)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(mark)));
        await using (var connection = await schema.OpenAsync())
        {
            await using var known = connection.CreateCommand();
            known.CommandText = $"SELECT {schema.Column("Mark")} FROM {schema.SiteChanges} WHERE {schema.Column("Name")} = '{name}'";
            if (await known.ExecuteScalarAsync() is string stored && stored == hash)
                return;
        }

        var session = services.GetRequiredService<ISession>();
        var sequence = await services.GetRequiredService<TenantCounters>().NextChangeAsync();
        var transaction = await session.BeginTransactionAsync();
        await using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        // Both are ours, a number and hexadecimal digits.
        command.CommandText = FormattableString.Invariant($"UPDATE {schema.SiteChanges} SET {schema.Column("Mark")} = '{hash}', {schema.Column("Sequence")} = {sequence} WHERE {schema.Column("Name")} = '{name}'");
        await command.ExecuteNonQueryAsync();
        await session.SaveChangesAsync();
    }
}

/// <summary>Starts the following with the tenant.</summary>
internal sealed class TenantStart(TenantFollowing following, ShellSettings settings) : ModularTenantEvents
{
    public override Task ActivatedAsync()
    {
        // While a tenant is being set up its tables come one after the other; it is activated again when that is done.
        if (settings.IsRunning())
            following.Start();
        return Task.CompletedTask;
    }
}
