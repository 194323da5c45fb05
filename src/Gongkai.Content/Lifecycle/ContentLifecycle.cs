namespace Gongkai.Content;

/// <summary>The two versions of an item that count: the one that readers see and the one that editors go on with. Often they are one.</summary>
/// <param name="Published">The published version, or null.</param>
/// <param name="Latest">The newest version, or null when the item is deleted or was never there.</param>
public sealed record ItemState(ContentItem? Published, ContentItem? Latest)
{
    /// <summary>No version: a new item.</summary>
    public static ItemState None { get; } = new(null, null);
}

/// <summary>What an operation does to an item's versions.</summary>
/// <param name="Inserted">The new version, or null.</param>
/// <param name="Updated">Versions whose flags, times or (at publication) numbers changed.</param>
/// <param name="Before">The item before.</param>
/// <param name="After">The item after.</param>
public sealed record ItemChange(ContentItem? Inserted, IReadOnlyList<ContentItem> Updated, ItemState Before, ItemState After)
{
    /// <summary>Whether readers may lose something by it: the item was public and its published version goes or becomes another.</summary>
    public bool Withdraws => Before.Published?.IsPublic() == true && Before.Published.ContentItemVersionId != After.Published?.ContentItemVersionId;

    /// <summary>Whether there is nothing to write.</summary>
    public bool IsNothing => Inserted is null && Updated.Count == 0;
}

/// <summary>The rules of versions as plain functions: what each operation does to an item, and what conflicts.</summary>
/// <remarks>
/// Every save is a version of its own with an id of its own, so history is complete and a stale edit shows.
/// The functions change copies, never the versions of the state that they are given.
/// </remarks>
public static class ContentLifecycle
{
    /// <summary>A new draft from an edited item.</summary>
    public static ItemChange SaveDraft(ItemState state, ContentItem edited, string? basedOnVersionId, DateTime now)
    {
        if (state.Latest?.ContentItemVersionId != basedOnVersionId)
            throw new ContentConflictException(edited.ContentItemId, state.Latest?.ContentItemVersionId);
        return NewDraft(state, edited.Clone(), now);
    }

    /// <summary>A new draft with an old version's content.</summary>
    public static ItemChange Restore(ItemState state, ContentItem old, DateTime now) => NewDraft(state, old.Clone(), now);

    /// <summary>The newest version becomes the published one. Its handlers run on <see cref="ItemState.Published"/> of the result.</summary>
    public static ItemChange Publish(ItemState state, string? seenVersionId, string contentItemId, DateTime now)
    {
        if (state.Latest is null || (seenVersionId is not null && state.Latest.ContentItemVersionId != seenVersionId))
            throw new ContentConflictException(contentItemId, state.Latest?.ContentItemVersionId);
        if (state.Latest.Published)
            return Nothing(state);
        var published = state.Latest.Clone();
        published.Published = true;
        published.PublishedUtc = now;
        published.ModifiedUtc = now;
        List<ContentItem> updated = [published];
        if (state.Published is { } previous)
            updated.Add(Retired(previous));
        return new(null, updated, state, new(published, published));
    }

    /// <summary>The published version is withdrawn; without a newer draft it stays as the draft.</summary>
    public static ItemChange Unpublish(ItemState state, string? seenVersionId = null)
    {
        if (state.Published is null)
            return Nothing(state);
        if (seenVersionId is not null && state.Published.ContentItemVersionId != seenVersionId)
            throw new ContentConflictException(state.Published.ContentItemId, state.Published.ContentItemVersionId);
        var withdrawn = Retired(state.Published);
        return new(null, [withdrawn], state, new(null, withdrawn.Latest ? withdrawn : state.Latest));
    }

    /// <summary>The time at which something is to be done is set, changed or cancelled in the versions that it concerns; no new version comes of it.</summary>
    /// <remarks>To archive concerns the published version, and the newer draft too: else its publication would lose it.</remarks>
    public static ItemChange SetSchedule(ItemState state, ScheduleAction action, DateTime? dueUtc, string? seenVersionId, string contentItemId)
    {
        if (state.Latest is null || (seenVersionId is not null && state.Latest.ContentItemVersionId != seenVersionId))
            throw new ContentConflictException(contentItemId, state.Latest?.ContentItemVersionId);
        var (published, latest) = (state.Published, state.Latest);
        var updated = new List<ContentItem>();
        if (ScheduleTimes.Of(latest, action) != dueUtc)
        {
            var isPublished = published?.ContentItemVersionId == latest.ContentItemVersionId;
            updated.Add(latest = ScheduleTimes.With(latest, action, dueUtc));
            published = isPublished ? latest : published;
        }

        if (action == ScheduleAction.Unpublish && published is not null && ScheduleTimes.Of(published, action) != dueUtc)
            updated.Add(published = ScheduleTimes.With(published, action, dueUtc));
        return updated.Count == 0 ? Nothing(state) : new(null, updated, state, new(published, latest));
    }

