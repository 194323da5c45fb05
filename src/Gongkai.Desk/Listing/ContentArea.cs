using Gongkai.Content;
using Gongkai.Desk.Shell;

namespace Gongkai.Desk.Listing;

/// <summary>The lists in the left column: one for each type that somebody may list, and what is under way.</summary>
/// <param name="definitions">The types.</param>
internal sealed class ContentArea(IContentDefinitions definitions) : IDeskArea
{
    /// <inheritdoc/>
    public IEnumerable<DeskLink> LinksFor(DeskUser user)
    {
        yield return new(DeskGroup.Tasks, 20, "/Content/Index", "全部内容", Permissions.ListContent, null, new Dictionary<string, string>(StringComparer.Ordinal) { ["type"] = "" });
        yield return new(DeskGroup.Tasks, 30, "/Content/Jobs", "批量处理记录", Permissions.ListContent);
        foreach (var type in definitions.Current.Types.Values.Where(type => ListAccess.IsListable(type, definitions.Current)))
            yield return new(DeskGroup.Content, 0, "/Content/Index", ListAccess.LabelOf(type), Permissions.ListContent, type.Name, new Dictionary<string, string>(StringComparer.Ordinal) { ["type"] = type.Name });
    }
}
