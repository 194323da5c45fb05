namespace Gongkai.Content;

/// <summary>What reports count of an item: narrow, so that a year's items are counted without reading any of them.</summary>
/// <param name="ContentItemId">The item.</param>
/// <param name="ContentType">Its type.</param>
public sealed record CountedItem(string ContentItemId, string ContentType)
{
    private const string Entry = "DisclosureEntry";
    private const string Interpretation = "PolicyInterpretation";

    /// <summary>Whether its published version is for everyone.</summary>
    public bool IsPublic { get; init; }

    /// <summary>The day that readers see at it: 公开日期, else the day it was published, in the site's time zone. Null when it is not public.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>The first issuer of its newest version, the lead office: a term of the taxonomy <c>issuers</c>; null when it names none.</summary>
    public string? LeadIssuer { get; init; }

    /// <summary>The form of a public interpretation (文字, 图解 …); null when it says none.</summary>
    public string? Form { get; init; }

    /// <summary>How many question–answer pairs a public Q&amp;A issue holds.</summary>
    public int Pairs { get; init; }

    /// <summary>Whether a public policy is marked as needing an interpretation.</summary>
    public bool NeedsInterpretation { get; init; }

    /// <summary>What is counted of an item; null when it is deleted. A day is there only where the item itself says one: <see cref="ICountedItems"/> knows the time zone.</summary>
    /// <param name="state">The item's versions that count.</param>
    /// <param name="contributionOf">What a version gives to whoever looks items up.</param>
    public static CountedItem? Of(ItemState state, Func<ContentItem, IndexContribution> contributionOf)
    {
        if ((state.Latest ?? state.Published) is not { } latest)
            return null;
        var item = new CountedItem(latest.ContentItemId, latest.ContentType)
        {
            LeadIssuer = contributionOf(latest).Terms.Find(term => term.TaxonomyId == OfficeChoice.Taxonomy)?.TermId,
        };
        return state.Published is { } published && published.IsPublic()
            ? item with
            {
                IsPublic = true,
                Day = contributionOf(published).Day("PublishedOn"),
                Form = published.Part(Interpretation)?.TextField("Form"),
                Pairs = QaPairs.Of(published).Count(),
                NeedsInterpretation = published.Part(Entry)?.BooleanField("NeedsInterpretation") ?? false,
            }
            : item;
    }
}
