using Gongkai.Content;
using Gongkai.Desk.Checking;
using Gongkai.Desk.Publishing;
using Gongkai.Desk.Shell;
using Gongkai.Review.Checks;
using Gongkai.Review.Checks.Personal;
using Gongkai.Review.Checks.Running;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Desk.Pages.Content;

/// <summary>What the checks found in an item's newest version, each with its place; hiding personal data, confirming files that no check could read.</summary>
[RequirePermission(Permissions.AccessAdminPanel)]
[RequirePermission(Permissions.ViewContent)]
internal sealed class ChecksModel(ItemActions actions, ContentChecks checks, FindingPlaces places, Confirmations confirmations, MaskedItems masked) : DeskPage
{
    /// <summary>What one click hides unless somebody chooses otherwise: a landline is the office's more often than not.</summary>
    private static readonly PersonalKind[] Usual = [PersonalKind.IdentityNumber, PersonalKind.BankCard, PersonalKind.MobileNumber, PersonalKind.HomeAddress, PersonalKind.Name];

    private Func<Finding, string?> _inForm = _ => null;

    public ItemRights Item { get; private set; } = null!;

    public CheckReport Report { get; private set; } = null!;

    public string Fault { get; private set; } = "";

    public string Seen => Report.Item.ContentItemVersionId;

    /// <summary>The sorts of personal data that can be hidden here, each with how often it was found.</summary>
    public IReadOnlyList<(PersonalKind Kind, string Label, int Count)> Maskable =>
        [.. Report.Findings.Where(finding => finding.CanMend).GroupBy(finding => finding.Check).Select(found => (KindOf(found.Key), L[CheckLabels.Of(found.Key)], found.Count()))];

    private CancellationToken Cancellation => HttpContext.RequestAborted;

    public static bool IsUsual(PersonalKind kind) => Usual.Contains(kind);

    public Task<IActionResult> OnGetAsync(string id) => ShowAsync(id);

    [RequirePermission(Permissions.EditContent)]
    public async Task<IActionResult> OnPostMaskAsync(string id, string? seen, PersonalKind[] kinds)
    {
        if (await OpenAsync(id, seen) is { } refusal)
            return refusal;
        try
        {
            var outcome = await masked.MaskAsync(Report.Item, kinds.Where(Enum.IsDefined).ToHashSet(), Cancellation);
            if (outcome.Faults.Count > 0)
                return await ShowAsync(id, string.Join(' ', outcome.Faults.Select(fault => L.Of(fault.Wording))));
            TellOf(outcome);
        }
        catch (ContentConflictException)
        {
            return await ShowAsync(id, L["别人刚刚改过这条内容，没有处理。请看过新的版本后再试。"]);
        }

        return RedirectToPage("/Content/Checks", null, new { id });
    }

    [RequirePermission(Permissions.EditContent)]
    public async Task<IActionResult> OnPostConfirmAsync(string id, string? seen, string? file, string? hash, bool looked)
    {
        if (await OpenAsync(id, seen) is { } refusal)
            return refusal;
        var unread = Report.Findings.Select(finding => finding.ToConfirm).FirstOrDefault(one => one is not null && one.Path == file && one.Hash == hash && one.Hash.Length > 0);
        if (unread is null)
            return await ShowAsync(id, L["文件已经换过，或已经确认过，没有记录。请看现在的列表。"]);
        if (!looked)
            return await ShowAsync(id, L["请先打开文件看过，勾选“我已从头到尾看过”，再确认。"]);
        await confirmations.AddAsync(Report.Item, unread, Cancellation);
        Tell(L["已记录：您看过“{0}”，确认可以公开。只对这一版和这个文件有效。", unread.Path]);
        return RedirectToPage("/Content/Checks", null, new { id });
    }

    /// <summary>Where a finding is in the edit page; null for whoever may not edit.</summary>
    public string? AddressOf(Finding finding) =>
        Item.MayEdit && Url.Page("/Content/Edit", new { id = Item.Id }) is { } edit ? _inForm(finding) is { } anchor ? $"{edit}#{anchor}" : edit : null;

    public string PlaceOf(Finding finding) => places.Words(finding.Place, finding.ToConfirm is not null);

    /// <summary>Whether what was found says more than the message does.</summary>
    public bool ShowsExcerpt(Finding finding) => finding.Excerpt.Length > 0 && finding.ToConfirm is null && !L.Of(finding.Message).Contains(finding.Excerpt, StringComparison.Ordinal);

    private static PersonalKind KindOf(string check) => check switch
    {
        CheckNames.IdentityNumber => PersonalKind.IdentityNumber,
        CheckNames.BankCard => PersonalKind.BankCard,
        CheckNames.MobileNumber => PersonalKind.MobileNumber,
        CheckNames.LandlineNumber => PersonalKind.LandlineNumber,
        CheckNames.HomeAddress => PersonalKind.HomeAddress,
        _ => PersonalKind.Name,
    };

    private void TellOf(MaskingOutcome outcome)
    {
        var said = outcome.Hidden == 0 ? L["没有可以隐去的内容。"] : L["隐去了 {0} 处，存成了新的草稿。", outcome.Hidden];
        foreach (var file in outcome.Files)
        {
            said += L["附件换成了“{0}”。", file.After] + (file.IsStillPublic ? L["原文件“{0}”还公开着：发布这一版之后公众才打不开。", file.Before] : L["原文件“{0}”留在媒体库里，公众打不开，不用的请删除。", file.Before]);
        }

        foreach (var reason in outcome.Unmasked)
            said += L["没有处理 {0}", reason];
        Tell(said, outcome.Unmasked.Count > 0 || outcome.Files.Any(file => file.IsStillPublic) ? MessageKind.Warn : MessageKind.Good);
    }

    /// <summary>Opens the item for a change of it.</summary>
    private async Task<IActionResult?> OpenAsync(string id, string? seen)
    {
        if (await actions.OpenAsync(id, Cancellation) is not { IsDeleted: false } item)
            return NotFound();
        if (!item.MayEdit)
            return StatusCode(StatusCodes.Status403Forbidden);
        (Item, Report) = (item, await checks.RunAsync(item.State.Latest!, Cancellation));
        return Seen == seen ? null : await ShowAsync(id, L["别人刚刚改过这条内容，没有处理。请看过新的版本后再试。"]);
    }

    private async Task<IActionResult> ShowAsync(string id, string fault = "")
    {
        if (await actions.OpenAsync(id, Cancellation) is not { IsDeleted: false } item)
            return NotFound();
        (Item, Fault) = (item, fault);
        Report = await checks.RunAsync(item.State.Latest!, Cancellation);
        _inForm = await places.InFormAsync(Report.Item, Cancellation);
        Heading = L["发布前检查：{0}", item.Title];
        return Page();
    }
}
