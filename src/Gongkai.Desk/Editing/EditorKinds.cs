using System.Collections.Frozen;
using Gongkai.Content;

namespace Gongkai.Desk.Editing;

/// <summary>The editors by the names that field and part kinds ask for.</summary>
internal static class EditorKinds
{
    /// <summary>The name of kinds that have nothing to edit.</summary>
    public const string None = "none";

    private static readonly FrozenDictionary<string, ValueEditor> Editors = new ValueEditor[]
    {
        new TextEditor(), new MultiTextEditor(), MarkupEditor.Markdown, MarkupEditor.Html, new DateEditor(), new InstantEditor(), new TimeEditor(), new NumberEditor(),
        new CheckboxEditor(), new LinkEditor(), new TaxonomyEditor(), new PickerEditor(), new PassageEditor(), new MediaEditor(),
        new TitleEditor(), new RouteEditor(), new AliasEditor(), new BagEditor(), new ContainedEditor(), new CommonEditor(), new ScheduleEditor(),
        new NoteEditor("list", "列表里的内容各自在它们的编辑页上选择这个列表。"),
        new NoteEditor("tree", "分类的各项在“分类”页面里增改和移动。"),
    }.ToFrozenDictionary(editor => editor.Name, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> PartLabels = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["TitlePart"] = "标题",
        ["AutoroutePart"] = "地址",
        ["AliasPart"] = "别名",
        ["MarkdownBodyPart"] = "正文",
        ["HtmlBodyPart"] = "正文",
        ["ListPart"] = "列表",
        ["TaxonomyPart"] = "分类各项",
        ["CommonPart"] = "所有者",
        ["PublishLaterPart"] = "定时发布",
        ["ArchiveLaterPart"] = "定时归档撤下",
        ["ContainedPart"] = "所在列表",
        ["InterpretationPlan"] = "解读计划",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The names of all editors.</summary>
    public static IEnumerable<string> Names => Editors.Keys;

    /// <summary>An editor by name, or null.</summary>
    public static ValueEditor? Find(string name) => Editors.GetValueOrDefault(name);

    /// <summary>What people call a type's part.</summary>
    public static string LabelOf(TypePart part, ResolvedType type, EditorContext context) =>
        part.Definition.Settings.Text("ContentTypePartSettings", "DisplayName") is { Length: > 0 } given ? given
        : PartLabels.TryGetValue(part.Definition.PartName, out var label) ? context.Text(label)
        : part.Name == type.Name && type.Definition.DisplayName.Length > 0 ? type.Definition.DisplayName : part.Name;
}
