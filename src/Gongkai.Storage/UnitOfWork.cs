using Gongkai.Content;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Storage;

/// <summary>Scopes of the service container.</summary>
internal sealed class UnitOfWork(IServiceScopeFactory scopes) : IUnitOfWork
{
    public async Task RunAsync(Func<IServiceProvider, Task> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        await work(scope.ServiceProvider);
    }
}
