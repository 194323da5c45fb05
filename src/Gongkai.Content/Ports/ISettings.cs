using System.Text.Json.Nodes;

namespace Gongkai.Content;

/// <summary>Port: named JSON documents of the site: its settings, roles, index profiles.</summary>
public interface ISettings
{
    /// <summary>A copy of a document; an empty one when there is none. Reads a snapshot in memory.</summary>
    JsonObject Get(string name);

    /// <summary>An object that stays the same one while the document does, for whoever keeps what was made of it; null where a home cannot tell.</summary>
    object? StampOf(string name) => null;
}

/// <summary>Port of a home that keeps the site's settings itself.</summary>
public interface ISettingsStore : ISettings
{
    /// <summary>Stores a document, in one transaction with its row in the change feed.</summary>
    Task SaveAsync(string name, JsonObject document, CancellationToken cancellationToken = default);
}

/// <summary>The names of the documents in <see cref="ISettings"/>.</summary>
public static class SettingsNames
{
    /// <summary>The site settings, as a recipe's <c>settings</c> step has them: <c>SiteName</c>, <c>TimeZoneId</c>, <c>PageSize</c>, groups.</summary>
    public const string Site = "Site";

    /// <summary>Roles by name, as a recipe's <c>Roles</c> step has them.</summary>
    public const string Roles = "Roles";

    /// <summary>No document: what the change feed calls the offices of the desk's accounts.</summary>
    public const string Accounts = "Accounts";

    /// <summary>Index profiles by name, as a recipe's <c>CreateOrUpdateIndexProfile</c> step has them.</summary>
    public const string IndexProfiles = "IndexProfiles";

    /// <summary>Templates by their names in Orchard Core, as a recipe's <c>Templates</c> step has them.</summary>
    public const string Templates = "Templates";

    /// <summary>Redirects and rewrites in their order, as a recipe's <c>UrlRewriting</c> step has them.</summary>
    public const string UrlRewriting = "UrlRewriting";

    /// <summary>Graphs of review by name, as a recipe's <c>ReviewGraphs</c> step has them.</summary>
    public const string ReviewGraphs = "ReviewGraphs";

    /// <summary>How often media files were changed: pages that show them are made again.</summary>
    public const string Media = "Media";

    /// <summary>The features that were enabled, by name.</summary>
    public const string Features = "Features";
}
