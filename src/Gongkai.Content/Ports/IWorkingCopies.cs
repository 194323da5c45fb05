namespace Gongkai.Content;

/// <summary>What somebody typed and did not save yet. It is no version: nobody else sees it.</summary>
/// <param name="UserName">Whose it is.</param>
/// <param name="ContentItemId">The item, which need not exist yet.</param>
/// <param name="ContentType">The item's type.</param>
/// <param name="BasedOnVersionId">The version that the editor began with; null for a new item.</param>
/// <param name="Form">The form as it was typed, in the desk's own JSON.</param>
/// <param name="KeptUtc">When it was kept, UTC.</param>
public sealed record WorkingCopy(string UserName, string ContentItemId, string ContentType, string? BasedOnVersionId, string Form, DateTime KeptUtc);

/// <summary>Somebody who has an item open.</summary>
/// <param name="UserName">Who.</param>
/// <param name="SinceUtc">Since when, UTC.</param>
public sealed record EditorPresence(string UserName, DateTime SinceUtc);

/// <summary>Port of a home whose editors work at the desk: one working copy for each editor and item, and who has an item open.</summary>
public interface IWorkingCopies
{
    /// <summary>How many working copies an editor can have.</summary>
    const int MostOfOne = 200;

    /// <summary>An editor's working copy of an item, or null.</summary>
    Task<WorkingCopy?> FindAsync(string userName, string contentItemId, CancellationToken cancellationToken = default);

    /// <summary>An editor's working copies, newest first, their forms left out (empty).</summary>
    Task<IReadOnlyList<WorkingCopy>> ListAsync(string userName, CancellationToken cancellationToken = default);

    /// <summary>Keeps a working copy in place of the one before. False when the editor has too many others.</summary>
    Task<bool> KeepAsync(WorkingCopy copy, CancellationToken cancellationToken = default);

    /// <summary>Drops a working copy, and that the editor has the item open.</summary>
    Task DropAsync(string userName, string contentItemId, CancellationToken cancellationToken = default);

    /// <summary>Drops what was kept, or seen open, before a time. Returns how many working copies went.</summary>
    Task<int> DropBeforeAsync(DateTime utc, CancellationToken cancellationToken = default);

    /// <summary>Notes that an editor has an item open, and tells who else has, longest first.</summary>
    /// <param name="userName">The editor.</param>
    /// <param name="contentItemId">The item.</param>
    /// <param name="nowUtc">Now, UTC.</param>
    /// <param name="patience">For how long somebody who was seen is taken to be there.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<IReadOnlyList<EditorPresence>> SeeAsync(string userName, string contentItemId, DateTime nowUtc, TimeSpan patience, CancellationToken cancellationToken = default);
}
