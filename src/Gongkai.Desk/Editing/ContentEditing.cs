using Gongkai.Content;

namespace Gongkai.Desk.Editing;

/// <summary>What editors do with one item: open it, save it, publish it, copy it. Permissions are asked of the item as it is stored and as it would become.</summary>
internal sealed class ContentEditing(
    IContentReader reader, IStoredVersions versions, IContentManager manager, JointPublication joint, IContentDefinitions definitions, Taxonomies taxonomies, ContentValidator validator,
    ItemCopies itemCopies, IWorkingCopies copies, RefusedSaves refused, IPermissions permissions, ICurrentUser current, SiteSettings site)
{
    private DeskUser User => current.User;

    /// <summary>An item as its editor opens it, or an item still to be made; null when there is none, or the editor may not see it.</summary>
    /// <param name="id">The item's id; of a new item one that was made here.</param>
    /// <param name="type">The type of a new item.</param>
    /// <param name="basedOn">The version that a form was made of; null to begin with the newest.</param>
    /// <param name="isPosted">Whether a form was posted, so that no <paramref name="basedOn"/> means that the item was new.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<EditedItem?> OpenAsync(string id, string? type, string? basedOn, bool isPosted, CancellationToken cancellationToken)
    {
        var latest = await reader.GetAsync(id, VersionOption.Latest, cancellationToken);
        if (latest is not null && !permissions.IsAllowed(User, Permissions.ViewContent, latest))
            return null;
        var published = latest is null ? null : latest.Published ? latest : await reader.GetAsync(id, cancellationToken: cancellationToken);
        if (latest is not null && (!isPosted || latest.ContentItemVersionId == basedOn))
            return new(latest, latest.ContentItemVersionId, latest, published);
        if (basedOn is not null)
        {
            var basis = (await versions.HistoryAsync(id, cancellationToken)).FirstOrDefault(version => version.ContentItemVersionId == basedOn);
            return basis is null || !permissions.IsAllowed(User, Permissions.ViewContent, basis) ? null : new(basis, basedOn, latest, published);
        }

        // An id that was not made here is somebody's idea of one.
        return IdGenerator.IsId(id) && (latest?.ContentType ?? type) is { } known && definitions.Current.FindType(known) is not null
            ? new(new(known, id), null, latest, published) : null;
    }

    /// <summary>Whether the editor may change the item as it is stored, or make one of its type.</summary>
    public bool MayEdit(EditedItem edited) => edited.Latest is { } latest
        ? permissions.IsAllowed(User, Permissions.EditContent, latest)
        : permissions.IsAllowed(User, Permissions.EditContent, edited.Basis.ContentType) && IsCreatable(edited.Basis.ContentType);

    /// <summary>Whether the editor may publish the item.</summary>
    public bool MayPublish(EditedItem edited) => permissions.IsAllowed(User, Permissions.PublishContent, edited.Latest ?? edited.Basis);

    /// <summary>The types of which the editor may make items, by what people call them.</summary>
    public IReadOnlyList<ContentTypeDefinition> CreatableTypes() =>
        [.. definitions.Current.Types.Values.Where(type => IsCreatable(type.Name) && permissions.IsAllowed(User, Permissions.EditContent, type.Name)).OrderBy(type => type.DisplayName, StringComparer.Ordinal)];

    /// <summary>Stores what was typed as the newest version, and publishes or schedules it if asked: all or nothing.</summary>
    public async Task<SaveResult> SaveAsync(EditedItem edited, ContentItem bound, SaveAs way, CancellationToken cancellationToken)
    {
        if (edited.IsStale)
        {
            await refused.ConflictAsync(edited, bound, way, cancellationToken);
            return SaveResult.Of(SaveOutcome.Conflict);
        }

        var publish = way == SaveAs.Published;
        var times = EditedTimes.Of(edited.Latest, bound);
        var item = times.Content;
        if (item.Owner.Length == 0)
            item.Owner = User.Name;
        item.Author = User.Name;
        if (MissingFor(edited, item, publish || times.IsChanged) is { } permission)
        {
            await refused.ForbiddenAsync(edited, item, way, permission, cancellationToken);
            return SaveResult.Of(SaveOutcome.Forbidden);
        }

        if (times.FaultOf(way, site.TimeZone) is { } fault)
        {
            await refused.FaultyAsync(edited, item, way, fault, cancellationToken);
            return new(SaveOutcome.Refused, [fault]);
        }

        var isSame = edited.Latest is { } latest && latest.HasSameContent(WithAuthorOf(item, latest));
        if (isSame && !times.IsChanged && (!publish || edited.Latest!.Published))
            return SaveResult.Of(SaveOutcome.Unchanged);
        var operations = new List<ContentOperation>();
        if (!isSame)
            operations.Add(new SaveDraft(item, edited.BasedOnVersionId));
        if (publish)
            operations.Add(new Publish(item.ContentItemId, isSame ? edited.BasedOnVersionId : null));
        operations.AddRange(times.ToOperations(item.ContentItemId, isSame ? edited.BasedOnVersionId : null));
        try
        {
            var result = await joint.ExecuteAsync(operations, other => permissions.IsAllowed(User, Permissions.PublishContent, other), cancellationToken);
            if (!result.Succeeded)
                return new(SaveOutcome.Refused, [.. result.Results.SelectMany(one => one.Errors)]);
        }
        catch (ContentConflictException)
        {
            return SaveResult.Of(SaveOutcome.Conflict);
        }

        await copies.DropAsync(User.Name, item.ContentItemId, cancellationToken);
        return SaveResult.Of(publish ? SaveOutcome.Published : times.IsChanged ? SaveOutcome.Scheduled : SaveOutcome.Saved);
    }

    /// <summary>A new draft like an item; its id, or null when the editor may not see the item or make one of its type.</summary>
    public async Task<string?> CopyAsync(string id, string titleFormat, CancellationToken cancellationToken)
    {
        if (await reader.GetAsync(id, VersionOption.Latest, cancellationToken) is not { } original
            || !permissions.IsAllowed(User, Permissions.CloneContent, original) || !permissions.IsAllowed(User, Permissions.EditContent, original.ContentType) || !IsCreatable(original.ContentType))
            return null;
        var copy = itemCopies.Of(original, IdGenerator.NewId());
        (copy.Owner, copy.Author) = (User.Name, User.Name);
        if (copy.Part("TitlePart") is { } title && title.Text("Title") is { Length: > 0 } text)
            copy.DisplayText = (title["Title"] = string.Format(System.Globalization.CultureInfo.InvariantCulture, titleFormat, text)).GetValue<string>();
        if (!permissions.IsAllowed(User, Permissions.EditContent, copy))
            return null;
        var result = await manager.ExecuteAsync([new SaveDraft(copy, null)], cancellationToken);
        return result.Succeeded ? copy.ContentItemId : null;
    }

    /// <summary>What the item would still lack at publication.</summary>
    public IReadOnlyList<ValidationError> Check(ContentItem item) => validator.Validate(item, definitions.Current, taxonomies.Current, forPublication: true);

    /// <summary>The permission that is missing for the item as it is or as it would become; null when none is.</summary>
    private string? MissingFor(EditedItem edited, ContentItem item, bool forReaders) =>
        !MayEdit(edited) || !permissions.IsAllowed(User, Permissions.EditContent, item) ? Permissions.EditContent
        : forReaders && !(MayPublish(edited) && permissions.IsAllowed(User, Permissions.PublishContent, item)) ? Permissions.PublishContent
        : null;

    private bool IsCreatable(string type) =>
        definitions.Current.FindType(type) is { } found && found.Definition.Settings.IsTrue("ContentTypeSettings", "Creatable") && found.Definition.Settings.Text("ContentTypeSettings", "Stereotype") is not { Length: > 0 };

    private static ContentItem WithAuthorOf(ContentItem item, ContentItem latest)
    {
        var copy = item.Clone();
        if (latest.Json.ContainsKey("Author"))
            copy.Author = latest.Author;
        else
            copy.Json.Remove("Author");
        if (!latest.Json.ContainsKey("Owner") || (latest.Owner.Length == 0 && item.Owner == item.Author))
            copy.Owner = latest.Owner;
        return copy;
    }
}