    /// <summary>No version is published or newest any more; the history stays.</summary>
    public static ItemChange Delete(ItemState state, string? seenVersionId = null, string contentItemId = "")
    {
        if (state.Latest is null && state.Published is null)
            return Nothing(state);
        if (seenVersionId is not null && state.Latest?.ContentItemVersionId != seenVersionId)
            throw new ContentConflictException(contentItemId, state.Latest?.ContentItemVersionId);
        var updated = new List<ContentItem>();
        foreach (var version in new[] { state.Published, state.Latest }.OfType<ContentItem>().DistinctBy(version => version.ContentItemVersionId))
        {
            var deleted = Retired(version);
            deleted.Latest = false;
            updated.Add(deleted);
        }

        return new(null, updated, state, ItemState.None);
    }

    /// <summary>One version as an import brings it, its ids, flags and times kept. The caller knows that the history does not have it yet.</summary>
    public static ItemChange Import(ItemState state, ContentItem imported, DateTime now)
    {
        var version = imported.Clone();
        NormalizeEnvelope(version, now);
        // An export has the published version before the newer draft: until that comes, the published one is the newest.
        version.Latest = version.Latest || (state.Latest is null && version.Published);
        var updated = new List<ContentItem>();
        var (published, latest) = (state.Published, state.Latest);
        if (version.Published && published is not null)
        {
            var retired = Retired(published);
            if (ReferenceEquals(latest, published))
                latest = retired;
            updated.Add(retired);
        }

        if (version.Latest && latest is not null)
        {
            var earlier = updated.Find(item => item.ContentItemVersionId == latest.ContentItemVersionId);
            if (earlier is null)
            {
                earlier = latest.Clone();
                updated.Add(earlier);
            }

            earlier.Latest = false;
            if (!version.Published && earlier.Published)
                published = earlier;
        }

        return new(version, updated, state, new(version.Published ? version : published, version.Latest ? version : latest));
    }

    /// <summary>Writes what an import left out, so that every stored version has a whole envelope: times in UTC, names, a version id.</summary>
    public static void NormalizeEnvelope(ContentItem version, DateTime now)
    {
        version.ContentItemVersionId = VersionIdOf(version);
        if (version.DisplayText.Length == 0)
            version.DisplayText = version.Part("TitlePart")?.Text("Title") ?? "";
        (version.Latest, version.Published) = (version.Latest, version.Published);
        version.CreatedUtc ??= version.ModifiedUtc ?? version.PublishedUtc ?? now;
        version.ModifiedUtc ??= version.CreatedUtc;
        version.PublishedUtc = version.Published ? version.PublishedUtc ?? version.ModifiedUtc : null;
        (version.CreatedUtc, version.ModifiedUtc) = (version.CreatedUtc, version.ModifiedUtc);
        (version.Owner, version.Author) = (version.Owner, version.Author);
    }

    /// <summary>The version id that an import brings, or one derived from its content, so that the same file twice is the same version.</summary>
    public static string VersionIdOf(ContentItem imported) =>
        imported.ContentItemVersionId.Length > 0 ? imported.ContentItemVersionId : IdGenerator.FromText(imported.Json.ToJsonString());

    private static ItemChange NewDraft(ItemState state, ContentItem draft, DateTime now)
    {
        draft.ContentItemVersionId = IdGenerator.NewId();
        draft.Latest = true;
        draft.Published = false;
        draft.CreatedUtc = state.Latest?.CreatedUtc ?? draft.CreatedUtc ?? now;
        draft.ModifiedUtc = now;
        draft.PublishedUtc = null;
        if (draft.Part("TitlePart")?.Text("Title") is { Length: > 0 } title)
            draft.DisplayText = title;
        (draft.DisplayText, draft.Owner, draft.Author) = (draft.DisplayText, draft.Owner, draft.Author);
        if (state.Latest is null)
            return new(draft, [], state, new(state.Published, draft));
        var earlier = state.Latest.Clone();
        earlier.Latest = false;
        return new(draft, [earlier], state, new(earlier.Published ? earlier : state.Published, draft));
    }

    private static ContentItem Retired(ContentItem published)
    {
        var retired = published.Clone();
        retired.Published = false;
        retired.PublishedUtc = null;
        return retired;
    }

    private static ItemChange Nothing(ItemState state) => new(null, [], state, state);
}
