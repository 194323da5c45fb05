using Gongkai.Content;
using Gongkai.Desk.Recipes;
using Gongkai.Desk.Shell;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Desk.Pages.Recipes;

/// <summary>Recipes: those of the site, an upload, past runs.</summary>
[RequirePermission(Permissions.Import)]
[UploadLimit]
internal sealed class IndexModel(IRecipeRuns runs) : DeskPage
{
    public IReadOnlyList<SiteRecipe> Recipes { get; private set; } = [];

    public IReadOnlyList<RecipeRunRecord> Runs { get; private set; } = [];

    public string? Fault { get; private set; }

    public void OnGet() => Load();

    public async Task<IActionResult> OnPostUploadAsync(IFormFile? file)
    {
        if (file is null)
            return Refuse(new(RecipeRunRefusal.WrongKind));
        try
        {
            await using var content = file.OpenReadStream();
            return RedirectToPage("/Recipes/Run", new { id = await runs.UploadAsync(file.FileName, content, CurrentUser, HttpContext.RequestAborted) });
        }
        catch (RecipeRunRefusedException refused)
        {
            return Refuse(refused);
        }
    }

    public IActionResult OnPostChoose(string? name)
    {
        try
        {
            return RedirectToPage("/Recipes/Run", new { id = runs.Choose(name ?? "", CurrentUser) });
        }
        catch (RecipeRunRefusedException refused)
        {
            return Refuse(refused);
        }
    }

    private PageResult Refuse(RecipeRunRefusedException refused)
    {
        Load();
        Fault = RecipeTexts.RefusalOf(L, refused);
        Response.StatusCode = refused.Refusal == RecipeRunRefusal.Busy ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        return Page();
    }

    private void Load() => (Heading, Recipes, Runs) = (L["配方"], runs.FindRecipes(), runs.List());
}
