namespace Gongkai.Content;

/// <summary>Port: runs work of long-lived services in a fresh scope of the home.</summary>
public interface IUnitOfWork
{
    /// <summary>Runs work with the scope's services and disposes them after.</summary>
    Task RunAsync(Func<IServiceProvider, Task> work);
}
