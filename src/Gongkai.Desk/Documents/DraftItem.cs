using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.Desk.Documents;

/// <summary>Puts what was read of a document where a type has room for it.</summary>
internal static class DraftItem
{
    private const string Title = "TitlePart";
    private const string Markdown = "MarkdownBodyPart";
    private const string Html = "HtmlBodyPart";
    private const string NumberField = "DocumentNumber";
    private const string DayField = "IssuedOn";
    private const string IssuerField = "Issuer";
    private const string TaxonomySettings = "TaxonomyFieldSettings";

    /// <summary>Whether a document can become an item of a type: it has a title and a body.</summary>
    public static bool Takes(ResolvedType type) => type.PartOfKind(Title) is not null && (type.PartOfKind(Markdown) ?? type.PartOfKind(Html)) is not null;

    /// <summary>How the body of a type is written.</summary>
    public static MarkupFormat FormatOf(ResolvedType type) => type.PartOfKind(Markdown) is not null ? MarkupFormat.Markdown : MarkupFormat.Html;

    /// <summary>Whether a type has a field for the document number.</summary>
    public static bool HasNumber(ResolvedType type) => Find(type, NumberField, "TextField") is not null;

    /// <summary>Whether a type has a field for the day of issue.</summary>
    public static bool HasDay(ResolvedType type) => Find(type, DayField, "DateField") is not null;

    /// <summary>The taxonomy of a type's issuers; null when it has no such field.</summary>
    public static string? IssuersOf(ResolvedType type) => Find(type, IssuerField, "TaxonomyField")?.Field.Definition.Settings.Text(TaxonomySettings, "TaxonomyContentItemId");

    /// <summary>The term that an issuer's name in a document means; null when none is called so.</summary>
    public static string? TermOf(string? issuer, TaxonomyTree? tree) => issuer is null ? null
        : tree?.All.Values.Where(term => term.Label == issuer || issuer.EndsWith(term.Label, StringComparison.Ordinal)).MaxBy(term => term.Label.Length)?.Id;

    /// <summary>The new item.</summary>
    public static ContentItem Of(ResolvedType type, string id, DraftValues values)
    {
        var item = new ContentItem(type.Name, id) { DisplayText = values.Title };
        item.EnsurePart(Title)["Title"] = values.Title;
        if (type.PartOfKind(Markdown) is { } markdown)
            item.EnsurePart(markdown.Name)["Markdown"] = values.Body;
        else if (type.PartOfKind(Html) is { } html)
            item.EnsurePart(html.Name)["Html"] = values.Body;
        if (values.Number is { Length: > 0 } number && Find(type, NumberField, "TextField") is { } numbered)
            item.EnsurePart(numbered.Part.Name).SetTextField(NumberField, number);
        if (values.Day is { } day && Find(type, DayField, "DateField") is { } dated)
            item.EnsurePart(dated.Part.Name).SetDateField(DayField, day);
        if (values.Issuer is { Length: > 0 } issuer && Find(type, IssuerField, "TaxonomyField") is { } issued)
            item.EnsurePart(issued.Part.Name)[IssuerField] = new JsonObject { ["TaxonomyContentItemId"] = IssuersOf(type), ["TermContentItemIds"] = new JsonArray(issuer) };
        return item;
    }

    private static (TypePart Part, PartField Field)? Find(ResolvedType type, string name, string kind) =>
        type.Parts.SelectMany(part => part.Fields.Select(field => (part, field))).Where(found => found.field.Name == name && found.field.Definition.FieldName == kind)
            .Select(found => ((TypePart, PartField)?)found).FirstOrDefault();
}

/// <summary>What an editor corrected.</summary>
internal sealed record DraftValues(string Title, string? Number, DateOnly? Day, string? Issuer, string Body);
