using Gongkai.Content;
using Gongkai.Desk.Shell;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Desk.Terms;

/// <summary>A page that shows or changes one taxonomy. Changes go through the content manager: its rules, its conflicts, its records.</summary>
public abstract class TaxonomyPage(IContentReader reader, IContentManager manager) : DeskPage
{
    /// <summary>The taxonomy's newest version, and what is changed of it.</summary>
    public TaxonomyEditing Editing { get; private set; } = null!;

    /// <summary>The tree as it is stored.</summary>
    public TaxonomyTree Tree { get; private set; } = null!;

    /// <summary>The version that the page shows.</summary>
    public string Version { get; private set; } = "";

    /// <summary>Why nothing was changed; null otherwise.</summary>
    public string? Fault { get; protected set; }

    /// <summary>Reads the taxonomy; false when there is none.</summary>
    protected async Task<bool> LoadAsync(string id)
    {
        if (await reader.GetAsync(id, VersionOption.Latest, HttpContext.RequestAborted) is not { ContentType: "Taxonomy" } item)
            return false;
        (Editing, Version) = (new(item), item.ContentItemVersionId);
        (Tree, Heading) = (Editing.Tree, Editing.Tree.Title);
        return true;
    }

    /// <summary>Saves and, when it is public, publishes what was changed, by whoever saw a version; false with <see cref="Fault"/>, and the tree read again.</summary>
    protected async Task<bool> SaveAsync(TaxonomyFault? fault, string? seen)
    {
        var id = Editing.Item.ContentItemId;
        if (fault is { } found)
            return await RefuseAsync(id, TaxonomyTexts.Of(L, found), StatusCodes.Status400BadRequest);
        Editing.Item.Author = CurrentUser.Name;
        try
        {
            var isPublished = await reader.GetAsync(id, cancellationToken: HttpContext.RequestAborted) is not null;
            var save = new SaveDraft(Editing.Item, string.IsNullOrEmpty(seen) ? Version : seen);
            var result = await manager.ExecuteAsync(isPublished ? [save, new Publish(id)] : [save], HttpContext.RequestAborted);
            if (result.Succeeded)
                return true;
            var errors = result.Results.SelectMany(one => one.Errors).Select(error => L.Of(error.Wording)).Distinct(StringComparer.Ordinal).Take(5);
            return await RefuseAsync(id, string.Join(' ', errors), StatusCodes.Status400BadRequest);
        }
        catch (ContentConflictException)
        {
            return await RefuseAsync(id, L["这个分类刚刚被别人改过，没有保存。下面是现在的样子，请再改一次。"], StatusCodes.Status409Conflict);
        }
    }

    private async Task<bool> RefuseAsync(string id, string fault, int status)
    {
        await LoadAsync(id);
        (Fault, Response.StatusCode) = (fault, status);
        return false;
    }
}
