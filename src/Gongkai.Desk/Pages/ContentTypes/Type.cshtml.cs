using Gongkai.Content;
using Gongkai.Desk.Definitions;
using Gongkai.Desk.Shell;
using Gongkai.Review.Graphs;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Desk.Pages.ContentTypes;

/// <summary>One content type: what it can be, its parts and their fields.</summary>
[RequirePermission(Permissions.ViewContentTypes)]
internal sealed class TypeModel(IDefinitionChanges changes, IContentDefinitions definitions, ReviewGraphs graphs) : DefinitionPage(changes, definitions)
{
    public ContentTypeDefinition Type { get; private set; } = null!;

    public ResolvedType Resolved { get; private set; } = null!;

    public IReadOnlyList<string> NewParts { get; private set; } = [];

    public string DisplayName { get; private set; } = "";

    /// <summary>The graph by which its items are reviewed; empty for none.</summary>
    public string Graph { get; private set; } = "";

    /// <summary>The graphs that there are, with what people call them.</summary>
    public IReadOnlyList<(string Name, string Label)> Graphs =>
        [.. graphs.Names.Append(Graph).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal).Select(name => (name, graphs.Find(name).Graph?.DisplayName ?? L["{0}（不能用）", name]))];

    public bool CanEdit => Can(Permissions.EditContentTypes);

    /// <summary>The type's own parts as editors meet them.</summary>
    public IReadOnlyList<TypePart> Parts { get; private set; } = [];

    /// <summary>The type as the page shows it: what is moved is moved in this one.</summary>
    public string Seen { get; private set; } = "";

    /// <summary>Why nothing was moved.</summary>
    public string? Fault { get; private set; }

    /// <summary>Other types that have a part, too: its fields are theirs as well.</summary>
    public IReadOnlyList<string> SharedBy(TypePart part) =>
        [.. Definitions.Types.Values.Where(type => type.Name != Type.Name && type.Parts.Any(one => one.PartName == part.Definition.PartName)).Select(type => type.DisplayName).Order(StringComparer.Ordinal)];

    public IActionResult OnGet(string name) => Load(name) ? Page() : NotFound();

    [RequirePermission(Permissions.EditContentTypes)]
    public async Task<IActionResult> OnPostChangeAsync(string name, string? displayName, string[] flags, string? graph)
    {
        if (!Load(name))
            return NotFound();
        DisplayName = displayName?.Trim() ?? "";
        // "None" comes as an empty text, which binding takes for nothing.
        graph ??= Request.Form.ContainsKey(nameof(graph)) ? "" : null;
        if (DefinitionSteps.FaultOfDisplayName(DisplayName) is { } fault)
        {
            Faults["displayName"] = L[fault];
            return Refuse();
        }

        if (graph is { Length: > 0 } && Graphs.All(one => one.Name != graph))
        {
            Faults["graph"] = L["请从列表中选择。"];
            return Refuse();
        }

        return await ShowAsync(name, L["修改“{0}”", Type.DisplayName], DefinitionSteps.Change(name, DisplayName, flags, graph == Graph ? null : graph));
    }

    [RequirePermission(Permissions.EditContentTypes)]
    public async Task<IActionResult> OnPostAddPartAsync(string name, string? part)
    {
        if (!Load(name))
            return NotFound();
        if (part is null || !NewParts.Contains(part))
        {
            Faults["part"] = L["请从列表中选择。"];
            return Refuse();
        }

        return await ShowAsync(name, L["给“{0}”加上部件 {1}", Type.DisplayName, part], DefinitionSteps.AddPart(Type, part));
    }

    [RequirePermission(Permissions.EditContentTypes)]
    public async Task<IActionResult> OnPostRemovePartAsync(string name, string? part)
    {
        if (!Load(name) || Type.Parts.All(one => one.Name != part))
            return NotFound();
        return await ShowAsync(name, L["从“{0}”去掉部件 {1}", Type.DisplayName, part], DefinitionSteps.RemovePart(Type, part!));
    }

    /// <summary>Moves a part, or a field within its part, one place. It is done at once: nothing is lost by it.</summary>
    /// <param name="name">The type.</param>
    /// <param name="seen">The type's fingerprint when it was looked at.</param>
    /// <param name="step">What is moved: <c>Up:TitlePart</c> or <c>Down:Notice:Number</c>.</param>
    [RequirePermission(Permissions.EditContentTypes)]
    public async Task<IActionResult> OnPostMoveAsync(string name, string? seen, string? step)
    {
        if (!Load(name))
            return NotFound();
        var words = (step ?? "").Split(':');
        var by = words[0] switch { "Up" => -1, "Down" => 1, _ => 0 };
        var change = words switch
        {
            [_, var part] => DefinitionSteps.MovePart(Type, part, by),
            [_, var part, var field] when Type.Parts.Any(one => one.PartName == part) && Definitions.Parts.TryGetValue(part, out var definition) => DefinitionSteps.MoveField(definition, field, by),
            _ => null,
        };
        if (change is null || string.IsNullOrEmpty(seen))
            return NotMoved(L["已经在最前或最后，或者已经没有这一项。没有移动。"], StatusCodes.Status400BadRequest);
        try
        {
            var report = await Changes.SaveAsync(change, name, seen, HttpContext.RequestAborted);
            return report.Succeeded
                ? RedirectToPage(null, null, new { name }, "move-" + Uri.EscapeDataString(string.Join('-', words[1..])))
                : NotMoved(report.Problems.First(problem => problem.Severity == RecipeSeverity.Error).Message, StatusCodes.Status400BadRequest);
        }
        catch (DefinitionConflictException)
        {
            return NotMoved(L["内容类型“{0}”刚刚被别人改过，没有保存。请看过现在的定义再改。", ShortText.Of(name)], StatusCodes.Status409Conflict);
        }
    }

    /// <summary>The type as it is, as a recipe.</summary>
    public IActionResult OnPostRecipe(string name) =>
        Load(name) ? File(Changes.ToRecipe(DefinitionSteps.Whole(Definitions, Type)), "application/json", $"{name}.recipe.json") : NotFound();

    [RequirePermission(Permissions.EditContentTypes)]
    public async Task<IActionResult> OnPostDeleteAsync(string name) =>
        Load(name) ? await ShowAsync(name, L["删除内容类型“{0}”", Type.DisplayName], DefinitionSteps.Delete(Definitions, name)) : NotFound();

    private PageResult NotMoved(string fault, int status)
    {
        // What is there now, not what was when the form was made.
        Load(Type.Name);
        (Fault, Response.StatusCode) = (fault, status);
        return Page();
    }

    private bool Load(string name)
    {
        if (Definitions.FindType(name) is not { } type)
            return false;
        (Resolved, Type, DisplayName, Heading) = (type, type.Definition, type.Definition.DisplayName, type.Definition.DisplayName);
        Graph = ReviewGraphs.NameFor(Type) ?? "";
        NewParts = [.. DefinitionSteps.PartsFor(Definitions, name)];
        Parts =
        [
            .. DefinitionOrder.Of(type.Parts.Where(part => type.Definition.Parts.Contains(part.Definition)), part => part.Definition.Settings, DefinitionOrder.PartGroup)
                .Select(part => part with { Fields = [.. DefinitionOrder.Of(part.Fields, field => field.Definition.Settings, DefinitionOrder.FieldGroup)] }),
        ];
        Seen = DefinitionFingerprint.Of(Definitions, name);
        return true;
    }
}
