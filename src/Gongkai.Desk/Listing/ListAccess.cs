using Gongkai.Content;

namespace Gongkai.Desk.Listing;

/// <summary>Whose and which items somebody sees in lists.</summary>
/// <param name="definitions">The types.</param>
/// <param name="permissions">The rule.</param>
/// <param name="taxonomies">The issuers.</param>
/// <param name="accounts">Whose colleagues somebody is.</param>
internal sealed class ListAccess(IContentDefinitions definitions, IPermissions permissions, Taxonomies taxonomies, IAccounts accounts)
{
    private static readonly string[] Hidden = ["Widget", "MenuItem"];

    /// <summary>The types that somebody may list, by what people call them. What lives only inside other items has no list.</summary>
    public IReadOnlyList<ContentTypeDefinition> TypesFor(DeskUser user) =>
    [
        .. definitions.Current.Types.Values.Where(type => IsListable(type, definitions.Current) && permissions.IsAllowed(user, Permissions.ListContent, type.Name))
            .OrderBy(LabelOf, StringComparer.Ordinal),
    ];

    /// <summary>A type that somebody may list, or null.</summary>
    public ContentTypeDefinition? FindType(DeskUser user, string name) =>
        definitions.Current.Types.GetValueOrDefault(name) is { } type && IsListable(type, definitions.Current) && permissions.IsAllowed(user, Permissions.ListContent, name) ? type : null;

    /// <summary>The offices to whose items somebody is kept; null for those of all.</summary>
    public async Task<OfficeChoice?> OfficesOfAsync(DeskUser user, CancellationToken cancellationToken)
    {
        if (user.Issuers.Count == 0 || permissions.IsAllowed(user, Permissions.SiteOwner))
            return null;
        var tree = taxonomies.Current.FindByAlias(OfficeChoice.Taxonomy);
        var offices = user.Issuers.SelectMany(id => tree?.All.GetValueOrDefault(id)?.SelfAndDescendants.Select(term => term.Id) ?? [id]).ToHashSet(StringComparer.Ordinal);
        var people = (await accounts.ListAsync(cancellationToken)).Where(account => account.Issuers.Any(offices.Contains)).Select(account => account.Name).Append(user.Name);
        return new(offices, people.ToHashSet(StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>What people call a type.</summary>
    public static string LabelOf(ContentTypeDefinition type) => type.DisplayName.Length > 0 ? type.DisplayName : type.Name;

    /// <summary>Whether a type has a list: not what lives inside other items only, nor taxonomies, which have pages of their own.</summary>
    public static bool IsListable(ContentTypeDefinition type, DefinitionSnapshot definitions) =>
        (type.Settings.IsTrue("ContentTypeSettings", "Listable") || type.Settings.IsTrue("ContentTypeSettings", "Creatable"))
        && !Hidden.Contains(type.Settings.Text("ContentTypeSettings", "Stereotype")) && definitions.FindType(type.Name)?.PartOfKind("TaxonomyPart") is null;
}
