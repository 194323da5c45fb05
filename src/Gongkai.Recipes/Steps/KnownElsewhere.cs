using System.Collections.Frozen;

namespace Gongkai.Recipes.Steps;

/// <summary>What Orchard Core knows and this home has no use for: told by name, never taken for done.</summary>
internal static class KnownElsewhere
{
    private static readonly FrozenSet<string> Steps = Set(
        "MediaProfiles", "AdminTemplates", "ShortcodeTemplates", "Placements", "queries",
        "custom-user-settings", "deployment", "Layers", "Sitemaps", "command", "Users", "AdminMenu", "WorkflowType",
        "elastic-index-settings", "ElasticIndexSettings", "elastic-index-rebuild", "elastic-index-reset",
        "azureai-index-create", "azureai-index-rebuild", "azureai-index-reset", "FeatureProfiles", "Translations", "DynamicDataTranslations",
        "OpenIdApplication", "OpenIdScope", "OpenIdServerSettings", "OpenIdServer", "OpenIdClientSettings", "OpenIdValidationSettings",
        "FacebookLoginSettings", "FacebookCoreSettings", "GitHubAuthentication", "GitHubAuthenticationSettings", "GoogleAuthenticationSettings", "GoogleAnalyticsSettings",
        "TwitterSettings", "XSettings", "MicrosoftAccountSettings", "AzureADSettings", "WorkflowTypes", "SmtpSettings", "EmailSettings");

    private static readonly FrozenSet<string> Themes = Set("TheAdmin", "TheTheme", "TheBlogTheme", "TheAgencyTheme", "TheComingSoonTheme", "SafeMode");

    private static readonly FrozenSet<string> Modules = Set(
        "Admin", "AdminDashboard", "AdminMenu", "AdminTemplates", "Alias", "Apis.GraphQL", "ArchiveLater", "AuditTrail", "Autoroute", "BackgroundTasks", "BackgroundServices", "Breadcrumbs",
        "ContentFields", "ContentLocalization", "ContentPreview", "Contents", "ContentTypes", "Cors", "CustomSettings", "DataLocalization", "DataOrchestrator", "DataProtection", "Demo", "Deployment",
        "Diagnostics", "DynamicCache", "Elasticsearch", "Email", "Facebook", "Feature", "Features", "Feeds", "Flows", "Forms", "GitHub", "Google", "Guides", "HealthChecks", "HomeRoute", "Html", "Https",
        "Indexing", "KeyVault", "Layers", "Liquid", "Lists", "Localization", "Lucene", "Markdown", "Media", "Menu", "Microsoft", "MiniProfiler", "Navigation", "Notifications", "OpenApi", "OpenId",
        "PublishLater", "Placements", "Queries", "Razor", "ReCaptcha", "Recipes", "Redis", "Resources", "ResponseCompression", "ReverseProxy", "Roles", "RemotePublishing", "Rules", "Scripting", "Search",
        "Secrets", "Security", "SecureSocketsLayer", "Seo", "Settings", "Setup", "Shortcodes", "Sitemaps", "Sms", "Spatial", "Taxonomies", "Templates", "Tenants", "Themes", "Title", "Twitter", "X",
        "UrlRewriting", "Users", "Widgets", "Workflows", "XmlRpc");

    // Beside those that our templates know, too (docs/themes.md).
    private static readonly FrozenSet<string> Tags = Set(
        "block", "cache", "cache_dependency", "cache_expires_after", "cache_expires_on", "cache_expires_sliding", "contentitem", "form", "helper", "httpcontext_add_items", "httpcontext_remove_items",
        "layout", "link", "meta", "page_title_add_segment", "script", "scriptblock", "shape", "shape_add_alternates", "shape_add_attributes", "shape_add_classes", "shape_add_properties",
        "shape_add_wrappers", "shape_cache", "shape_clear_alternates", "shape_clear_attributes", "shape_clear_classes", "shape_clear_wrappers", "shape_display_type", "shape_pager", "shape_position",
        "shape_remove_item", "shape_remove_property", "shape_tab", "shape_type", "style", "styleblock");

    /// <summary>Whether Orchard Core has a Liquid tag of the name.</summary>
    public static bool IsTag(string name) => Tags.Contains(name);

    /// <summary>Whether Orchard Core has a step of the name.</summary>
    public static bool IsStep(string name) => Steps.Contains(name);

    /// <summary>Whether Orchard Core has a theme of the name.</summary>
    public static bool IsTheme(string name) => Themes.Contains(name);

    /// <summary>Whether Orchard Core has a feature of the name: a theme, a module, or a part of a module.</summary>
    public static bool IsFeature(string name)
    {
        const string prefix = "OrchardCore.";
        if (!name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            return Themes.Contains(name);
        var module = name[prefix.Length..];
        return Modules.Any(known => module.Equals(known, StringComparison.OrdinalIgnoreCase) || module.StartsWith(known + ".", StringComparison.OrdinalIgnoreCase));
    }

    private static FrozenSet<string> Set(params string[] names) => names.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
