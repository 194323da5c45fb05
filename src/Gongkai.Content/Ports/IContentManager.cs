namespace Gongkai.Content;

/// <summary>Port: changes items. A call is one transaction, committed when it returns; a refused operation leaves all of the call undone.</summary>
/// <remarks>
/// A call by which something leaves the public waits until the change followers of its own process no longer show it.
/// </remarks>
public interface IContentManager
{
    /// <summary>Carries out operations in their order.</summary>
    /// <exception cref="ContentConflictException">An operation was based on a version that is no longer the newest.</exception>
    Task<ContentResult> ExecuteAsync(IReadOnlyList<ContentOperation> operations, CancellationToken cancellationToken = default);
}

/// <summary>Port of a home that checks a recipe whole before it imports it.</summary>
public interface IImportCheck
{
    /// <summary>What an import of versions would come to, without doing it: same version with other content, route taken, id of another type, terms in use left out.</summary>
    /// <remarks>Each version is looked at by itself, against what is stored now.</remarks>
    Task<ContentResult> CheckAsync(IReadOnlyList<ImportVersion> operations, CancellationToken cancellationToken = default);
}
