using System.Collections.Frozen;

namespace Gongkai.Content;

/// <summary>The field and part kinds that this code knows. Adding a kind is adding its file and its line here.</summary>
public static class ContentKinds
{
    private static readonly FrozenDictionary<string, FieldKind> FieldKinds = new FieldKind[]
    {
        new TextField(), new MultiTextField(), new MarkdownField(), new HtmlField(), new DateField(), new DateTimeField(), new TimeField(), new NumericField(),
        new BooleanField(), new LinkField(), new TaxonomyField(), new ContentPickerField(), new PassageField(), new MediaField(),
    }.ToFrozenDictionary(kind => kind.Name, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, PartKind> PartKinds = new PartKind[]
    {
        new TitlePart(), new AutoroutePart(), new AliasPart(), new MarkdownBodyPart(), new HtmlBodyPart(), new BagPart(), new ListPart(), new ContainedPart(),
        new TaxonomyPart(), new TermPart(), new FormerAddressesPart(), new CommonPart(), new PublishLaterPart(), new ArchiveLaterPart(), new InterpretationPlanPart(),
    }.ToFrozenDictionary(kind => kind.Name, StringComparer.Ordinal);

    // Raise it when a kind gives the index something else than before, or something more is derived from items.
    private const string Version = "3";

    /// <summary>Another one when items give the index something else: what was derived from them is then derived again.</summary>
    public static string Fingerprint { get; } = Version + ' ' + string.Join(' ', FieldKinds.Keys.Concat(PartKinds.Keys).Order(StringComparer.Ordinal));

    /// <summary>The names of the field kinds.</summary>
    public static IReadOnlyList<string> FieldNames => FieldKinds.Keys;

    /// <summary>The names of the part kinds.</summary>
    public static IReadOnlyList<string> PartNames => PartKinds.Keys;

    /// <summary>A field kind by name, or null when this home does not have it.</summary>
    public static FieldKind? FindField(string name) => FieldKinds.GetValueOrDefault(name);

    /// <summary>A part kind by name; null for a part that only holds fields.</summary>
    public static PartKind? FindPart(string name) => PartKinds.GetValueOrDefault(name);

    /// <summary>Parts that an item of any type may have, though no definition names them: as in Orchard Core, where lists and taxonomies weld them on; and times, which the desk sets for any item.</summary>
    public static IReadOnlyList<string> WeldedParts { get; } = ["ContainedPart", "TermPart", "FormerAddressesPart", "PublishLaterPart", "ArchiveLaterPart"];
}
