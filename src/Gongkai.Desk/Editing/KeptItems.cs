using Gongkai.Content;
using Gongkai.Desk.Shell;
using Gongkai.Desk.Texts;

namespace Gongkai.Desk.Editing;

/// <summary>Something that was typed and not saved.</summary>
/// <param name="Id">The item's id, which need not be stored yet.</param>
/// <param name="Type">Its type.</param>
/// <param name="TypeLabel">What people call the type.</param>
/// <param name="Title">The stored title, as far as the editor may see it.</param>
/// <param name="Time">When it was kept.</param>
public sealed record KeptItem(string Id, string Type, string TypeLabel, string Title, string Time);

/// <summary>What an editor began and did not save, newest first.</summary>
internal sealed class KeptItems(IWorkingCopies copies, IContentReader reader, IContentDefinitions definitions, IPermissions permissions, ICurrentUser current, DeskTimes times, DeskTexts texts)
{
    /// <summary>The first of them.</summary>
    public async Task<IReadOnlyList<KeptItem>> ListAsync(int most, CancellationToken cancellationToken)
    {
        var kept = (await copies.ListAsync(current.User.Name, cancellationToken)).Take(most).ToList();
        if (kept.Count == 0)
            return [];
        var stored = (await reader.GetManyAsync([.. kept.Select(copy => copy.ContentItemId)], VersionOption.Latest, cancellationToken)).ToDictionary(item => item.ContentItemId, StringComparer.Ordinal);
        return [.. kept.Select(copy => new KeptItem(copy.ContentItemId, copy.ContentType, LabelOf(copy), TitleOf(stored.GetValueOrDefault(copy.ContentItemId)), times.TextOf(copy.KeptUtc)))];
    }

    private string LabelOf(WorkingCopy copy) => definitions.Current.FindType(copy.ContentType)?.Definition.DisplayName is { Length: > 0 } label ? label : copy.ContentType;

    private string TitleOf(ContentItem? item) =>
        item is { DisplayText.Length: > 0 } && permissions.IsAllowed(current.User, Permissions.ViewContent, item) ? ShortText.Of(item.DisplayText) : texts["新内容"];
}
