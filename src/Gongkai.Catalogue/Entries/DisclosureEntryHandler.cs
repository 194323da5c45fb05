using Gongkai.Content;

namespace Gongkai.Catalogue.Entries;

/// <summary>At an entry's first publication: its date, its index number, its address.</summary>
internal sealed class DisclosureEntryHandler(SiteSettings site, Taxonomies taxonomies, IContentReader reader) : IContentHandler
{
    private const string IssuerTaxonomy = "issuers";

    public void Copying(ContentItem copy)
    {
        if (copy.ContentType != DisclosureEntryPart.PartName)
            return;
        copy.Part(DisclosureEntryPart.PartName)?.Remove("IndexNumber");
        copy.Part(DisclosureEntryPart.PartName)?.Remove("PublishedOn");
        copy.Part("AutoroutePart")?.Remove("Path");
    }

    public async ValueTask PublishingAsync(ContentChange change, CancellationToken cancellationToken)
    {
        if (change.Item.ContentType != DisclosureEntryPart.PartName)
            return;
        var entry = change.Item.Edit<DisclosureEntryPart>();
        var day = PublicationDay.Ensure(entry.Json, change, site);
        if (entry.IndexNumber is { } given)
            await KeepAsync(given, change, cancellationToken);
        else
            entry.IndexNumber = await DrawAsync(entry, day, change, cancellationToken);
        if (entry.IndexNumber is { } number && AutoroutePart.RouteOf(change.Item) is null)
            change.Item.EnsurePart("AutoroutePart")["Path"] = IndexNumber.RouteOf(number);
    }

    /// <summary>A number that an import or an editor brought is kept; what is drawn later moves past it.</summary>
    private static async Task KeepAsync(string given, ContentChange change, CancellationToken cancellationToken)
    {
        if (IndexNumber.Parse(given) is { } number)
            await change.Counters.AdvanceAsync(IndexNumber.CounterOf(number.Code, number.Year), number.Serial, cancellationToken);
    }

    private async Task<string?> DrawAsync(DisclosureEntryPart entry, DateOnly day, ContentChange change, CancellationToken cancellationToken)
    {
        if (entry.Issuers is not [var lead, ..])
            return null; // A required field: its own check names it.
        if (await CodeOfAsync(lead, cancellationToken) is not { } code)
        {
            change.Refuse("DisclosureEntry.Issuer", $"发布机构“{lead}”没有机构代码，不能编索引号。请先在机构分类中填写它的代码，或直接填写索引号。");
            return null;
        }

        var serial = await change.Counters.NextAsync(IndexNumber.CounterOf(code, day.Year), cancellationToken);
        return new IndexNumber(code, day.Year, serial).ToString();
    }

    /// <summary>From memory; from the change's own transaction when the term came with it.</summary>
    private async Task<string?> CodeOfAsync(string termId, CancellationToken cancellationToken) =>
        taxonomies.Current.FindTerm(IssuerTaxonomy, termId)?.Code
        ?? (await reader.GetAsync(IssuerTaxonomy, cancellationToken: cancellationToken) is { } issuers
            ? new TaxonomySnapshot([issuers]).FindTerm(IssuerTaxonomy, termId)?.Code
            : null);
}
