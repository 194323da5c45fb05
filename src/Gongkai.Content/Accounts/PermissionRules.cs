namespace Gongkai.Content;

/// <summary>Whether somebody may do something.</summary>
public interface IPermissions
{
    /// <summary>Whether somebody may do something to an item; without one: to any item at all of any type.</summary>
    /// <remarks>Whoever changes an item asks twice: of the item as it is stored, and of what it would become.</remarks>
    bool IsAllowed(DeskUser user, string permission, ContentItem? item = null);

    /// <summary>Whether somebody may do something to items of a type, as making one or seeing the list.</summary>
    bool IsAllowed(DeskUser user, string permission, string contentType);
}

/// <summary>The rule of permission: what the roles give, by type, and whose the item is, by issuer.</summary>
/// <param name="settings">The roles.</param>
/// <param name="taxonomies">Gives the taxonomies as they are now, with the issuers among them.</param>
/// <param name="accounts">Whose colleagues somebody is.</param>
public sealed class PermissionRules(ISettings settings, Func<TaxonomySnapshot> taxonomies, IAccounts accounts) : IPermissions
{
    private const string IssuersTaxonomy = "issuers";

    /// <summary>What comes with a permission, beyond itself, as Orchard Core has it.</summary>
    private static readonly Dictionary<string, string[]> ImpliedBy = new(StringComparer.Ordinal)
    {
        [Permissions.EditContent] = [Permissions.PublishContent],
        [Permissions.ViewContent] = [Permissions.EditContent],
        [Permissions.PreviewContent] = [Permissions.EditContent],
        [Permissions.CloneContent] = [Permissions.EditContent],
        [Permissions.EditOwnContent] = [Permissions.PublishOwnContent],
        [Permissions.ViewOwnContent] = [Permissions.EditOwnContent],
        [Permissions.PreviewOwnContent] = [Permissions.EditOwnContent],
        [Permissions.CloneOwnContent] = [Permissions.EditOwnContent],
        [Permissions.ViewContentTypes] = [Permissions.EditContentTypes],
    };

    /// <inheritdoc/>
    public bool IsAllowed(DeskUser user, string permission, ContentItem? item = null)
    {
        var granted = GrantedTo(user);
        if (granted.Contains(Permissions.SiteOwner))
            return true;
        var onContent = Permissions.OfContent.Contains(permission);
        if (item is null || !onContent)
            return IsGranted(granted, permission, onContent, null) || (onContent && Permissions.OwnOf(permission) is { } some && IsGranted(granted, some, onContent, null));
        if (permission == Permissions.ViewContent && item.IsPublic() && IsGranted(granted, permission, onContent, item.ContentType))
            return true;
        var mine = IsNew(item) || IsBy(item, user.Name);
        return (IsGranted(granted, permission, onContent, item.ContentType)
                || (mine && Permissions.OwnOf(permission) is { } own && IsGranted(granted, own, onContent, item.ContentType)))
            && IsOfOffice(user, item, mine);
    }

    /// <inheritdoc/>
    public bool IsAllowed(DeskUser user, string permission, string contentType)
    {
        var granted = GrantedTo(user);
        return granted.Contains(Permissions.SiteOwner)
            || IsGranted(granted, permission, Permissions.OfContent.Contains(permission), contentType)
            || (Permissions.OwnOf(permission) is { } own && IsGranted(granted, own, true, contentType));
    }

    private HashSet<string> GrantedTo(DeskUser user)
    {
        if (user == DeskUser.System)
            return [];
        var roles = settings.Get(SettingsNames.Roles);
        // As in Orchard Core: everybody has one of these two beside their own.
        var names = user.IsSignedIn ? user.Roles.Append("Authenticated") : ["Anonymous"];
        var granted = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in names)
        {
            if (roles.FirstOrDefault(role => string.Equals(role.Key, name, StringComparison.OrdinalIgnoreCase)).Value is System.Text.Json.Nodes.JsonObject role)
                granted.UnionWith(role.Texts("Permissions"));
        }

        return granted;
    }

    /// <summary>Whether a permission, or one that brings it, is granted: for everything, for the type, or, without a type, for any.</summary>
    private static bool IsGranted(HashSet<string> granted, string permission, bool onContent, string? contentType)
    {
        if (granted.Contains(permission))
            return true;
        if (onContent && (contentType is null
            ? granted.Any(one => one.StartsWith(Permissions.PrefixOf(permission), StringComparison.OrdinalIgnoreCase))
            : granted.Contains(Permissions.ForType(permission, contentType))))
            return true;
        return ImpliedBy.GetValueOrDefault(permission)?.Any(stronger => IsGranted(granted, stronger, onContent, contentType)) ?? false;
    }

    private static bool IsNew(ContentItem item) => item is { Owner: "", Author: "" };

    private static bool IsBy(ContentItem item, string name) => name.Length > 0 && (Same(item.Owner, name) || (item.Owner.Length == 0 && Same(item.Author, name)));

    private static bool Same(string name, string other) => string.Equals(name, other, StringComparison.OrdinalIgnoreCase);

    /// <summary>An office's people have the items that name it as an issuer, and those without an issuer that one of them made.</summary>
    private bool IsOfOffice(DeskUser user, ContentItem item, bool mine)
    {
        if (user.Issuers.Count == 0)
            return true;
        var offices = user.Issuers.SelectMany(Below).ToHashSet(StringComparer.Ordinal);
        var issuers = IssuersOf(item);
        return issuers.Count > 0
            ? issuers.Any(offices.Contains)
            : mine || accounts.IssuersOf(item.Owner.Length > 0 ? item.Owner : item.Author).Any(offices.Contains);
    }

    private IEnumerable<string> Below(string issuer) =>
        taxonomies().FindByAlias(IssuersTaxonomy)?.All.GetValueOrDefault(issuer)?.SelfAndDescendants.Select(term => term.Id) ?? [issuer];

    /// <summary>The issuers that an item names in whatever field of its parts.</summary>
    private List<string> IssuersOf(ContentItem item)
    {
        var taxonomy = taxonomies().FindByAlias(IssuersTaxonomy)?.Id ?? IssuersTaxonomy;
        return [.. item.Json.Select(part => part.Value).OfType<System.Text.Json.Nodes.JsonObject>()
            .SelectMany(part => part.Select(field => field.Value).OfType<System.Text.Json.Nodes.JsonObject>())
            .Where(field => field.Text("TaxonomyContentItemId") == taxonomy)
            .SelectMany(field => field.Texts("TermContentItemIds"))];
    }
}
