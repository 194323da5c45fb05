using Gongkai.Content;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Environment.Shell;

namespace Gongkai.OrchardCore.Site;

/// <summary>A fresh scope of the tenant; what the work changed is committed when it returns.</summary>
/// <remarks>After a reload the scope is one of the tenant's new container: nothing of the old one is kept.</remarks>
internal sealed class TenantUnitOfWork(IShellHost shells, ShellSettings settings) : IUnitOfWork
{
    public async Task RunAsync(Func<IServiceProvider, Task> work)
    {
        var scope = await shells.GetScopeAsync(settings.Name);
        await scope.UsingAsync(async current =>
        {
            await current.ServiceProvider.GetRequiredService<SiteSnapshots>().RefreshAsync(current.ServiceProvider);
            await work(current.ServiceProvider);
        }, activateShell: false);
    }
}
