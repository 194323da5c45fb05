namespace Gongkai.Content;

/// <summary>Publishes a small change of a published version though editors are at work on a newer draft: the draft stays the newest and gets the change, too.</summary>
/// <param name="content">Carries it out.</param>
public sealed class PublishedAmendment(IContentManager content)
{
    /// <summary>Changes what is published, and the draft beside it.</summary>
    /// <param name="state">The item as it was seen; another newest version meanwhile is a <see cref="ContentConflictException"/>.</param>
    /// <param name="change">Makes a changed copy of a version.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<ContentResult> RunAsync(ItemState state, Func<ContentItem, ContentItem> change, CancellationToken cancellationToken = default)
    {
        var (published, latest) = (state.Published!, state.Latest!);
        if (latest.ContentItemVersionId == published.ContentItemVersionId)
            return await content.ExecuteAsync([new SaveDraft(change(published), latest.ContentItemVersionId), new Publish(published.ContentItemId)], cancellationToken);

        // The changed draft is kept first: whatever stops here, nothing is public that was not.
        var draft = await content.ExecuteAsync([new SaveDraft(change(latest), latest.ContentItemVersionId)], cancellationToken);
        if (!draft.Succeeded)
            return draft;
        var kept = draft.Results[0].VersionId!;
        return await content.ExecuteAsync(
            [new SaveDraft(change(published), kept), new Publish(published.ContentItemId), new RestoreVersion(published.ContentItemId, kept)], cancellationToken);
    }
}
