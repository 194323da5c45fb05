using Gongkai.Content;
using Gongkai.Desk.Recipes;
using Gongkai.Desk.Shell;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Desk.Pages.Recipes;

/// <summary>One recipe: what its check found, how far its run is, what came of it.</summary>
[RequirePermission(Permissions.Import)]
internal sealed class RunModel(IRecipeRuns runs, RecipeRights rights) : DeskPage
{
    /// <summary>How many things of a step are named.</summary>
    public const int MaxThings = 20;

    public RecipeRunRecord Run { get; private set; } = null!;

    public string? Fault { get; private set; }

    /// <summary>The steps that whoever looks may not run, in words; null when there are none.</summary>
    public string? Missing => rights.Missing(CurrentUser, Run.Steps) is { Count: > 0 } missing
        ? L["这个配方里有您不能做的步骤：{0}。请交给有这些权限的人运行。", string.Join('、', missing.Select(one => $"{one.Step}（{one.Permission}）"))]
        : null;

    public string State => RecipeTexts.StateOf(L, Run);

    /// <summary>How far it is, in words that change as it goes on.</summary>
    public string Progress => Run.Progress is { } at
        ? L["{0}，{1}%，已写入 {2} 条内容", RecipeTexts.StageOf(L, at.Stage), (int)(at.Fraction * 100), at.Items]
        : L["正在开始"];

    public double Fraction => Run.Progress?.Fraction ?? 0;

    public IActionResult OnGet(string id) => Load(id) ? Page() : NotFound();

    /// <summary>What a script asks for while the run goes on.</summary>
    public IActionResult OnGetState(string id) => Load(id)
        ? new JsonResult(new { isUnderWay = Run.IsUnderWay, state = State, progress = Progress, fraction = Fraction })
        : NotFound();

    public IActionResult OnPostCheck(string id) => Begin(id, checkOnly: true);

    public IActionResult OnPostRun(string id)
    {
        if (!Load(id))
            return NotFound();
        if (Missing is not { } missing)
            return Begin(id, checkOnly: false);
        (Fault, Response.StatusCode) = (missing, StatusCodes.Status403Forbidden);
        return Page();
    }

    private IActionResult Begin(string id, bool checkOnly)
    {
        try
        {
            runs.Begin(id, checkOnly, CurrentUser);
            return RedirectToPage(new { id });
        }
        catch (RecipeRunRefusedException refused) when (Load(id))
        {
            Fault = RecipeTexts.RefusalOf(L, refused);
            Response.StatusCode = refused.Refusal == RecipeRunRefusal.Busy ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
            return Page();
        }
        catch (RecipeRunRefusedException)
        {
            return NotFound();
        }
    }

    private bool Load(string id)
    {
        if (runs.Find(id) is not { } run)
            return false;
        (Run, Heading) = (run, run.File);
        return true;
    }
}
