using Gongkai.Content;

namespace Gongkai.Desk.Shell;

/// <summary>The left column for somebody.</summary>
internal sealed class DeskMenu(IEnumerable<IDeskArea> areas, IPermissions permissions)
{
    public IEnumerable<IGrouping<DeskGroup, DeskLink>> For(DeskUser user) => areas
        .SelectMany(area => area.LinksFor(user))
        .Where(link => link.ContentType is { } type ? permissions.IsAllowed(user, link.Permission, type) : permissions.IsAllowed(user, link.Permission))
        .OrderBy(link => link.Group).ThenBy(link => link.Order).ThenBy(link => link.Text, StringComparer.Ordinal)
        .GroupBy(link => link.Group);
}
