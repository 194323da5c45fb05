using System.Globalization;
using Gongkai.Content;
using Gongkai.Desk.Documents;
using Gongkai.Desk.Media;
using Gongkai.Desk.Shell;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Desk.Pages.Documents;

/// <summary>From a Word document to a draft: choose the type, upload, correct beside the original's text, save.</summary>
[RequirePermission(Permissions.AccessAdminPanel)]
[RequirePermission(Permissions.EditContent)]
[UploadLimit]
internal sealed class ImportModel(WordDrafts drafts, IContentDefinitions definitions, Gongkai.Content.Taxonomies taxonomies, IContentManager manager, IAuditTrail audit) : DeskPage
{
    private const int LongestTitle = 1_000;
    private const int MostTerms = 2_000;
    private const int LongestReason = 300;

    /// <summary>An issuer that can be chosen.</summary>
    public sealed record Choice(string Id, string Label);

    public IReadOnlyList<ContentTypeDefinition> Types => [.. definitions.Current.Types.Values
        .Where(type => type.Settings.IsTrue("ContentTypeSettings", "Creatable") && definitions.Current.FindType(type.Name) is { } resolved && DraftItem.Takes(resolved) && Can(Permissions.EditContent, type.Name))
        // Most documents become entries, which have a number.
        .OrderBy(type => !DraftItem.HasNumber(definitions.Current.FindType(type.Name)!)).ThenBy(type => type.DisplayName, StringComparer.Ordinal)];

    public string? Type { get; private set; }

    public ResolvedType? Resolved => Type is null ? null : definitions.Current.FindType(Type);

    public DocumentDraft? Draft { get; private set; }

    public DraftValues? Values { get; private set; }

    public IReadOnlyList<string> Faults { get; private set; } = [];

    public IReadOnlyList<Choice> Issuers => Resolved is { } type && DraftItem.IssuersOf(type) is { } taxonomy && taxonomies.Current.ById.GetValueOrDefault(taxonomy) is { } tree
        ? [.. tree.Terms.SelectMany(term => term.SelfAndDescendants).Take(MostTerms).Select(term => new Choice(term.Id, new string('\u3000', term.Lineage.Count - 1) + term.Label))]
        : [];

    public void OnGet(string? type) => (Heading, Type) = (L["导入 Word 文档"], type);

    /// <summary>Reads the document; its pictures are stored, the draft is not yet.</summary>
    public async Task<IActionResult> OnPostReadAsync(string? type, IFormFile? file)
    {
        Heading = L["导入 Word 文档"];
        Type = type;
        if (!Types.Any(known => known.Name == type))
            return Fail(L["请选择内容类型。"]);
        if (file is null)
            return Fail(L["没有收到文件，请重新选择。"]);
        try
        {
            await using var content = file.OpenReadStream();
            Draft = await drafts.ReadAsync(file.FileName, content, CurrentUser, HttpContext.RequestAborted);
        }
        catch (WordedException fault) when (fault is DocumentException or MediaException)
        {
            await audit.AppendAsync(
                [new(AuditActions.MediaUploaded, AuditResult.Refused) { Title = ShortText.Of(file.FileName), ContentType = type!, Details = new() { ["faults"] = ShortText.Cut(fault.Message, LongestReason) } }],
                HttpContext.RequestAborted);
            return Fail(L["“{0}”没有导入。", ShortText.Of(file.FileName)] + L.Of(fault.Wording));
        }

        var tree = DraftItem.IssuersOf(Resolved!) is { } taxonomy ? taxonomies.Current.ById.GetValueOrDefault(taxonomy) : null;
        Values = new(
            Draft.Title.Length > 0 ? Draft.Title : MediaNames.Of(file.FileName).Stem, Draft.DocumentNumber, Draft.IssuedOn, DraftItem.TermOf(Draft.Issuer, tree),
            DraftItem.FormatOf(Resolved!) == MarkupFormat.Markdown ? Draft.Markdown : Draft.Html);
        return Page();
    }

    /// <summary>Saves the corrected draft as a new item.</summary>
    public async Task<IActionResult> OnPostSaveAsync(string? type, string? title, string? number, string? day, string? issuer, string? body)
    {
        Heading = L["导入 Word 文档"];
        Type = type;
        if (!Types.Any(known => known.Name == type) || Resolved is not { } resolved)
            return Fail(L["请选择内容类型。"]);
        Values = new((title ?? "").Trim(), (number ?? "").Trim(), DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var issued) ? issued : null, issuer, body ?? "");
        if (Values.Title.Length is 0 or > LongestTitle)
            return Fail(Values.Title.Length == 0 ? L["请填写标题。"] : L["标题有 {0} 个字，最多 {1} 个，请缩短。", Values.Title.Length, LongestTitle]);
        var item = DraftItem.Of(resolved, IdGenerator.NewId(), Values);
        (item.Owner, item.Author) = (CurrentUser.Name, CurrentUser.Name);
        if (!Can(Permissions.EditContent, item))
        {
            await audit.AppendAsync(
                [new(AuditActions.ContentCreated, AuditResult.Refused) { ContentItemId = item.ContentItemId, ContentType = type!, Title = Values.Title, Details = new() { ["permission"] = Permissions.EditContent } }],
                HttpContext.RequestAborted);
            return Fail(L["您只能为自己的机构写内容，请改选发文机构。"]);
        }

        var result = await manager.ExecuteAsync([new SaveDraft(item, null)], HttpContext.RequestAborted);
        if (!result.Succeeded)
            return Fail([.. result.Results.SelectMany(one => one.Errors).Select(error => L.Of(error.Wording))]);
        Tell(L["“{0}”已存为草稿。请核对其余各项，然后发布。", ShortText.Of(Values.Title)]);
        return Url.Page("/Content/Edit", new { id = item.ContentItemId }) is { } address ? Redirect(address) : RedirectToPage();
    }

    private PageResult Fail(params string[] faults)
    {
        Faults = faults;
        return Page();
    }
}
