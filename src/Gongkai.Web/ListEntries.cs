using System.Globalization;
using Gongkai.Content;
using Gongkai.Web.Languages;
using Gongkai.Web.Models;

namespace Gongkai.Web;

/// <summary>Makes what lists show of hits. Everything comes from the index: no database.</summary>
/// <param name="search">Finds the policies that hits link to.</param>
/// <param name="taxonomies">Names issuers.</param>
/// <param name="definitions">Names types.</param>
public sealed class ListEntries(ISearch search, Taxonomies taxonomies, IContentDefinitions definitions)
{
    private static readonly string[] RepealedValues = ["废止", "失效"];

    /// <summary>The entries of some hits.</summary>
    public IReadOnlyList<ListEntry> Of(IReadOnlyList<SearchHit> hits)
    {
        var policies = search.Find([.. hits.SelectMany(PolicyIds).Distinct(StringComparer.Ordinal)])
            .ToDictionary(hit => hit.Item.ContentItemId, hit => new Link(hit.Title.Text, hit.Url), StringComparer.Ordinal);
        return [.. hits.Select(hit => Of(hit, policies))];
    }

    /// <summary>The entries of some items by id; hidden ones are left out.</summary>
    public IReadOnlyList<ListEntry> Of(IReadOnlyCollection<string> contentItemIds) => contentItemIds.Count == 0 ? [] : Of(search.Find(contentItemIds));

    /// <summary>What people call a content type.</summary>
    public string LabelOfType(string contentType) => definitions.Current.FindType(contentType)?.Definition.DisplayName ?? contentType;

    private ListEntry Of(SearchHit hit, Dictionary<string, Link> policies)
    {
        var item = hit.Item;
        var entry = new ListEntry(hit.Title.Text, hit.Title.ToHtml(), hit.Link, hit.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
            hit.Snippet.Without(hit.Passage?.Label).ToHtml(), item.ContentType, LabelOfType(item.ContentType))
        {
            Passage = hit.Passage?.Label,
            IsPick = hit.IsPick,
            Policies = [.. PolicyIds(hit).Select(id => policies.GetValueOrDefault(id)).OfType<Link>()],
        };
        return item.ContentType switch
        {
            "DisclosureEntry" when item.Part("DisclosureEntry") is { } part => entry with
            {
                Issuer = string.Join(' ', part.TermIds("Issuer").Select(id => taxonomies.Current.FindTerm("issuers", id)?.Label).OfType<string>()),
                DocumentNumber = part.TextField("DocumentNumber"),
                IndexNumber = part.TextField("IndexNumber"),
                Validity = part.TextField("Validity"),
                IsRepealed = RepealedValues.Contains(part.TextField("Validity")),
            },
            "PolicyInterpretation" when item.Part("PolicyInterpretation") is { } part => entry with { Form = part.TextField("Form") },
            "QaIssue" when item.Part("QaIssue") is { } part => entry with
            {
                IssueNumber = PageTexts.Of("{0}年第{1}期", (long?)part.NumericField("Year"), (long?)part.NumericField("Number")),
                FirstQuestion = item.Part("Questions")?.Objects("ContentItems").FirstOrDefault()?.Child("QaPair")?.TextField("Question"),
            },
            _ => entry,
        };
    }

    private static IReadOnlyList<string> PolicyIds(SearchHit hit) => hit.Item.Part(hit.Item.ContentType)?.PickedIds("Policies") ?? [];
}
