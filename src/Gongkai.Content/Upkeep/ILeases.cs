namespace Gongkai.Content;

/// <summary>Port: of several processes that serve one site, one does a piece of background work.</summary>
/// <remarks>A lease is a row with a time: whoever holds it takes it again before that, and the one of a process that ended runs out. Clocks may differ by less than half its length.</remarks>
public interface ILeases
{
    /// <summary>Takes a lease, or takes it again; false while another holds it.</summary>
    /// <param name="name">The work.</param>
    /// <param name="holder">Who takes it: other than any other process.</param>
    /// <param name="length">For how long.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<bool> TakeAsync(string name, string holder, TimeSpan length, CancellationToken cancellationToken = default);

    /// <summary>Gives it back before its time; nothing when another holds it.</summary>
    Task GiveBackAsync(string name, string holder, CancellationToken cancellationToken = default);
}
