using Gongkai.Content;

namespace FakeHome.Home;

/// <summary>Carries out operations with the model's lifecycle and the handlers of whoever registered some, then lets the followers show them.</summary>
internal sealed class MemoryManager(
    MemoryStore store, Taxonomies taxonomies, ContentValidator validator, IEnumerable<IContentHandler> handlers, ChangeFollowing following, TimeProvider time) : IContentManager
{
    private readonly IReadOnlyList<IContentHandler> _handlers = HandlerOrder.Sort(handlers);

    public async Task<ContentResult> ExecuteAsync(IReadOnlyList<ContentOperation> operations, CancellationToken cancellationToken = default)
    {
        var results = new List<OperationResult>();
        foreach (var operation in operations)
        {
            var (change, errors) = await ExecuteAsync(operation, cancellationToken);
            var version = change.After.Latest ?? change.Before.Latest;
            if (errors.Count == 0)
            {
                store.Items[operation.ContentItemId] = change.After;
                store.Note(ChangeSubject.Item, operation.ContentItemId, version!.ContentType);
            }

            results.Add(new(operation.ContentItemId, version?.ContentItemVersionId, errors.Count > 0 ? OperationOutcome.Refused : OperationOutcome.Changed, errors));
            if (errors.Count > 0)
                break;
        }

        await following.CatchUpAsync(cancellationToken);
        return new(results);
    }

    private async Task<(ItemChange Change, IReadOnlyList<ValidationError> Errors)> ExecuteAsync(ContentOperation operation, CancellationToken cancellationToken)
    {
        var state = store.Items.GetValueOrDefault(operation.ContentItemId, ItemState.None);
        var now = time.GetUtcNow().UtcDateTime;
        switch (operation)
        {
            case SaveDraft save:
                var draft = ContentLifecycle.SaveDraft(state, save.Item, save.BasedOnVersionId, now);
                return (draft, await RunAsync(draft.Inserted!, draft, (handler, change) => handler.SavingAsync(change, cancellationToken), forPublication: false));
            case Publish publish:
                var published = ContentLifecycle.Publish(state, publish.VersionId, publish.ContentItemId, now);
                return (published, await RunAsync(published.After.Published!, published, (handler, change) => handler.PublishingAsync(change, cancellationToken), forPublication: true));
            case Unpublish unpublish:
                return (ContentLifecycle.Unpublish(state, unpublish.VersionId), []);
            default:
                throw new NotSupportedException($"{operation.GetType().Name}: this home does not do that.");
        }
    }

    private async Task<IReadOnlyList<ValidationError>> RunAsync(ContentItem version, ItemChange change, Func<IContentHandler, ContentChange, ValueTask> run, bool forPublication)
    {
        var it = new ContentChange(version, change.Before, store, isImport: false);
        foreach (var handler in _handlers)
            await run(handler, it);
        return [.. it.Errors, .. validator.Validate(version, store.Current, taxonomies.Current, forPublication)];
    }
}
