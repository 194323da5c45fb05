using System.Globalization;
using Gongkai.Content;
using Gongkai.Desk.Publishing;
using Gongkai.Desk.Shell;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Desk.Pages.Content;

/// <summary>The three honest ways to take something back: by mistake, replaced, repealed; and what a withdrawn item's address answers.</summary>
[RequirePermission(Permissions.AccessAdminPanel)]
[RequirePermission(Permissions.PublishContent)]
internal sealed class WithdrawModel(ItemActions actions, Replacements replacements, IFormerAddresses addresses, SiteSettings site) : DeskPage
{
    public ItemRights Item { get; private set; } = null!;

    public WithdrawForm Form { get; private set; } = new();

    /// <summary>What may take the item's place, found for what was written.</summary>
    public IReadOnlyList<Replacement> Found { get; private set; } = [];

    public IReadOnlyList<ValidationError> Faults { get; private set; } = [];

    /// <summary>Whether the item is public, and not only its address to be changed.</summary>
    public bool IsPublished => Item.State.Published is not null;

    private CancellationToken Cancellation => HttpContext.RequestAborted;

    public async Task<IActionResult> OnGetAsync(string id)
    {
        if (await OpenAsync(id) is { } refusal)
            return refusal;
        Form = new() { On = site.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) };
        if (!IsPublished && await addresses.GetWithdrawalAsync(id, Cancellation) is { } stored)
            Form = WithdrawForm.Of(stored) with { On = Form.On };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, string? seen, string? find)
    {
        if (await OpenAsync(id) is { } refusal)
            return refusal;
        Form = WithdrawForm.Read(name => name == "way" && find is not null ? find : Request.Form[name].LastOrDefault());
        if (find is not null)
        {
            Found = await FindAsync();
            Faults = Found.Count == 0 ? [new(nameof(Form.Target), new("没有找到公开的内容。请换几个字，或粘贴它的地址。"))] : [];
            return Page();
        }

        var targetId = Form.Way is WithdrawForm.Replaced or WithdrawForm.Repealed ? await ChooseAsync() : null;
        if (Faults.Count > 0)
            return Page();
        var outcome = Form.Way switch
        {
            WithdrawForm.Mistake or WithdrawForm.Replaced => await actions.WithdrawAsync(Item, Form.ToWithdrawal(targetId), seen, Cancellation),
            WithdrawForm.Repealed => Form.ToRepeal(targetId, out var fault) is { } repeal ? await actions.RepealAsync(Item, repeal, seen, Cancellation) : new(false, [fault!]),
            _ => ActionOutcome.Refused(nameof(Form.Way), new("请选择一种办法。")),
        };
        if (outcome.IsForbidden)
            return StatusCode(StatusCodes.Status403Forbidden);
        Faults = outcome.Faults;
        if (!outcome.IsDone)
            return Page();
        Tell(Form.Way == WithdrawForm.Repealed ? L["已标明{0}，内容仍然公开。", Form.Validity] : IsPublished ? L["已撤下，读者看不到了。"] : L["已更改原地址的去向。"]);
        return RedirectToPage("/Content/History", new { id });
    }

    /// <summary>The faults at a field.</summary>
    public string FaultAt(params ReadOnlySpan<string> names)
    {
        var messages = new List<string>();
        foreach (var fault in Faults)
        {
            if (names.Contains(fault.Path))
                messages.Add(L.Of(fault.Wording));
        }

        return string.Join(' ', messages);
    }

    /// <summary>The faults that belong to no field of the page.</summary>
    public IEnumerable<string> OtherFaults => Faults
        .Where(fault => fault.Path is not (nameof(Withdrawal.TargetId) or nameof(Withdrawal.TargetPath) or nameof(Withdrawal.Explanation) or nameof(Form.Target) or nameof(Form.Way)
            or nameof(Repeal.Validity) or nameof(Repeal.On) or nameof(Repeal.Reason) or nameof(Repeal.ReplacedBy)))
        .Select(fault => L.Of(fault.Wording));

    private async Task<IActionResult?> OpenAsync(string id)
    {
        if (await actions.OpenAsync(id, Cancellation) is not { } item)
            return NotFound();
        Item = item;
        Heading = L["撤下或废止：{0}", item.Title];
        if (!item.MayPublish)
            return StatusCode(StatusCodes.Status403Forbidden);
        // What was never public has nothing to take back.
        return IsPublished || await addresses.GetWithdrawalAsync(id, Cancellation) is not null ? null : RedirectToPage("/Content/History", new { id });
    }

    /// <summary>What takes the item's place: one that was ticked, or the one that an address or an id names. Words alone are not enough: what they find is to be chosen.</summary>
    private async Task<string?> ChooseAsync()
    {
        if (Form.TargetId.Length > 0 && await replacements.FindExactAsync(Form.TargetId, Cancellation) is { } ticked)
            return ticked.Id;
        if (Form.Target.Length == 0)
            return null;
        if (await replacements.FindExactAsync(Form.Target, Cancellation) is { } exact)
            return exact.Id;
        Found = await FindAsync();
        Faults = [new(nameof(Form.Target), Found.Count == 0 ? new("没有找到公开的内容。请换几个字，或粘贴它的地址。") : new("请从找到的内容中选一条。"))];
        return null;
    }

    private Task<IReadOnlyList<Replacement>> FindAsync() => replacements.FindAsync(Form.Target, Cancellation);
}
