using Gongkai.Content;
using Gongkai.Desk.Definitions;
using Gongkai.Desk.Shell;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Desk.Pages.ContentTypes;

/// <summary>A new content type.</summary>
[RequirePermission(Permissions.EditContentTypes)]
internal sealed class NewModel(IDefinitionChanges changes, IContentDefinitions definitions) : DefinitionPage(changes, definitions)
{
    /// <summary>The parts that most types have, with keys of the desk's texts.</summary>
    public static IReadOnlyList<(string Part, string Label)> Parts { get; } =
        [("TitlePart", "标题"), ("AutoroutePart", "网址"), ("MarkdownBodyPart", "正文（Markdown）"), ("HtmlBodyPart", "正文（HTML）")];

    public string Name { get; private set; } = "";

    public string DisplayName { get; private set; } = "";

    public IReadOnlyList<string> Chosen { get; private set; } = ["TitlePart", "AutoroutePart", "MarkdownBodyPart"];

    public IReadOnlyList<string> Flags { get; private set; } = ["Creatable", "Listable", "Draftable", "Versionable"];

    public void OnGet() => Heading = L["新的内容类型"];

    public async Task<IActionResult> OnPostAsync(string? name, string? displayName, string[] parts, string[] flags)
    {
        Heading = L["新的内容类型"];
        (Name, DisplayName, Chosen, Flags) = (name?.Trim() ?? "", displayName?.Trim() ?? "", parts, flags);
        if (DefinitionSteps.FaultOfName(Name) is { } nameFault)
            Faults["name"] = L[nameFault];
        else if (Definitions.Types.Keys.Concat(Definitions.Parts.Keys).Concat(ContentKinds.PartNames).Contains(Name, StringComparer.OrdinalIgnoreCase))
            Faults["name"] = L["已经有叫这个名称的类型或部件，请换一个。"];
        if (DefinitionSteps.FaultOfDisplayName(DisplayName) is { } fault)
            Faults["displayName"] = L[fault];
        if (Faults.Count > 0)
            return Refuse();
        var chosen = Parts.Select(part => part.Part).Where(parts.Contains);
        return await ShowAsync(Name, L["新的内容类型“{0}”", DisplayName], DefinitionSteps.New(Name, DisplayName, chosen, flags));
    }
}
