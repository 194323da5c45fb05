using System.Text.Json.Nodes;
using Gongkai.Content;
using Gongkai.Desk.Definitions;
using Gongkai.Desk.Shell;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Desk.Pages.ContentTypes;

/// <summary>One field of a type's part: a new one (first its name and kind, then its settings) or one that is there.</summary>
[RequirePermission(Permissions.EditContentTypes)]
internal sealed class FieldModel(IDefinitionChanges changes, IContentDefinitions definitions, Taxonomies taxonomies) : DefinitionPage(changes, definitions)
{
    private const string Shown = "ContentPartFieldSettings";

    public ContentTypeDefinition Type { get; private set; } = null!;

    public string Part { get; private set; } = "";

    /// <summary>The field that is there; null for a new one.</summary>
    public ContentFieldDefinition? Existing { get; private set; }

    public string Field { get; private set; } = "";

    public string? Kind { get; private set; }

    public string DisplayName { get; private set; } = "";

    public Dictionary<string, string> Values { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<FieldSetting> Settings => Kind is { } kind ? FieldSettings.Of(kind) : [];

    public IEnumerable<TaxonomyTree> Trees => taxonomies.Current.ById.Values.OrderBy(tree => tree.Title, StringComparer.Ordinal);

    public IEnumerable<ContentTypeDefinition> Types => Definitions.Types.Values.OrderBy(type => type.DisplayName, StringComparer.Ordinal);

    public IActionResult OnGet(string name, string? part, string? field, string? kind, string? newName, string? displayName)
    {
        if (!Load(name, part, field))
            return NotFound();
        if (Existing is { } existing)
        {
            DisplayName = existing.Settings.Text(Shown, "DisplayName") ?? existing.Name;
            foreach (var setting in Settings)
                Values[setting.Key] = FieldSettings.ValueOf(setting, existing.Settings);
            return Page();
        }

        if (kind is null)
            return Page();
        (Field, DisplayName) = (newName?.Trim() ?? "", displayName?.Trim() ?? "");
        if (!CheckNew(kind))
            return Refuse();
        Kind = kind;
        foreach (var setting in Settings)
            Values[setting.Key] = FieldSettings.ValueOf(setting, DefinitionSettings.None);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string name, string? part, string? field, string? kind, string? newName, string? displayName)
    {
        if (!Load(name, part, field))
            return NotFound();
        DisplayName = displayName?.Trim() ?? "";
        if (Existing is null)
        {
            Field = newName?.Trim() ?? "";
            if (!CheckNew(kind ?? ""))
                return Refuse();
            Kind = kind;
        }
        else if (DefinitionSteps.FaultOfDisplayName(DisplayName) is { } fault)
        {
            Faults["displayName"] = L[fault];
        }

        var settings = new JsonObject { [Shown] = new JsonObject { ["DisplayName"] = DisplayName } };
        foreach (var setting in Settings)
        {
            var given = string.Join('\n', Request.Form[setting.Key].OfType<string>());
            Values[setting.Key] = given;
            if (FieldSettings.Write(setting, given, settings) is { } fault)
                Faults[setting.Key] = L[fault];
        }

        if (Faults.Count > 0)
            return Refuse();
        var title = Existing is null ? L["给“{0}”加上字段“{1}”", Type.DisplayName, DisplayName] : L["修改“{0}”的字段“{1}”", Type.DisplayName, DisplayName];
        return await ShowAsync(name, title, DefinitionSteps.SetField(Type, Part, Field, Kind!, settings));
    }

    public async Task<IActionResult> OnPostRemoveAsync(string name, string? part, string? field)
    {
        if (!Load(name, part, field) || Existing is null)
            return NotFound();
        return await ShowAsync(name, L["从“{0}”去掉字段“{1}”", Type.DisplayName, Field], DefinitionSteps.RemoveField(Definitions.Parts[Part], Field));
    }

    private bool Load(string name, string? part, string? field)
    {
        if (part is null || Definitions.FindType(name) is not { } type || ContentKinds.FindPart(part) is not null || (part != name && type.Definition.Parts.All(one => one.PartName != part)))
            return false;
        (Type, Part) = (type.Definition, part);
        Heading = L["“{0}”的新字段", Type.DisplayName];
        if (field is null)
            return true;
        Existing = Definitions.Parts.GetValueOrDefault(part)?.Fields.FirstOrDefault(one => one.Name == field);
        (Field, Kind) = (field, Existing?.FieldName);
        Heading = L["“{0}”的字段 {1}", Type.DisplayName, ShortText.Of(field)];
        return Existing is not null;
    }

    private bool CheckNew(string kind)
    {
        if (DefinitionSteps.FaultOfName(Field) is { } fault)
            Faults["newName"] = L[fault];
        else if (Definitions.Parts.GetValueOrDefault(Part)?.Fields.Any(one => string.Equals(one.Name, Field, StringComparison.OrdinalIgnoreCase)) == true)
            Faults["newName"] = L["这个部件里已经有叫这个名称的字段，请换一个。"];
        if (DefinitionSteps.FaultOfDisplayName(DisplayName) is { } display)
            Faults["displayName"] = L[display];
        if (ContentKinds.FindField(kind) is null)
            Faults["kind"] = L["请从列表中选择。"];
        return Faults.Count == 0;
    }
}
