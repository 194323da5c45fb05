namespace Gongkai.Content;

/// <summary>Port of a module: what it does beside requests. The home runs it while it serves.</summary>
public interface IBackgroundWork
{
    /// <summary>Works until it is stopped; whatever goes wrong it tells the log and goes on.</summary>
    Task RunAsync(CancellationToken stopping);
}
