namespace Gongkai.Content;

/// <summary>The names of permissions; Orchard Core's where it has one, so that roles of a recipe mean the same in both homes.</summary>
/// <remarks>Permissions on content exist also for one type, as <c>Edit_DisclosureEntry</c> (<see cref="ForType"/>).</remarks>
public static class Permissions
{
    /// <summary>Everything, of every office.</summary>
    public const string SiteOwner = "SiteOwner";

    /// <summary>To come to the desk at all.</summary>
    public const string AccessAdminPanel = "AccessAdminPanel";

    /// <summary>To see lists of items, published or not.</summary>
    public const string ListContent = "ListContent";

    /// <summary>To read items; published public ones of every office.</summary>
    public const string ViewContent = "ViewContent";

    /// <summary>To read one's own items.</summary>
    public const string ViewOwnContent = "ViewOwnContent";

    /// <summary>To see drafts as pages of the site.</summary>
    public const string PreviewContent = "PreviewContent";

    /// <summary>To see one's own drafts as pages of the site.</summary>
    public const string PreviewOwnContent = "PreviewOwnContent";

    /// <summary>To make items and change them, without publishing.</summary>
    public const string EditContent = "EditContent";

    /// <summary>To make items and change one's own, without publishing.</summary>
    public const string EditOwnContent = "EditOwnContent";

    /// <summary>To make an item like another.</summary>
    public const string CloneContent = "CloneContent";

    /// <summary>To make an item like one's own.</summary>
    public const string CloneOwnContent = "CloneOwnContent";

    /// <summary>To publish, withdraw, repeal and schedule.</summary>
    public const string PublishContent = "PublishContent";

    /// <summary>To publish and withdraw one's own items.</summary>
    public const string PublishOwnContent = "PublishOwnContent";

    /// <summary>To delete items.</summary>
    public const string DeleteContent = "DeleteContent";

    /// <summary>To delete one's own items.</summary>
    public const string DeleteOwnContent = "DeleteOwnContent";

    /// <summary>To upload attachments and to take them away.</summary>
    public const string ManageMedia = "ManageMediaContent";

    /// <summary>To import recipes.</summary>
    public const string Import = "Import";

    /// <summary>To export content, definitions and settings.</summary>
    public const string Export = "Export";

    /// <summary>To see content types.</summary>
    public const string ViewContentTypes = "ViewContentTypes";

    /// <summary>To change content types.</summary>
    public const string EditContentTypes = "EditContentTypes";

    /// <summary>To change taxonomies.</summary>
    public const string ManageTaxonomies = "ManageTaxonomies";

    /// <summary>To make accounts, change and lock them.</summary>
    public const string ManageUsers = "ManageUsers";

    /// <summary>To change what roles may do.</summary>
    public const string ManageRoles = "ManageRoles";

    /// <summary>To change the site's settings.</summary>
    public const string ManageSettings = "ManageSettings";

    /// <summary>To read who did what.</summary>
    public const string ViewAuditTrail = "ViewAuditTrail";

    /// <summary>To deal with what readers say is wrong, and to see which pages they find useless.</summary>
    public const string ManageFeedback = "ManageFeedback";

    /// <summary>To see how many subscribe to which lists, and which mails were not sent.</summary>
    public const string ManageSubscriptions = "ManageSubscriptions";

    /// <summary>To see what was done in a period, counted of what one may list.</summary>
    public const string ViewFigures = "ViewFigures";

    /// <summary>To see what people search for, and to change what the site's search knows: synonyms and picks.</summary>
    public const string ManageSearch = "ManageSearch";

    private const string Content = "Content";

    /// <summary>All permissions, in the order in which people read them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        SiteOwner, AccessAdminPanel,
        ListContent, ViewContent, ViewOwnContent, PreviewContent, PreviewOwnContent, EditContent, EditOwnContent, CloneContent, CloneOwnContent,
        PublishContent, PublishOwnContent, DeleteContent, DeleteOwnContent,
        ManageMedia, Import, Export, ViewContentTypes, EditContentTypes, ManageTaxonomies, ManageUsers, ManageRoles, ManageSettings, ViewAuditTrail, ManageFeedback, ManageSubscriptions, ViewFigures, ManageSearch,
    ];

    /// <summary>The permissions that act on items, and so on types and offices.</summary>
    public static IReadOnlyList<string> OfContent { get; } =
    [
        ListContent, ViewContent, ViewOwnContent, PreviewContent, PreviewOwnContent, EditContent, EditOwnContent, CloneContent, CloneOwnContent,
        PublishContent, PublishOwnContent, DeleteContent, DeleteOwnContent,
    ];

    /// <summary>A permission on content for one type: <c>Edit_DisclosureEntry</c>; of <see cref="ListContent"/> it is <c>ListContent_DisclosureEntry</c>.</summary>
    public static string ForType(string permission, string contentType) => PrefixOf(permission) + contentType;

    internal static string PrefixOf(string permission) => (permission == ListContent ? permission : permission[..^Content.Length]) + "_";

    internal static string? OwnOf(string permission) =>
        OfContent.Contains(permission) && permission[..^Content.Length] + "Own" + Content is var own && OfContent.Contains(own) ? own : null;
}
