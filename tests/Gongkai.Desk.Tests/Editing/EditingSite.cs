using AngleSharp.Html.Dom;
using Gongkai.Content;
using Gongkai.Desk.Tests.Support;

namespace Gongkai.Desk.Tests.Editing;

/// <summary>The site with two offices, each with an editor of its own, and editors and publishers of all.</summary>
public sealed class EditingSite : IAsyncLifetime
{
    private const string Offices = """
        { "name": "Content", "data": [ { "ContentItemId": "issuers", "ContentItemVersionId": "issuers-offices", "ContentType": "Taxonomy", "DisplayText": "机构", "Latest": true, "Published": true,
          "TitlePart": { "Title": "机构" }, "AliasPart": { "Alias": "issuers" }, "AutoroutePart": { "Path": "issuers" }, "TaxonomyPart": { "TermContentType": "Issuer", "Terms": [
            { "ContentItemId": "office-a", "ContentType": "Issuer", "DisplayText": "甲局", "TitlePart": { "Title": "甲局" }, "TermPart": { "TaxonomyContentItemId": "issuers" }, "Issuer": { "Code": { "Text": "014319001" } }, "Terms": [] },
            { "ContentItemId": "office-b", "ContentType": "Issuer", "DisplayText": "乙局", "TitlePart": { "Title": "乙局" }, "TermPart": { "TaxonomyContentItemId": "issuers" }, "Issuer": { "Code": { "Text": "014319002" } }, "Terms": [] } ] } } ] }
        """;

    public DeskSite Desk { get; } = new();

    public async Task InitializeAsync()
    {
        await Desk.InitializeAsync();
        var report = await Desk.Site.ImportAsync(Offices);
        Assert.True(report.Succeeded, string.Join('\n', report.Problems));
        await Desk.AddAsync("jia", ["Publisher"], "office-a");
        await Desk.AddAsync("yi", ["Publisher"], "office-b");
    }

    public Task DisposeAsync() => Desk.DisposeAsync();

    /// <summary>Stores a draft as it is.</summary>
    public async Task<ContentItem> AddAsync(string type, string parts, bool publish = false)
    {
        var item = new ContentItem(Forms.Json("{ " + parts + " }")) { ContentType = type, ContentItemId = IdGenerator.NewId() };
        await Desk.Site.ExecuteAsync(publish ? [new SaveDraft(item, null), new Publish(item.ContentItemId)] : [new SaveDraft(item, null)]);
        return await Desk.Site.GetItemAsync(item.ContentItemId);
    }

    public Task<ContentItem> AddPageAsync(string title = "一页", string text = "正文") =>
        AddAsync("Page", $$"""
            "TitlePart": { "Title": "{{title}}" }, "MarkdownBodyPart": { "Markdown": "{{text}}" }, "Unknown": { "Kept": [1, 2.50] }
            """);

    public Task<ContentItem> AddEntryAsync(string office, string title = "一条") =>
        AddAsync("DisclosureEntry", $$$"""
            "TitlePart": { "Title": "{{{title}}}" }, "DisclosureEntry": { "Issuer": { "TaxonomyContentItemId": "issuers", "TermContentItemIds": ["{{{office}}}"] } }
            """);

    /// <summary>The newest version; null when there is none.</summary>
    public async Task<ContentItem?> FindAsync(string id) => await Desk.Site.GetItemAsync(id);
}

internal static class EditingAnswers
{
    public const string Form = "#editing";

    /// <summary>Presses a button of the edit form.</summary>
    public static Task<DeskAnswer> PressAsync(this DeskBrowser browser, DeskAnswer page, string command, Action<DeskForm>? fill = null) => browser.SubmitAsync(page, form =>
    {
        fill?.Invoke(form);
        form["$do"] = command;
    }, Form);

    public static string IdOf(this DeskAnswer page) => page.Address.Split('?')[0].Split('/')[^1];

    /// <summary>What is wrong with a field, as its page says beside it.</summary>
    public static string FaultsOf(this DeskAnswer page, string name) => page.Document.GetElementById(Gongkai.Desk.Editing.Editor.IdOf(name) + "-errors")?.TextContent.Trim() ?? "";

    public static string ValueOf(this DeskAnswer page, string name) => page.Document.QuerySelectorAll($"#editing [name='{name}']")[^1] switch
    {
        IHtmlTextAreaElement area => area.Value,
        IHtmlInputElement input => input.Value,
        var other => other.TextContent,
    };

    /// <summary>The keys of a list's rows in their order.</summary>
    public static string[] RowsOf(this DeskAnswer page, string list) => [.. page.Document.QuerySelectorAll($"[data-rows='{list}'] > li > input[name='{list}']").Select(row => row.GetAttribute("value")!)];
}
