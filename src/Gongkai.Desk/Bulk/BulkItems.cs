using Gongkai.Content;

namespace Gongkai.Desk.Bulk;

/// <summary>Does to one item what was asked for many, by the rules and permissions of that item.</summary>
/// <param name="reader">The items.</param>
/// <param name="content">Changes them.</param>
/// <param name="joint">Carries out what concerns one item, with what is published together.</param>
/// <param name="permissions">The rule.</param>
/// <param name="definitions">Where an item has its topic.</param>
/// <param name="taxonomies">The topics.</param>
internal sealed class BulkItems(IContentReader reader, IContentManager content, JointPublication joint, IPermissions permissions, IContentDefinitions definitions, Taxonomies taxonomies)
{
    private const string Topics = "topics";

    /// <summary>Does it.</summary>
    public async Task<BulkResult> RunAsync(BulkVerb verb, string? value, string id, DeskUser user, CancellationToken cancellationToken)
    {
        var latest = await reader.GetAsync(id, VersionOption.Latest, cancellationToken);
        if (latest is null || !permissions.IsAllowed(user, Permissions.ViewContent, latest))
            return new(id, "", BulkOutcome.Missing, new("没有这条内容，可能已经删除，或者不属于您的机构。"));
        var published = latest.Published ? latest : await reader.GetAsync(id, cancellationToken: cancellationToken);
        try
        {
            return verb switch
            {
                BulkVerb.Publish => await RunAsync(latest, Permissions.PublishContent, user, [new Publish(id, latest.ContentItemVersionId)], cancellationToken),
                BulkVerb.Unpublish => await RunAsync(published ?? latest, Permissions.PublishContent, user,
                    published is null ? [] : [new Unpublish(id, published.ContentItemVersionId, new(WithdrawalWay.Mistake, Explanation: value))], cancellationToken),
                BulkVerb.Delete => await RunAsync(latest, Permissions.DeleteContent, user, [new Delete(id, VersionId: latest.ContentItemVersionId)], cancellationToken),
                _ => await ChangeTopicAsync(new(published, latest), value ?? "", user, cancellationToken),
            };
        }
        catch (ContentConflictException)
        {
            return new(id, latest.DisplayText, BulkOutcome.Refused, new("别人刚刚改过这条内容，没有处理。请看过新的版本后再试。"));
        }
    }

    private async Task<BulkResult> RunAsync(ContentItem item, string permission, DeskUser user, IReadOnlyList<ContentOperation> operations, CancellationToken cancellationToken) =>
        permissions.IsAllowed(user, permission, item) ? ResultOf(item, await joint.ExecuteAsync(operations, other => permissions.IsAllowed(user, Permissions.PublishContent, other), cancellationToken)) : Forbidden(item);

    private async Task<BulkResult> ChangeTopicAsync(ItemState state, string topic, DeskUser user, CancellationToken cancellationToken)
    {
        var latest = state.Latest!;
        if (FindTopicField(latest.ContentType) is not var (part, field))
            return new(latest.ContentItemId, latest.DisplayText, BulkOutcome.Refused, new("这一类内容没有主题。"));
        if (taxonomies.Current.FindByAlias(Topics) is not { } tree || !tree.All.ContainsKey(topic))
            return new(latest.ContentItemId, latest.DisplayText, BulkOutcome.Refused, $"主题中没有“{topic}”。");
        if (!permissions.IsAllowed(user, Permissions.EditContent, latest))
            return Forbidden(latest);
        if (HasTopic(latest) && (state.Published is null || HasTopic(state.Published)))
            return new(latest.ContentItemId, latest.DisplayText, BulkOutcome.Unchanged, null);
        if (state.Published is null)
            return ResultOf(latest, await content.ExecuteAsync([new SaveDraft(Change(latest), latest.ContentItemVersionId)], cancellationToken));
        if (permissions.IsAllowed(user, Permissions.PublishContent, state.Published))
            return ResultOf(latest, await new PublishedAmendment(content).RunAsync(state, Change, cancellationToken));
        var saved = ResultOf(latest, await content.ExecuteAsync([new SaveDraft(Change(latest), latest.ContentItemVersionId)], cancellationToken));
        return saved.Outcome == BulkOutcome.Done ? saved with { Outcome = BulkOutcome.Partly, Message = new("已存为草稿，等有发布权限的人发布。") } : saved;

        bool HasTopic(ContentItem item) => item.Part(part)?.TermIds(field) is [var only] && only == topic;

        ContentItem Change(ContentItem item)
        {
            var copy = item.Clone();
            copy.Author = user.Name;
            copy.EnsurePart(part)[field] = new System.Text.Json.Nodes.JsonObject
            {
                ["TaxonomyContentItemId"] = tree.Id,
                ["TermContentItemIds"] = new System.Text.Json.Nodes.JsonArray(topic),
            };
            return copy;
        }
    }

    /// <summary>Where items of a type have their topic; null when they have none.</summary>
    internal (string Part, string Field)? FindTopicField(string contentType)
    {
        var topics = taxonomies.Current.FindByAlias(Topics)?.Id ?? Topics;
        foreach (var part in definitions.Current.FindType(contentType)?.Parts ?? [])
        {
            foreach (var field in part.Fields)
            {
                if (field.Kind is TaxonomyField && field.Definition.Settings.Text("TaxonomyFieldSettings", "TaxonomyContentItemId") == topics)
                    return (part.Name, field.Name);
            }
        }

        return null;
    }

    private static BulkResult ResultOf(ContentItem item, ContentResult result) => !result.Succeeded
        ? new(item.ContentItemId, item.DisplayText, BulkOutcome.Refused, Wording.Together(result.Results.SelectMany(one => one.Errors).Select(error => error.Wording)))
        : new(item.ContentItemId, item.DisplayText, result.Results.Any(one => one.Outcome != OperationOutcome.Unchanged) ? BulkOutcome.Done : BulkOutcome.Unchanged, null);

    private static BulkResult Forbidden(ContentItem item) => new(item.ContentItemId, item.DisplayText, BulkOutcome.Forbidden, new("您没有这样做的权限。"));
}
