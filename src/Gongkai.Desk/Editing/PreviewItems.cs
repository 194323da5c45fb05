using Gongkai.Content;

namespace Gongkai.Desk.Editing;

/// <summary>The item that a preview link shows, as it is at the moment.</summary>
internal sealed class PreviewItems(IContentReader reader, IStoredVersions versions, IWorkingCopies copies, IContentDefinitions definitions, Taxonomies taxonomies, SiteSettings site)
{
    /// <summary>The item; null when it is gone.</summary>
    public async Task<ContentItem?> FindAsync(PreviewTarget target, CancellationToken cancellationToken)
    {
        if (target.UserName is null)
            return await VersionAsync(target.ContentItemId, target.VersionId, cancellationToken);
        if (await copies.FindAsync(target.UserName, target.ContentItemId, cancellationToken) is not { } copy)
            return await VersionAsync(target.ContentItemId, null, cancellationToken);
        var basis = copy.BasedOnVersionId is { } based ? await VersionAsync(target.ContentItemId, based, cancellationToken) : new(target.ContentType, target.ContentItemId);
        if (basis is null)
            return null;
        var context = new EditorContext { Definitions = definitions.Current, Taxonomies = taxonomies.Current, Zone = site.TimeZone };
        var item = ItemForm.Bind(basis, FormValues.FromJson(copy.Form), context);
        if (item.Part("TitlePart")?.Text("Title") is { Length: > 0 } title)
            item.DisplayText = title;
        return item;
    }

    private async Task<ContentItem?> VersionAsync(string id, string? versionId, CancellationToken cancellationToken) => versionId is null
        ? await reader.GetAsync(id, VersionOption.Latest, cancellationToken)
        : (await versions.HistoryAsync(id, cancellationToken)).FirstOrDefault(version => version.ContentItemVersionId == versionId);
}
