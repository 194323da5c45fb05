using Gongkai.Content;
using Gongkai.Desk.Shell;
using Gongkai.Desk.Terms;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Desk.Pages.Terms;

/// <summary>One taxonomy as a tree whose terms can be moved step by step.</summary>
[RequirePermission(Permissions.ManageTaxonomies)]
internal sealed class TreeModel(IContentReader reader, IContentManager manager, ITermUses uses) : TaxonomyPage(reader, manager)
{
    public IReadOnlyDictionary<string, int> Uses { get; private set; } = new Dictionary<string, int>();

    public async Task<IActionResult> OnGetAsync(string id)
    {
        if (!await LoadAsync(id))
            return NotFound();
        Uses = await uses.CountAsync(id, HttpContext.RequestAborted);
        return Page();
    }

    /// <summary>Moves a term.</summary>
    /// <param name="id">The taxonomy.</param>
    /// <param name="version">The version that the editor saw.</param>
    /// <param name="step">The step and the term: <c>Up:topic-01</c>.</param>
    public async Task<IActionResult> OnPostMoveAsync(string id, string? version, string? step)
    {
        if (!await LoadAsync(id))
            return NotFound();
        var parts = (step ?? "").Split(':', 2);
        TaxonomyFault? fault = parts.Length == 2 && Enum.TryParse<TermStep>(parts[0], out var wanted) && Enum.IsDefined(wanted) ? Editing.Move(parts[1], wanted) : TaxonomyFault.UnknownTerm;
        if (await SaveAsync(fault, version))
            return RedirectToPage(null, null, new { id }, "term-" + Uri.EscapeDataString(parts[1]));
        Uses = await uses.CountAsync(id, HttpContext.RequestAborted);
        return Page();
    }
}
