using System.Text.Json;
using System.Text.Json.Nodes;
using Gongkai.Content;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.Indexing;
using OrchardCore.Settings;

namespace Gongkai.OrchardCore.Site;

/// <summary>The tenant's definitions and settings in our form, held in memory and made anew when Orchard Core says that its own changed.</summary>
internal sealed class SiteSnapshots : ISettings, IContentDefinitions
{
    private const string DefaultProfile = "Gongkai";

    private static readonly string[] OwnTypes = ["DisclosureEntry", "PolicyInterpretation", "QaIssue", "Page"];

    private Snapshot _current = new("", DefinitionSnapshot.Empty, "", [], []);

    /// <inheritdoc/>
    public DefinitionSnapshot Current => Volatile.Read(ref _current).Definitions;

    /// <summary>Another text whenever the definitions are others.</summary>
    public string DefinitionsMark => Volatile.Read(ref _current).DefinitionsMark;

    /// <summary>Another text whenever the settings are others.</summary>
    public string SettingsMark => Volatile.Read(ref _current).SettingsMark;

    /// <inheritdoc/>
    public JsonObject Get(string name) => name switch
    {
        SettingsNames.Site => Volatile.Read(ref _current).Site.DeepClone().AsObject(),
        SettingsNames.IndexProfiles => Volatile.Read(ref _current).Profiles.DeepClone().AsObject(),
        _ => [],
    };

    /// <summary>Reads what changed. Cheap when nothing did: Orchard Core holds definitions and settings in memory.</summary>
    /// <param name="services">A scope of the tenant.</param>
    /// <param name="withProfiles">Whether the index profiles are read too, from the database.</param>
    public async Task RefreshAsync(IServiceProvider services, bool withProfiles = false)
    {
        var known = Volatile.Read(ref _current);
        var definitions = services.GetRequiredService<IContentDefinitionManager>();
        var mark = await definitions.GetIdentifierAsync();
        var snapshot = mark == known.DefinitionsMark
            ? known.Definitions
            : new((await definitions.ListTypeDefinitionsAsync()).Select(TypeOf), (await definitions.ListPartDefinitionsAsync()).Select(PartOf));
        var site = SiteOf(await services.GetRequiredService<ISiteService>().GetSiteSettingsAsync());
        var profiles = withProfiles ? await ProfilesAsync(services, site) : known.Profiles;
        var settingsMark = site.ToJsonString() + profiles.ToJsonString();
        if (mark != known.DefinitionsMark || settingsMark != known.SettingsMark)
            Volatile.Write(ref _current, new(mark, snapshot, settingsMark, site, profiles));
    }

    private static JsonObject SiteOf(ISite site)
    {
        var json = site.Properties?.DeepClone().AsObject() ?? [];
        (json["SiteName"], json["TimeZoneId"], json["PageSize"], json["BaseUrl"]) = (site.SiteName, site.TimeZoneId, site.PageSize, site.BaseUrl);
        // What a tenant has that chose no index is searched all the same.
        var search = json["SearchSettings"] as JsonObject ?? [];
        json["SearchSettings"] = search;
        if (search["DefaultIndexProfileName"]?.GetValueKind() != JsonValueKind.String)
            search["DefaultIndexProfileName"] = DefaultProfile;
        return json;
    }

    /// <summary>Which types the search covers: those of the tenant's default index profile, else our own.</summary>
    private static async Task<JsonObject> ProfilesAsync(IServiceProvider services, JsonObject site)
    {
        var name = site["SearchSettings"]!["DefaultIndexProfileName"]!.GetValue<string>();
        var profile = (await services.GetRequiredService<IIndexProfileStore>().GetAllAsync()).FirstOrDefault(one => one.Name == name);
        var types = profile?.Properties?["ContentIndexMetadata"]?["IndexedContentTypes"] is JsonArray { Count: > 0 } chosen
            ? (JsonArray)chosen.DeepClone()
            : new JsonArray([.. OwnTypes.Select(type => JsonValue.Create(type))]);
        return new() { [name] = new JsonObject { ["Properties"] = new JsonObject { ["ContentIndexMetadata"] = new JsonObject { ["IndexedContentTypes"] = types } } } };
    }

    private static ContentTypeDefinition TypeOf(global::OrchardCore.ContentManagement.Metadata.Models.ContentTypeDefinition type) => new(
        type.Name, type.DisplayName ?? type.Name, new(type.Settings),
        [.. type.Parts.Select(part => new ContentTypePartDefinition(part.Name, part.PartDefinition.Name, new(part.Settings)))]);

    private static ContentPartDefinition PartOf(global::OrchardCore.ContentManagement.Metadata.Models.ContentPartDefinition part) => new(
        part.Name, new(part.Settings), [.. part.Fields.Select(field => new ContentFieldDefinition(field.Name, field.FieldDefinition.Name, new(field.Settings)))]);

    private sealed record Snapshot(string DefinitionsMark, DefinitionSnapshot Definitions, string SettingsMark, JsonObject Site, JsonObject Profiles);
}
