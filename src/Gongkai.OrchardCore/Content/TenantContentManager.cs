using Gongkai.Content;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using YesSql;
using ContentItem = Gongkai.Content.ContentItem;
using IContentManager = Gongkai.Content.IContentManager;
using Item = OrchardCore.ContentManagement.ContentItem;
using Theirs = OrchardCore.ContentManagement.IContentManager;

namespace Gongkai.OrchardCore.Content;

/// <summary>Changes items through Orchard Core's own manager, in a scope that is committed when the call returns.</summary>
internal sealed class TenantContentManager(IUnitOfWork unitOfWork) : IContentManager
{
    public async Task<ContentResult> ExecuteAsync(IReadOnlyList<ContentOperation> operations, CancellationToken cancellationToken = default)
    {
        var results = new List<OperationResult>();
        try
        {
            await unitOfWork.RunAsync(async services =>
            {
                foreach (var operation in operations)
                    results.Add(await DoAsync(services.GetRequiredService<Theirs>(), services, operation));
                if (results.Exists(result => result.Outcome == OperationOutcome.Refused))
                    await services.GetRequiredService<ISession>().CancelAsync();
            });
        }
        catch (ConcurrencyException)
        {
            var id = operations[^1].ContentItemId;
            throw new ContentConflictException(id, null);
        }

        return new(results);
    }

    private static async Task<OperationResult> DoAsync(Theirs manager, IServiceProvider services, ContentOperation operation)
    {
        var latest = await manager.GetAsync(operation.ContentItemId, VersionOptions.Latest);
        switch (operation)
        {
            case SaveDraft save:
                Expect(save.BasedOnVersionId, latest, operation);
                return await SaveAsync(manager, latest, save.Item);
            case Publish publish:
                if (latest is null || publish.VersionId is not null)
                    Expect(publish.VersionId ?? "", latest, operation);
                return Result(latest!, await manager.PublishAsync(latest!));
            case Unpublish unpublish when latest is not null:
                var published = await manager.GetAsync(operation.ContentItemId, VersionOptions.Published);
                if (unpublish.VersionId is not null)
                    Expect(unpublish.VersionId, published, operation);
                return published is null ? new(operation.ContentItemId, null, OperationOutcome.Unchanged, []) : Result(latest, await manager.UnpublishAsync(latest));
            case RestoreVersion restore:
                var old = await manager.GetVersionAsync(restore.VersionId) ?? throw new ContentConflictException(operation.ContentItemId, latest?.ContentItemVersionId);
                services.GetRequiredService<ISession>().Detach(old);
                return Result(old, (await manager.RestoreAsync(old)).Succeeded);
            case Delete when latest is not null:
                return Result(latest, await manager.RemoveAsync(latest));
            case ImportVersion import:
                await manager.ImportAsync([import.Item.ToTheirs()]);
                return new(operation.ContentItemId, import.Item.ContentItemVersionId, latest is null ? OperationOutcome.Added : OperationOutcome.Changed, []);
            default:
                return new(operation.ContentItemId, null, OperationOutcome.Unchanged, []);
        }
    }

    private static async Task<OperationResult> SaveAsync(Theirs manager, Item? latest, ContentItem edited)
    {
        if (latest is null)
        {
            var created = edited.ToTheirs();
            return new(edited.ContentItemId, created.ContentItemVersionId, await manager.CreateAsync(created, VersionOptions.Draft) ? OperationOutcome.Added : OperationOutcome.Refused, []);
        }

        var draft = await manager.GetAsync(edited.ContentItemId, VersionOptions.DraftRequired);
        draft.Take(edited);
        await manager.UpdateAsync(draft);
        var checkedDraft = await manager.ValidateAsync(draft);
        if (!checkedDraft.Succeeded)
            return new(edited.ContentItemId, null, OperationOutcome.Refused, [.. checkedDraft.Errors.Select(error => new ValidationError(error.MemberNames.FirstOrDefault() ?? "", Wording.AsWritten(error.ErrorMessage ?? "")))]);
        await manager.SaveDraftAsync(draft);
        return new(edited.ContentItemId, draft.ContentItemVersionId, OperationOutcome.Changed, []);
    }

    private static OperationResult Result(Item item, bool isDone) => new(
        item.ContentItemId, item.ContentItemVersionId, isDone ? OperationOutcome.Changed : OperationOutcome.Refused,
        isDone ? [] : [new("", "规则不允许这样做，详情见日志。")]);

    private static void Expect(string? versionId, Item? current, ContentOperation operation)
    {
        if (current?.ContentItemVersionId != versionId)
            throw new ContentConflictException(operation.ContentItemId, current?.ContentItemVersionId);
    }
}
