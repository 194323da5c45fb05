using Gongkai.Content;

namespace Gongkai.Desk.Publishing;

/// <summary>An item as somebody meets it, and what they may do to it.</summary>
/// <param name="State">The item; both versions null when it is deleted.</param>
/// <param name="Newest">The newest version there is, deleted or not.</param>
/// <param name="MayEdit">Whether they may make a draft.</param>
/// <param name="MayPublish">Whether they may publish, schedule, withdraw and repeal.</param>
/// <param name="MayDelete">Whether they may delete it, and bring it back.</param>
public sealed record ItemRights(ItemState State, ContentItem Newest, bool MayEdit, bool MayPublish, bool MayDelete)
{
    /// <summary>The item's id.</summary>
    public string Id => Newest.ContentItemId;

    /// <summary>What people call the item.</summary>
    public string Title => Newest.DisplayText.Length > 0 ? Newest.DisplayText : Newest.ContentItemId;

    /// <summary>Whether it is deleted.</summary>
    public bool IsDeleted => State.Latest is null;

    /// <summary>Whether there is a draft newer than what is published, or nothing published.</summary>
    public bool HasDraft => State.Latest is { Published: false };

    /// <summary>Whether it can be repealed: published, of a type that has a validity, and in force.</summary>
    public bool CanBeRepealed => State.Published is { } published && Repeal.IsFor(published.ContentType) && !Repeal.IsRepealed(published);

    /// <summary>Whether its repeal can be undone.</summary>
    public bool IsRepealed => State.Published is { } published && Repeal.IsRepealed(published);
}
