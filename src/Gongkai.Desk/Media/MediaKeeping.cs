using Gongkai.Content;

namespace Gongkai.Desk.Media;

/// <summary>The rules of files that are there: what is known of them may change, and what something uses stays.</summary>
internal sealed class MediaKeeping(IMediaLibrary library, IMediaReferences references, ISettings settings, IAuditTrail audit)
{
    private const string SiteFolder = "site/";

    /// <summary>Who uses a file: items, drafts included, and the site itself.</summary>
    public async Task<MediaUsers> FindUsersAsync(string path, CancellationToken cancellationToken) => new(
        await references.UsersOfAsync(path, cancellationToken),
        path.StartsWith(SiteFolder, StringComparison.Ordinal) || MediaUses.IsNamedIn(settings.Get(SettingsNames.Site), path));

    /// <summary>Gives a picture its alternative text.</summary>
    public async Task DescribeAsync(string path, string alternative, CancellationToken cancellationToken)
    {
        var before = await library.GetDescriptionAsync(path, cancellationToken);
        await library.DescribeAsync(path, before with { AlternativeText = alternative }, cancellationToken);
        await audit.AppendAsync([new(AuditActions.MediaChanged) { Title = path }], cancellationToken);
    }

    /// <summary>Deletes a file that nothing uses; false, and nothing done, when something does.</summary>
    public async Task<bool> DeleteAsync(string path, CancellationToken cancellationToken)
    {
        if ((await FindUsersAsync(path, cancellationToken)).Any)
        {
            await audit.AppendAsync([new(AuditActions.MediaDeleted, AuditResult.Refused) { Title = path }], cancellationToken);
            return false;
        }

        await library.DeleteAsync(path, cancellationToken);
        await audit.AppendAsync([new(AuditActions.MediaDeleted) { Title = path }], cancellationToken);
        return true;
    }
}

/// <summary>Who uses a file.</summary>
/// <param name="Items">The items, of each its newest version.</param>
/// <param name="IsOfSite">Whether the site's settings or templates show it.</param>
internal sealed record MediaUsers(IReadOnlyList<ContentItem> Items, bool IsOfSite)
{
    /// <summary>Whether anything does.</summary>
    public bool Any => Items.Count > 0 || IsOfSite;
}
