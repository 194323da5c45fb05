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
