using Gongkai.Content;
using Gongkai.Desk.Checking;
using Gongkai.Desk.Editing;
using Gongkai.Desk.Files;
using Gongkai.Desk.Shell;
using Gongkai.Review.Graphs;
using Gongkai.Review.Steps;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Gongkai.Desk.Pages.Items;

/// <summary>The form of an item, made of its type's definition.</summary>
[RequirePermission(Permissions.AccessAdminPanel)]
[RequirePermission(Permissions.EditContent)]
[FormLimit]
internal sealed class EditModel(
    ContentEditing editing, EditorContexts contexts, WorkingCopyKeeping keeping, CheckCounts counts, OutdatedQuotes outdated, PreviewLinks previews, IAuditTrail audit, LinkGenerator links, ReviewWork work, ReviewGraphs graphs) : DeskPage
{
    public string Id { get; private set; } = "";

    public string? Type { get; private set; }

    public EditedItem? Item { get; private set; }

    public EditorForm? Form { get; private set; }

    /// <summary>The working copy that waits for a choice; null when there is none, or it is in the form.</summary>
    public WorkingCopy? Copy { get; private set; }

    public string? Others { get; private set; }

    public string SaveState { get; private set; } = "";

    /// <summary>Whether what the form holds is stored somewhere.</summary>
    public bool IsSafe { get; private set; }

    public string FaultTitle { get; private set; } = "";

    /// <summary>What is wrong, each with the place in the page.</summary>
    public IReadOnlyList<(string? Target, string Text)> Faults { get; private set; } = [];

    /// <summary>What publication would still miss.</summary>
    public IReadOnlyList<(string? Target, string Text)> Checks { get; private set; } = [];

    /// <summary>How much the checks have to say of the stored version; null while there is none.</summary>
    public CheckCount? Found { get; private set; }

    /// <summary>What public items quote of it and the stored version does not say.</summary>
    public IReadOnlyList<OutdatedQuote> Outdated { get; private set; } = [];

    /// <summary>Whether it is published by this page: what is reviewed is not.</summary>
    public bool MayPublish => !IsReviewed && editing.MayPublish(Item!);

    /// <summary>Whether its type follows a graph.</summary>
    public bool IsReviewed => graphs.For(Item!.Basis.ContentType) is not null;

    /// <summary>Where its review stands; null for what is not reviewed, or not stored yet.</summary>
    public ReviewPanel? Review { get; private set; }

    public bool MayCopy => Can(Permissions.CloneContent, Item!.Latest);

    public string State => Item switch
    {
        { Published: null, Latest: null } => L["新内容，还没有保存"],
        { Published: null } => L["草稿，没有发布"],
        { Published: { } published } when Repeal.IsRepealed(published) => L[Repeal.ValidityOf(published)!],
        { Latest.Published: true } => L["已发布"],
        _ => L["已发布，另有未发布的修改"],
    };

    /// <summary>The times at which something is to be done, as they are stored.</summary>
    public DateTime? Due(ScheduleAction action) => Item?.Latest is { } latest ? ScheduleTimes.Of(latest, action) : null;

    /// <summary>The editors of those times; none for whom may not publish.</summary>
    public IReadOnlyList<Editor> Times => MayPublish ? [.. Form!.Sections.Where(IsOfTimes).SelectMany(section => section.Editors)] : [];

    /// <summary>Whether the times are shown without being asked for: one is set, or was typed and is wrong.</summary>
    public bool ShowsTimes => Times.Any(editor => editor.Errors.Count > 0 || editor.Values.Get("When").Length > 0);

    /// <summary>What stands beside the text, without what has its place among the buttons.</summary>
    public IEnumerable<EditorSection> Asides => Form!.Sections.Where(section => section.IsAside && !IsOfTimes(section));

    /// <summary>Whether what readers see can be withdrawn or repealed here.</summary>
    public bool MayWithdraw => Item!.Published is { } published && editing.MayPublish(Item) && Can(Permissions.PublishContent, published);

    public string MarkupAddress => links.GetPathByName(HttpContext, "Gongkai.Desk.Markup") ?? "";

    public string PickAddress => links.GetPathByName(HttpContext, "Gongkai.Desk.PickItems") ?? "";

    public string PlainAddress => links.GetPathByName(HttpContext, "Gongkai.Desk.PlainHints") ?? "";

    public string PassagesAddress => links.GetPathByName(HttpContext, "Gongkai.Desk.Passages") ?? "";

    /// <summary>Where pictures and files are chosen; empty while the desk has no such page.</summary>
    public string MediaAddress => Url.Page("/Media/Pick") ?? "";

    private CancellationToken Cancellation => HttpContext.RequestAborted;

    public string EndpointAddress(string verb) => links.GetPathByName(HttpContext, verb == "keep" ? "Gongkai.Desk.KeepWorkingCopy" : "Gongkai.Desk.SeeEditors", new { id = Id }) ?? "";

    public string FileAddress(string name) => (links.GetPathByName(HttpContext, "Gongkai.Desk.File", new { path = name }) ?? "").Replace("%2F", "/", StringComparison.Ordinal) + "?v=" + DeskFiles.Find(name)?.Version;

    public async Task<IActionResult> OnGetAsync(string id, string? type, string? copy)
    {
        if (await OpenAsync(id, type, null, isPosted: false) is { } refusal)
            return refusal;
        Copy = await keeping.FindAsync(id, Cancellation);
        if (Copy is { } kept && copy == "use")
        {
            if (await OpenAsync(id, kept.ContentType, kept.BasedOnVersionId, isPosted: true) is { } gone)
                return gone;
            Copy = null;
            return await ShowAsync(FormValues.FromJson(kept.Form), (L["已暂存 {0}", contexts.TimeOf(kept.KeptUtc)], true));
        }

        if (Item!.IsNew && Copy is null)
            Focus("TitlePart");
        var context = await contexts.OfAsync(Item!, null, null, Cancellation);
        return await ShowAsync(Item!.IsNew ? ItemForm.Prefill(Item.Basis, context) : ItemForm.Read(Item.Basis, context), SavedAt());
    }

    public async Task<IActionResult> OnPostAsync(string id)
    {
        var form = EditForm.Of(Request.Form);
        if (await OpenAsync(id, form.ContentType, form.BasedOnVersionId, isPosted: true) is { } refusal)
            return refusal;
        return form.Command switch
        {
            "save" => await SaveAsync(form, SaveAs.Draft),
            "publish" => await SaveAsync(form, SaveAs.Published),
            "schedule" => await SaveAsync(form, SaveAs.Scheduled),
            "preview" => await PreviewAsync(form),
            _ => await ChangeAsync(form),
        };
    }

    public async Task<IActionResult> OnPostDropAsync(string id, string? type)
    {
        await keeping.DropAsync(id, Cancellation);
        Tell(L["没有保存的内容已丢弃。"]);
        return RedirectToPage("/Content/Edit", null, new { id, type });
    }

    private async Task<IActionResult?> OpenAsync(string id, string? type, string? basedOn, bool isPosted)
    {
        (Id, Type) = (id, type);
        Item = await editing.OpenAsync(id, type, basedOn, isPosted, Cancellation);
        if (Item is null)
            return NotFound();
        return editing.MayEdit(Item) ? null : StatusCode(StatusCodes.Status403Forbidden);
    }

    private async Task<IActionResult> SaveAsync(EditForm form, SaveAs way)
    {
        var context = await contexts.OfAsync(Item!, form.Values, null, Cancellation);
        var bound = ItemForm.Bind(Item!.Basis, form.Values, context);
        var result = await editing.SaveAsync(Item, bound, way, Cancellation);
        switch (result.Outcome)
        {
            case SaveOutcome.Saved:
                Tell(L["草稿已保存。"]);
                return RedirectToPage("/Content/Edit", null, new { id = Id });
            case SaveOutcome.Published:
                Tell(L["已保存并发布。"]);
                return RedirectToPage("/Content/Edit", null, new { id = Id });
            case SaveOutcome.Scheduled:
                TellTimes(bound);
                return RedirectToPage("/Content/Edit", null, new { id = Id });
            case SaveOutcome.Unchanged:
                await keeping.DropAsync(Id, Cancellation);
                Tell(L["没有改动，不必保存。"]);
                return RedirectToPage("/Content/Edit", null, new { id = Id });
            case SaveOutcome.Conflict:
                await keeping.KeepAsync(Item, form.Values, Cancellation);
                return RedirectToPage("/Content/Conflict", new { id = Id });
            case SaveOutcome.Forbidden:
                return await ShowAsync(form.Values, await KeepAsync(form), [new("", new("您没有这样保存的权限：发布机构应是本单位，发布要有发布权限。没有保存，输入的内容还在。"))], L["没有保存"]);
            default:
                return await ShowAsync(form.Values, await KeepAsync(form), result.Errors, way switch
                {
                    SaveAs.Published => L["没有发布，请先改正下面的问题"],
                    SaveAs.Scheduled => L["没有定时，请先改正下面的问题"],
                    _ => L["没有保存，请先改正下面的问题"],
                });
        }
    }

    /// <summary>Says what will be done when, and what would still be missing then.</summary>
    private void TellTimes(ContentItem bound)
    {
        var (publish, archive) = (ScheduleTimes.Of(bound, ScheduleAction.Publish), ScheduleTimes.Of(bound, ScheduleAction.Unpublish));
        var said = (publish, archive) switch
        {
            (null, null) => L["已保存，定时已取消。"],
            ({ } at, null) => L["已保存，定于 {0} 发布。", TimeOf(at)],
            (null, { } at) => L["已保存，定于 {0} 归档撤下。", TimeOf(at)],
            ({ } from, { } until) => L["已保存，定于 {0} 发布，{1} 归档撤下。", TimeOf(from), TimeOf(until)],
        };
        if (publish is not null && editing.Check(bound) is { Count: > 0 } missing)
            Tell(said + L["还缺 {0} 项必填的内容，补齐之前到时不会发布。", missing.Count], MessageKind.Warn);
        else
            Tell(said);
    }

    /// <summary>The buttons inside the form, for whom no script runs: rows are moved, added and removed, pickers search.</summary>
    private async Task<IActionResult> ChangeAsync(EditForm form)
    {
        var (verb, rest) = form.Command.Split(':', 2) is [var first, var second] ? (first, second) : (form.Command, "");
        string? focus = null;
        string? searchIn = null;
        var context = await contexts.OfAsync(Item!, form.Values, null, Cancellation);
        PassageRequest? asked = null;
        if (verb == "search")
            focus = searchIn = rest;
        else if (verb is "passages" or "propose")
            asked = new(focus = rest, verb == "propose");
        else if (verb is "quote" or "unquote")
            focus = await QuoteAsync(form.Values, verb == "quote", rest);
        else if (verb == "add" && rest.Split(':', 2) is [var type, var bag])
            focus = type.Length > 0 ? ItemForm.AddRow(Item!.Basis, form.Values, bag, type, context) is { } row ? $"{bag}.{row}" : bag : AddMedia(form.Values, bag);
        else if (FormLists.Apply(form.Values, form.Command) is not null)
            focus = rest[(rest.IndexOf(':', StringComparison.Ordinal) + 1)..].Replace('.' + FormLists.Items, "", StringComparison.Ordinal);
        Focus(focus);
        return await ShowAsync(form.Values, await KeepAsync(form), searchIn: searchIn, asked: asked);
    }

    /// <summary>Takes a passage, or none, into the editor that asked. A passage that is not there any more changes nothing.</summary>
    private async Task<string?> QuoteAsync(FormValues values, bool takes, string rest)
    {
        var (key, name) = takes && rest.Split(':', 2) is [var first, var second] ? (first, second) : ("", rest);
        var context = await contexts.OfAsync(Item!, values, null, new(name, IsByQuestion: false), Cancellation);
        if (ItemForm.Describe(Item!.Basis, values, context).All.OfType<PassageChoice>().FirstOrDefault(choice => choice.Name == name) is not { } quote)
            return null;
        var passage = context.Passages?.Offers.FirstOrDefault(offer => offer.Key == key);
        if (!takes || passage is not null)
            PassageEditor.Take(quote.Values, passage);
        return name;
    }

    private static string AddMedia(FormValues values, string list) => FormLists.Add(values, $"{list}.{FormLists.Items}") is { } key ? $"{list}.{key}" : list;

    private async Task<IActionResult> PreviewAsync(EditForm form)
    {
        await keeping.KeepAsync(Item!, form.Values, Cancellation);
        await audit.AppendAsync([new(AuditActions.ContentPreviewed) { ContentItemId = Id, ContentType = Item!.Basis.ContentType, VersionId = Item.BasedOnVersionId ?? "", Title = Item.Basis.DisplayText }], Cancellation);
        var seal = previews.Seal(new(Id, Item.Basis.ContentType, null, CurrentUser.Name));
        return Redirect(links.GetPathByName(HttpContext, "Gongkai.Desk.Preview", new { seal })!);
    }

    private async Task<(string Text, bool IsSafe)> KeepAsync(EditForm form)
    {
        var kept = await keeping.KeepAsync(Item!, form.Values, Cancellation);
        return (kept.Text ?? kept.Fault!, kept.Fault is null);
    }

    private (string Text, bool IsSafe) SavedAt() => Item!.Latest?.ModifiedUtc is { } saved ? (L["已保存 {0}", contexts.TimeOf(saved)], true) : (L["还没有保存"], false);

    private async Task<IActionResult> ShowAsync(FormValues values, (string Text, bool IsSafe) state, IReadOnlyList<ValidationError>? errors = null, string faultTitle = "", string? searchIn = null, PassageRequest? asked = null)
    {
        var context = await contexts.OfAsync(Item!, values, searchIn, asked, Cancellation);
        Form = ItemForm.Describe(Item!.Basis, values, context, errors);
        ((SaveState, IsSafe), FaultTitle) = (state, faultTitle);
        Others = await keeping.SeeAsync(Item, Cancellation);
        Review = Item!.Latest is { } latest ? await work.FindAsync(latest, Cancellation) : null;
        Faults = errors is null ? [] : Listed(Form);
        Checks = Listed(ItemForm.Describe(Item.Basis, values, context, editing.Check(ItemForm.Bind(Item.Basis, values, context))));
        Outdated = Item.Latest is { } quoted ? await outdated.OfAsync(quoted, Cancellation) : [];
        Found = Item.Latest is { } stored ? await counts.OfAsync(stored, Cancellation) : null;
        var type = Form.Type.Definition.DisplayName is { Length: > 0 } name ? name : Form.Type.Name;
        Heading = Item.IsNew ? L["新建{0}", type] : L["编辑{0}", type];
        return Page();
    }

    private void Focus(string? name) => ViewData["Focus"] = name is null ? null : Editor.IdOf(name);

    private static bool IsOfTimes(EditorSection section) => section.Name is "PublishLaterPart" or "ArchiveLaterPart";

    private List<(string? Target, string Text)> Listed(EditorForm form) =>
    [
        .. form.Errors.Select(error => ((string?)null, error.Path.Length == 0 ? L.Of(error.Wording) : L["{0}：{1}", error.Path, error.Wording])),
        .. form.All.SelectMany(editor => editor.Errors.Select(error => ((string?)editor.Id, L.Of(error)))),
    ];
}
