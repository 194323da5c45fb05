using System.Globalization;
using System.Text.Json.Nodes;
using Gongkai.Content;
using Gongkai.Web.Languages;
using Gongkai.Web.Models;

namespace OrchardSite.Pages;

/// <summary>Makes of an item of any type what its page shows.</summary>
internal sealed class ItemViews(IContentDefinitions definitions, IContentReader reader, Taxonomies taxonomies, SiteSettings site)
{
    private const int LongestShortText = 40;
    private const int DeepestBag = 8;

    /// <summary>The view of a public item.</summary>
    /// <param name="item">The item.</param>
    /// <param name="html">Its derived HTML by key.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<ItemView> OfAsync(ContentItem item, IReadOnlyDictionary<string, string> html, CancellationToken cancellationToken)
    {
        var linked = IndexContribution.Of(item, definitions.Current).References.Select(reference => reference.ContentItemId).Distinct(StringComparer.Ordinal).ToList();
        var shown = linked.Count == 0 ? [] : (await reader.GetManyAsync(linked, cancellationToken: cancellationToken)).Where(Publicity.IsPublic)
            .ToDictionary(target => target.ContentItemId, target => new Link(TitleOf(target), AutoroutePart.UrlOf(target)), StringComparer.Ordinal);
        return Of(item, html, "", shown, DeepestBag);
    }

    /// <summary>What a page calls an item.</summary>
    public string TitleOf(ContentItem item) => item.DisplayText.Length > 0 ? item.DisplayText
        : item.Part("TitlePart")?.Text("Title") is { Length: > 0 } title ? title
        : definitions.Current.FindType(item.ContentType)?.Definition.DisplayName ?? item.ContentType;

    private ItemView Of(ContentItem item, IReadOnlyDictionary<string, string> html, string keyPrefix, Dictionary<string, Link> shown, int depth)
    {
        string? body = null;
        List<ItemFact> facts = [];
        List<ItemText> texts = [];
        List<ItemFiles> files = [];
        List<ItemBag> bags = [];
        foreach (var part in definitions.Current.FindType(item.ContentType)?.Parts ?? [])
        {
            if (part.Kind is { IsPrivate: true } || item.Part(part.Name) is not { } json)
                continue;
            if (part.Kind is MarkdownBodyPart or HtmlBodyPart)
                body ??= html.GetValueOrDefault(keyPrefix + part.Name);
            foreach (var field in part.Fields)
            {
                if (json.Child(field.Name) is not { } value)
                    continue;
                if (html.GetValueOrDefault($"{keyPrefix}{part.Name}.{field.Name}") is { Length: > 0 } text)
                    texts.Add(new(field.DisplayName, text));
                else if (field.Kind is MediaField && FilesOf(value) is { Count: > 0 } some)
                    files.Add(new(field.DisplayName, some));
                else if (FactOf(field, value, shown) is { } fact)
                    facts.Add(fact);
            }

            if (part.Kind is BagPart && depth > 0 && json.Objects("ContentItems").Select(inner => new ContentItem(inner)).ToList() is { Count: > 0 } inside)
                bags.Add(new(LabelOf(part), [.. inside.Select(inner => Of(inner, html, inner.ContentItemId + "/", shown, depth - 1))]));
        }

        return new(TitleOf(item), string.IsNullOrEmpty(body) ? null : body, WithoutGaps(facts), texts, files, bags);
    }

    private ItemFact? FactOf(PartField field, JsonObject value, Dictionary<string, Link> shown) => field.Kind switch
    {
        TextField => OfText(field, value.Text("Text")),
        MultiTextField => OfText(field, string.Join('、', value.Texts("Values").Where(text => text.Length > 0).Select(text => NameOf(field, "MultiTextFieldSettings", text)))),
        DateField => OfText(field, value.Instant("Value")?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        DateTimeField => OfText(field, value.Instant("Value") is { } utc ? TimeZoneInfo.ConvertTimeFromUtc(utc, site.TimeZone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : null),
        TimeField => OfText(field, TimeField.TimeOf(value)?.ToString(TimeField.TimeOf(value)?.Second > 0 ? "HH:mm:ss" : "HH:mm", CultureInfo.InvariantCulture)),
        NumericField => OfText(field, NumericField.NumberOf(value)?.ToString(CultureInfo.InvariantCulture)),
        BooleanField => OfText(field, BooleanField.IsSet(value) ? value.Flag("Value") ? PageTexts.Of("是") : PageTexts.Of("否") : null),
        LinkField => OfLinks(field, value.Text("Url") is { Length: > 0 } url && LinkAddress.FaultOf(url) is null ? [new(LinkField.TextOf(field.Definition, value), LinkAddress.Resolve(url))] : []),
        TaxonomyField => OfLinks(field, [.. TaxonomyField.TermsOf(field.Definition, value).Select(term => taxonomies.Current.FindTerm(term.TaxonomyId, term.TermId)).OfType<Term>().Select(term => new Link(term.Label, term.Url))]),
        ContentPickerField => OfLinks(field, [.. value.Texts("ContentItemIds").Select(id => shown.GetValueOrDefault(id)).OfType<Link>()]),
        _ => null,
    };

    private static ItemFact? OfText(PartField field, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (field.Kind is not TextField)
            return new(field.DisplayName, text, [], text.Length > LongestShortText);
        return field.Definition.Settings.Text("ContentPartFieldSettings", "Editor") switch
        {
            "Url" when LinkAddress.FaultOf(text) is null => OfLinks(field, [new(text, LinkAddress.Resolve(text))]),
            "Email" => OfLinks(field, [new(text, "mailto:" + Uri.EscapeDataString(text).Replace("%40", "@", StringComparison.Ordinal))]),
            _ => new(field.DisplayName, NameOf(field, "TextFieldPredefinedListEditorSettings", text), [], text.Length > LongestShortText || text.Contains('\n')),
        };
    }

    private static ItemFact? OfLinks(PartField field, IReadOnlyList<Link> links) =>
        links.Count == 0 ? null : new(field.DisplayName, null, links, links.Sum(link => link.Label.Length) > LongestShortText);

    /// <summary>What people read for a value of a predefined list.</summary>
    private static string NameOf(PartField field, string group, string value)
    {
        var place = field.Definition.Settings.Texts(group, "Options", "value").ToList().IndexOf(value);
        var names = field.Definition.Settings.Texts(group, "Options", "name");
        return place >= 0 && place < names.Count && names[place].Length > 0 ? names[place] : value;
    }

    /// <summary>Facts stand two in a row: one that would stand alone takes the whole row.</summary>
    private static List<ItemFact> WithoutGaps(List<ItemFact> facts)
    {
        var alone = false;
        for (var i = 0; i < facts.Count; i++)
        {
            alone = !facts[i].IsWide && !alone;
            if (alone && (i == facts.Count - 1 || facts[i + 1].IsWide))
                (facts[i], alone) = (facts[i] with { IsWide = true }, false);
        }

        return facts;
    }

    private static List<ItemFile> FilesOf(JsonObject value)
    {
        var texts = value.Texts("MediaTexts");
        return [.. value.Texts("Paths").Where(MediaField.IsInside).Select(MediaField.Normalize).Select((path, i) => new ItemFile(
            i < texts.Count && texts[i].Length > 0 ? texts[i] : path[(path.LastIndexOf('/') + 1)..], path, Path.GetExtension(path).TrimStart('.').ToUpperInvariant()))];
    }

    private static string LabelOf(TypePart part) => part.Definition.Settings.Text("ContentTypePartSettings", "DisplayName") ?? part.Name;
}
