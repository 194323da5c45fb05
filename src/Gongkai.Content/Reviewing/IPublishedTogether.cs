namespace Gongkai.Content;

/// <summary>Port: which items become public with another, in one call and at one time. Scoped. <see cref="JointPublication"/> asks it for every way to the public.</summary>
public interface IPublishedTogether
{
    /// <summary>The newest versions of what is not public yet, becomes public with an item, and is ready for it; empty for an item that goes by itself.</summary>
    /// <param name="item">The item as it is going to be published.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<IReadOnlyList<ContentItem>> ReadyWithAsync(ContentItem item, CancellationToken cancellationToken = default);
}
