using Gongkai.Content;
using Gongkai.Desk.Texts;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Desk.Editing;

/// <summary>What came of keeping a working copy.</summary>
/// <param name="Status">The status to answer with.</param>
/// <param name="Fault">What went wrong; null when it is kept.</param>
/// <param name="Text">What the page says: when it was kept.</param>
/// <param name="Others">Who else has the item open; null for nobody.</param>
internal sealed record KeptCopy(int Status, string? Fault, string? Text = null, string? Others = null);

/// <summary>Keeps what editors type while they type it, and tells who else is at the item.</summary>
internal sealed class WorkingCopyKeeping(
    ContentEditing editing, EditorContexts contexts, IWorkingCopies copies, IAccounts accounts, ICurrentUser current, DeskTexts texts, TimeProvider time)
{
    // A page with script says every half minute that it is open.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private string UserName => current.User.Name;

    /// <summary>The editor's working copy of an item, or null.</summary>
    public Task<WorkingCopy?> FindAsync(string id, CancellationToken cancellationToken) => copies.FindAsync(UserName, id, cancellationToken);

    /// <summary>Keeps a form as it was typed.</summary>
    public async Task<KeptCopy> KeepAsync(string id, EditForm form, CancellationToken cancellationToken)
    {
        if (await editing.OpenAsync(id, form.ContentType, form.BasedOnVersionId, isPosted: true, cancellationToken) is not { } edited)
            return new(StatusCodes.Status404NotFound, texts["没有这条内容，没有暂存。"]);
        if (!editing.MayEdit(edited))
            return new(StatusCodes.Status403Forbidden, texts["您不能改这条内容，没有暂存。"]);
        return await KeepAsync(edited, form.Values, cancellationToken);
    }

    /// <summary>Keeps a form as it was typed; the caller knows that the editor may edit the item.</summary>
    public async Task<KeptCopy> KeepAsync(EditedItem edited, FormValues values, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var item = edited.Basis;
        if (!await copies.KeepAsync(new(UserName, item.ContentItemId, item.ContentType, edited.BasedOnVersionId, values.ToJson(), now), cancellationToken))
            return new(StatusCodes.Status409Conflict, texts["您有太多没有保存的内容，没有暂存。请先保存或丢弃一些。"]);
        return new(StatusCodes.Status200OK, null, texts["已暂存 {0}", contexts.TimeOf(now)], await SeeAsync(edited, cancellationToken));
    }

    /// <summary>Drops the editor's working copy of an item.</summary>
    public Task DropAsync(string id, CancellationToken cancellationToken) => copies.DropAsync(UserName, id, cancellationToken);

    /// <summary>The editor's working copies, newest first.</summary>
    public Task<IReadOnlyList<WorkingCopy>> ListAsync(CancellationToken cancellationToken) => copies.ListAsync(UserName, cancellationToken);

    /// <summary>Notes that the editor has an item open; says who else has, or null. Nobody else can be at an item that is not stored yet, or be seen by who may not edit it.</summary>
    public async Task<string?> SeeAsync(string id, CancellationToken cancellationToken) =>
        await editing.OpenAsync(id, null, null, isPosted: false, cancellationToken) is { IsNew: false } edited && editing.MayEdit(edited) ? await SeeAsync(edited, cancellationToken) : null;

    /// <summary>The same of an item that the editor has open.</summary>
    public async Task<string?> SeeAsync(EditedItem edited, CancellationToken cancellationToken)
    {
        if (edited.IsNew)
            return null;
        var id = edited.Basis.ContentItemId;
        var others = await copies.SeeAsync(UserName, id, time.GetUtcNow().UtcDateTime, Patience, cancellationToken);
        if (others.Count == 0)
            return null;
        var names = (await accounts.ListAsync(cancellationToken)).ToDictionary(account => account.Name, account => account.DisplayName, StringComparer.OrdinalIgnoreCase);
        return string.Join('；', others.Select(other => texts["{0} 从 {1} 起也在编辑这条内容", names.GetValueOrDefault(other.UserName) is { Length: > 0 } name ? name : other.UserName, contexts.TimeOf(other.SinceUtc)]));
    }
}
