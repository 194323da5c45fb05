using Gongkai.Content;
using Gongkai.Web;
using Gongkai.Web.Languages;

namespace Gongkai.SearchPages.Api;

/// <summary>Tells values of facets that cannot be from those that only have no hit.</summary>
/// <param name="taxonomies">The terms.</param>
/// <param name="definitions">The types, and the list of validities.</param>
/// <param name="addresses">Where the terms are told.</param>
internal sealed class FacetValues(Taxonomies taxonomies, IContentDefinitions definitions, SiteAddresses addresses)
{
    /// <summary>The faults of a request by parameter.</summary>
    public IEnumerable<KeyValuePair<string, string[]>> FaultsOf(SearchRequest request)
    {
        foreach (var (facet, values) in request.Filters)
        {
            string[] faults = [.. values.Select(value => FaultOf(facet, value)).OfType<string>()];
            if (faults.Length > 0)
                yield return new(facet, faults);
        }
    }

    private string? FaultOf(string facet, string value)
    {
        if (SearchFacets.TaxonomyOf(facet) is { } taxonomy)
            return taxonomies.Current.FindTerm(taxonomy, value) is null ? PageTexts.Of("分类 {0} 中没有编号为“{1}”的项；全部编号见 {2}。", taxonomy, ShortText.Of(value), $"{addresses.Api}/taxonomies/{taxonomy}") : null;
        return facet switch
        {
            SearchFacets.Type => definitions.Current.FindType(value) is null ? PageTexts.Of("没有名为“{0}”的内容类型。", ShortText.Of(value)) : null,
            SearchFacets.Validity => Validities is { Count: > 0 } known && !known.Contains(value) ? PageTexts.Of("没有“{0}”这种有效性，应为：{1}。", ShortText.Of(value), string.Join(PageTexts.Of("、"), known)) : null,
            _ => null,
        };
    }

    private IReadOnlyList<string> Validities =>
        definitions.Current.Parts.GetValueOrDefault("DisclosureEntry")?.Fields.FirstOrDefault(definition => definition.Name == "Validity")
            ?.Settings.Texts("TextFieldPredefinedListEditorSettings", "Options", "value") ?? [];
}
