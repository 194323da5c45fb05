namespace Gongkai.Content;

/// <summary>Port of the module that makes digests, for whoever sends mails.</summary>
public interface IDigests
{
    /// <summary>Puts the digests that are due into the outbox.</summary>
    /// <returns>How many mails that were.</returns>
    Task<int> RunAsync(CancellationToken cancellationToken = default);
}
