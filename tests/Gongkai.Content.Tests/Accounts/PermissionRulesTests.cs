using System.Text.Json.Nodes;

namespace Gongkai.Content.Tests;

/// <summary>The rule of permission as a table: roles give, types narrow, offices divide.</summary>
public sealed class PermissionRulesTests
{
    private static readonly JsonObject Roles = JsonNode.Parse("""
        {
          "Owner": { "Permissions": ["SiteOwner"] },
          "Editor": { "Permissions": ["AccessAdminPanel", "ListContent", "EditContent"] },
          "Publisher": { "Permissions": ["PublishContent"] },
          "NoticeEditor": { "Permissions": ["Edit_Notice"] },
          "NoticePublisher": { "Permissions": ["Publish_Notice"] },
          "Author": { "Permissions": ["EditOwnContent"] },
          "Typist": { "Permissions": ["EditOwn_Notice"] },
          "Reader": { "Permissions": ["ViewContent"] },
          "Other": { "Permissions": ["SomethingOfOrchardCore", 3, null] },
          "Broken": "no object",
          "Authenticated": { "Permissions": ["ViewContent"] },
          "Anonymous": { "Permissions": ["View_Notice"] }
        }
        """)!.AsObject();

    private static readonly TaxonomySnapshot Taxonomies = new([new(JsonNode.Parse("""
        {"ContentItemId":"issuers","ContentType":"Taxonomy","AliasPart":{"Alias":"issuers"},"TaxonomyPart":{"Terms":[
          {"ContentItemId":"office","ContentType":"Issuer","Terms":[{"ContentItemId":"suboffice","ContentType":"Issuer","Terms":[]}]},
          {"ContentItemId":"finance","ContentType":"Issuer","Terms":[]}]}}
        """)!.AsObject())]);

    [Theory]
    // everything
    [InlineData("Owner", Permissions.ManageUsers, "", true)]
    [InlineData("Owner", Permissions.DeleteContent, "Notice by other of finance", true)]
    [InlineData("owner", Permissions.EditContent, "", true)]
    // nothing
    [InlineData("", Permissions.EditContent, "", false)]
    [InlineData("Nobody", Permissions.EditContent, "", false)]
    [InlineData("Broken", Permissions.EditContent, "", false)]
    [InlineData("Other", Permissions.AccessAdminPanel, "", false)]
    [InlineData("Other", "SomethingOfOrchardCore", "", true)]
    [InlineData("Editor", "Nonsense", "", false)]
    // general permissions, and what comes with them
    [InlineData("Editor", Permissions.AccessAdminPanel, "", true)]
    [InlineData("Editor", Permissions.EditContent, "Notice by other", true)]
    [InlineData("Editor", Permissions.ViewContent, "Notice by other", true)]
    [InlineData("Editor", Permissions.PreviewContent, "Notice by other", true)]
    [InlineData("Editor", Permissions.CloneContent, "Notice by other", true)]
    [InlineData("Editor", Permissions.PublishContent, "Notice by other", false)]
    [InlineData("Editor", Permissions.DeleteContent, "Notice by me", false)]
    [InlineData("Publisher", Permissions.EditContent, "Notice by other", true)]
    [InlineData("Publisher", Permissions.ViewContent, "Notice by other", true)]
    [InlineData("Publisher", Permissions.ListContent, "Notice by other", false)]
    [InlineData("Publisher", Permissions.AccessAdminPanel, "", false)]
    // by type
    [InlineData("NoticeEditor", Permissions.EditContent, "", true)]
    [InlineData("NoticeEditor", Permissions.EditContent, "Notice by other", true)]
    [InlineData("NoticeEditor", Permissions.EditContent, "Article by other", false)]
    [InlineData("NoticePublisher", Permissions.EditContent, "Notice by other", true)]
    [InlineData("NoticePublisher", Permissions.PublishContent, "Article by other", false)]
    // one's own
    [InlineData("Author", Permissions.EditContent, "", true)]
    [InlineData("Author", Permissions.EditContent, "Notice by me", true)]
    [InlineData("Author", Permissions.EditContent, "Notice by other", false)]
    [InlineData("Author", Permissions.PreviewContent, "Notice by me", true)]
    [InlineData("Author", Permissions.EditContent, "Notice new", true)]
    [InlineData("Typist", Permissions.EditContent, "Notice by me", true)]
    [InlineData("Typist", Permissions.EditContent, "Article by me", false)]
    // what everybody has
    [InlineData("Reader", Permissions.ViewContent, "Notice by other", true)]
    [InlineData("", Permissions.ViewContent, "Article by other", true)]
    public void Roles_give(string role, string permission, string item, bool isAllowed) =>
        Assert.Equal(isAllowed, Rules().IsAllowed(new("me", "我", role.Length > 0 ? [role] : [], []), permission, ItemOf(item)));

