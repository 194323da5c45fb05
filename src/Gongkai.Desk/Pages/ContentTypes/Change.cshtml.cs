using System.Text.Json;
using System.Text.Json.Nodes;
using Gongkai.Content;
using Gongkai.Desk.Shell;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Desk.Pages.ContentTypes;

/// <summary>Makes a change of definitions that was shown, or gives it as a recipe.</summary>
[RequirePermission(Permissions.EditContentTypes)]
internal sealed class ChangeModel(IDefinitionChanges changes, IContentDefinitions definitions) : DeskPage
{
    private const int MaxStep = 4 * 1024 * 1024;

    public string? Fault { get; private set; }

    public string? Type { get; private set; }

    public string BackUrl => Type is { } type && definitions.Current.Types.ContainsKey(type) ? Url.Page("/ContentTypes/Type", new { name = type })! : Url.Page("/ContentTypes/Index")!;

    public IActionResult OnGet() => RedirectToPage("/ContentTypes/Index");

    public async Task<IActionResult> OnPostSaveAsync(string? type, string? seen, string? step, bool agreed)
    {
        (Type, Heading) = (type, L["内容类型"]);
        if (Read(step) is not { } change || type is null || seen is null)
            return Refuse(L["表单不完整，请重新打开这一页。"]);
        if (change.Flag("force") && !agreed)
            return Refuse(L["请先勾选“我知道这些数据将不再公开”。"]);
        try
        {
            var report = await changes.SaveAsync(change, type, seen, HttpContext.RequestAborted);
            if (!report.Succeeded)
                return Refuse(report.Problems.First(problem => problem.Severity == RecipeSeverity.Error).Message);
        }
        catch (DefinitionConflictException)
        {
            return Refuse(L["内容类型“{0}”刚刚被别人改过，没有保存。请看过现在的定义再改。", ShortText.Of(type)], StatusCodes.Status409Conflict);
        }
        catch (ArgumentException)
        {
            return Refuse(L["表单不完整，请重新打开这一页。"]);
        }

        Tell(L["已保存。"]);
        return LocalRedirect(BackUrl);
    }

    public IActionResult OnPostRecipe(string? type, string? step)
    {
        (Type, Heading) = (type, L["内容类型"]);
        try
        {
            return Read(step) is { } change ? File(changes.ToRecipe(change), "application/json", "definitions.recipe.json") : Refuse(L["表单不完整，请重新打开这一页。"]);
        }
        catch (ArgumentException)
        {
            return Refuse(L["表单不完整，请重新打开这一页。"]);
        }
    }

    private PageResult Refuse(string fault, int status = StatusCodes.Status400BadRequest)
    {
        (Fault, Response.StatusCode) = (fault, status);
        return Page();
    }

    /// <summary>The step of a form: it may be anything by now.</summary>
    private static JsonObject? Read(string? step)
    {
        if (step is null or { Length: > MaxStep })
            return null;
        try
        {
            return JsonNode.Parse(step, documentOptions: new() { AllowDuplicateProperties = false }) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
