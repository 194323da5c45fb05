using System.Collections.Frozen;

namespace Gongkai.Content;

/// <summary>The field and part kinds that this code knows. Adding a kind is adding its file and its line here.</summary>
public static class ContentKinds
{
    private static readonly FrozenDictionary<string, FieldKind> FieldKinds = new FieldKind[]
    {
        new TextField(), new MarkdownField(), new DateField(), new NumericField(), new BooleanField(),
        new TaxonomyField(), new ContentPickerField(), new MediaField(),
    }.ToFrozenDictionary(kind => kind.Name, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, PartKind> PartKinds = new PartKind[]
    {
        new TitlePart(), new AutoroutePart(), new AliasPart(), new MarkdownBodyPart(), new BagPart(), new TaxonomyPart(), new TermPart(),
        new PublishLaterPart(), new ArchiveLaterPart(),
    }.ToFrozenDictionary(kind => kind.Name, StringComparer.Ordinal);

    /// <summary>A field kind by name, or null when this home does not have it.</summary>
    public static FieldKind? FindField(string name) => FieldKinds.GetValueOrDefault(name);

    /// <summary>A part kind by name; null for a part that only holds fields.</summary>
    public static PartKind? FindPart(string name) => PartKinds.GetValueOrDefault(name);
}