    [Theory]
    [InlineData(Permissions.EditContent, "Notice by other of office", true)]
    [InlineData(Permissions.EditContent, "Notice by other of suboffice", true)]
    [InlineData(Permissions.EditContent, "Notice by other of finance", false)]
    [InlineData(Permissions.EditContent, "Notice by me of finance", false)]
    [InlineData(Permissions.EditContent, "Notice by other of finance,office", true)]
    [InlineData(Permissions.EditContent, "Notice by other", false)]
    [InlineData(Permissions.EditContent, "Notice by me", true)]
    [InlineData(Permissions.EditContent, "Notice by colleague", true)]
    [InlineData(Permissions.EditContent, "Notice by stranger", false)]
    [InlineData(Permissions.EditContent, "Notice new", true)]
    [InlineData(Permissions.ListContent, "Notice by other of finance", false)]
    [InlineData(Permissions.ViewContent, "Notice by other of finance", false)]
    [InlineData(Permissions.ViewContent, "Notice by other of finance public", true)]
    [InlineData(Permissions.EditContent, "Notice by other of finance public", false)]
    [InlineData(Permissions.EditContent, "", true)]
    [InlineData(Permissions.AccessAdminPanel, "Notice by other of finance", true)]
    public void Offices_divide(string permission, string item, bool isAllowed) =>
        Assert.Equal(isAllowed, Rules().IsAllowed(new("me", "我", ["Editor"], ["office"]), permission, ItemOf(item)));

    [Theory]
    [InlineData("NoticeEditor", "Notice", true)]
    [InlineData("NoticeEditor", "Article", false)]
    [InlineData("Typist", "Notice", true)]
    [InlineData("Editor", "Article", true)]
    [InlineData("Reader", "Notice", false)]
    public void Making_an_item_takes_its_types_permission(string role, string contentType, bool isAllowed) =>
        Assert.Equal(isAllowed, Rules().IsAllowed(new("me", "我", [role], ["office"]), Permissions.EditContent, contentType));

    [Fact]
    public void An_owner_of_the_site_is_of_every_office() =>
        Assert.True(Rules().IsAllowed(new("me", "我", ["Owner"], ["office"]), Permissions.EditContent, ItemOf("Notice by other of finance")));

    [Theory]
    [InlineData(Permissions.ViewContent, "Notice by other", true)]
    [InlineData(Permissions.ViewContent, "Article by other", false)]
    [InlineData(Permissions.EditContent, "Notice by other", false)]
    public void Who_is_not_signed_in_has_the_role_of_everybody(string permission, string item, bool isAllowed) =>
        Assert.Equal(isAllowed, Rules().IsAllowed(DeskUser.Anonymous, permission, ItemOf(item)));

    [Fact]
    public void The_site_itself_is_nobody_who_could_be_allowed_something() => Assert.False(Rules().IsAllowed(DeskUser.System, Permissions.ViewContent));

    [Fact]
    public void No_account_speaks_for_another_role_by_a_name_alone() =>
        Assert.False(Rules().IsAllowed(new("Administrator", "", [], []), Permissions.EditContent));

    private static PermissionRules Rules() => new(new FixedSettings(), () => Taxonomies, new Colleagues());

    /// <summary>Reads "Type by author of issuer,issuer public", "Type new", or nothing.</summary>
    private static ContentItem? ItemOf(string words)
    {
        if (words.Length == 0)
            return null;
        var parts = words.Split(' ');
        string? After(string word) => Array.IndexOf(parts, word) is >= 0 and var index ? parts[index + 1] : null;
        var item = new ContentItem(parts[0], "id") { Published = parts.Contains("public"), Owner = After("by") ?? "", Author = After("by") ?? "" };
        if (After("of") is { } issuers)
            item.EnsurePart(parts[0])["Issuer"] = new JsonObject { ["TaxonomyContentItemId"] = "issuers", ["TermContentItemIds"] = new JsonArray([.. issuers.Split(',').Select(id => JsonValue.Create(id))]) };
        return item;
    }

    private sealed class FixedSettings : ISettings
    {
        public JsonObject Get(string name) => name == SettingsNames.Roles ? Roles.DeepClone().AsObject() : [];
    }

    private sealed class Colleagues : IAccounts
    {
        public Task<IReadOnlyList<Account>> ListAsync(CancellationToken cancellationToken = default) => Task.FromResult<IReadOnlyList<Account>>([]);

        public Task<bool> AnyAsync(CancellationToken cancellationToken = default) => Task.FromResult(false);

        public IReadOnlyList<string> IssuersOf(string name) => name switch { "colleague" => ["suboffice"], "stranger" => ["finance"], _ => [] };
    }
}
