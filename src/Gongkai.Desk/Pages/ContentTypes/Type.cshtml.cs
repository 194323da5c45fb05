using Gongkai.Content;
using Gongkai.Desk.Definitions;
using Gongkai.Desk.Shell;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Desk.Pages.ContentTypes;

/// <summary>One content type: what it can be, its parts and their fields.</summary>
[RequirePermission(Permissions.ViewContentTypes)]
internal sealed class TypeModel(IDefinitionChanges changes, IContentDefinitions definitions) : DefinitionPage(changes, definitions)
{
    public ContentTypeDefinition Type { get; private set; } = null!;

    public ResolvedType Resolved { get; private set; } = null!;

    public IReadOnlyList<string> NewParts { get; private set; } = [];

    public string DisplayName { get; private set; } = "";

    public bool CanEdit => Can(Permissions.EditContentTypes);

    /// <summary>Other types that have a part, too: its fields are theirs as well.</summary>
    public IReadOnlyList<string> SharedBy(TypePart part) =>
        [.. Definitions.Types.Values.Where(type => type.Name != Type.Name && type.Parts.Any(one => one.PartName == part.Definition.PartName)).Select(type => type.DisplayName).Order(StringComparer.Ordinal)];

    public IActionResult OnGet(string name) => Load(name) ? Page() : NotFound();

    [RequirePermission(Permissions.EditContentTypes)]
    public async Task<IActionResult> OnPostChangeAsync(string name, string? displayName, string[] flags)
    {
        if (!Load(name))
            return NotFound();
        DisplayName = displayName?.Trim() ?? "";
        if (DefinitionSteps.FaultOfDisplayName(DisplayName) is { } fault)
        {
            Faults["displayName"] = L[fault];
            return Refuse();
        }

        return await ShowAsync(name, L["修改“{0}”", Type.DisplayName], DefinitionSteps.Change(name, DisplayName, flags));
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

    [RequirePermission(Permissions.EditContentTypes)]
    public async Task<IActionResult> OnPostDeleteAsync(string name) =>
        Load(name) ? await ShowAsync(name, L["删除内容类型“{0}”", Type.DisplayName], DefinitionSteps.Delete(Definitions, name)) : NotFound();

    private bool Load(string name)
    {
        if (Definitions.FindType(name) is not { } type)
            return false;
        (Resolved, Type, DisplayName, Heading) = (type, type.Definition, type.Definition.DisplayName, type.Definition.DisplayName);
        NewParts = [.. DefinitionSteps.PartsFor(Definitions, name)];
        return true;
    }
}
