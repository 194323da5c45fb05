using System.Globalization;
using System.Text.Json.Nodes;
using Gongkai.Content;
using Gongkai.Desk.Recipes;
using Gongkai.Desk.Shell;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Desk.Pages.Export;

/// <summary>Content and definitions as a recipe: whole, by type, or some items.</summary>
[RequirePermission(Permissions.Export)]
internal sealed class IndexModel(IRecipeExports exports, IContentDefinitions definitions, IAuditTrail audit, TimeProvider time) : DeskPage
{
    private static readonly char[] Separators = [' ', '\n', '\r', '\t', ',', '，', '、', ';', '；'];

    public IReadOnlyList<ContentTypeDefinition> Types { get; private set; } = [];

    public string What { get; private set; } = "all";

    public IReadOnlyList<string> Chosen { get; private set; } = [];

    public string Items { get; private set; } = "";

    public string? Fault { get; private set; }

    /// <summary>A list can lead here with its chosen items: <c>?id=…&amp;id=…</c>.</summary>
    public void OnGet(string[] id, string[] type)
    {
        Load();
        (Items, Chosen) = (string.Join('\n', id.Take(RecipeExportScope.MaxItems)), type);
        What = id.Length > 0 ? "items" : type.Length > 0 ? "types" : "all";
    }

    public async Task<IActionResult> OnPostAsync(string? what, string[] types, string? items)
    {
        Load();
        (What, Chosen, Items) = (what is "types" or "items" ? what : "all", types, items ?? "");
        var ids = Items.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).ToList();
        RecipeExportScope scope = What switch { "types" => new(types, []), "items" => new([], ids), _ => new([], []) };
        if (await FaultOfAsync(scope) is { } fault)
        {
            Fault = fault;
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"gongkai-{time.GetUtcNow():yyyyMMdd-HHmmss}.recipe.json");
        await audit.AppendAsync([new(AuditActions.RecipeExported) { Title = name, Details = DetailsOf(scope) }], HttpContext.RequestAborted);
        return new StreamedRecipe(name, (stream, cancellation) => exports.WriteAsync(stream, scope, item => Can(Permissions.ViewContent, item), cancellation));
    }

    private async Task<string?> FaultOfAsync(RecipeExportScope scope)
    {
        if (What == "types" && scope.ContentTypes.Count == 0)
            return L["请至少选择一个内容类型。"];
        if (What == "items" && scope.ContentItemIds.Count == 0)
            return L["请写出要导出的内容的编号。"];
        if (scope.ContentItemIds.Count > RecipeExportScope.MaxItems)
            return L["一次最多导出 {0} 条指定的内容，请分几次，或按类型导出。", RecipeExportScope.MaxItems];
        var unknown = await exports.FindUnknownAsync(scope, HttpContext.RequestAborted);
        return unknown.Count == 0 ? null : L["没有这些类型或内容：{0}", string.Join('、', unknown.Take(10).Select(ShortText.Of))];
    }

    private static JsonObject DetailsOf(RecipeExportScope scope)
    {
        var details = new JsonObject();
        if (scope.ContentTypes.Count > 0)
            details["types"] = new JsonArray([.. scope.ContentTypes.Select(type => JsonValue.Create(type))]);
        if (scope.ContentItemIds.Count > 0)
            details["items"] = new JsonArray([.. scope.ContentItemIds.Select(id => JsonValue.Create(id))]);
        return details;
    }

    private void Load()
    {
        Heading = L["导出"];
        Types = [.. definitions.Current.Types.Values.OrderBy(type => type.DisplayName, StringComparer.Ordinal)];
    }
}
