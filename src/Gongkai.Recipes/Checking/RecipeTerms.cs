using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.Recipes.Checking;

/// <summary>The terms of each taxonomy as they will be when the recipe is in.</summary>
internal sealed class RecipeTerms : IKnownTerms
{
    // By taxonomy and term: whether there are terms below.
    private readonly Dictionary<string, Dictionary<string, bool>> _terms = new(StringComparer.Ordinal);
    private readonly HashSet<string> _replaced = new(StringComparer.Ordinal);

    public bool Has(string taxonomyId, string termId) => _terms.TryGetValue(taxonomyId, out var terms) && terms.ContainsKey(termId);

    public bool HasBelow(string taxonomyId, string termId) => _terms.TryGetValue(taxonomyId, out var terms) && terms.GetValueOrDefault(termId);

    /// <summary>Takes in the taxonomies that the site has.</summary>
    public static async Task<RecipeTerms> OfSiteAsync(IContentReader reader, CancellationToken cancellationToken)
    {
        var terms = new RecipeTerms();
        await foreach (var taxonomy in reader.StreamAsync(["Taxonomy"], VersionOption.Published, cancellationToken))
            terms.Add(taxonomy);
        return terms;
    }

    /// <summary>Takes in a taxonomy of the recipe. A new published version takes the place of the site's terms.</summary>
    public async Task BringAsync(ContentItem taxonomy, IStoredVersions versions, CancellationToken cancellationToken)
    {
        var versionId = ContentLifecycle.VersionIdOf(taxonomy);
        var history = await versions.HistoryAsync(taxonomy.ContentItemId, cancellationToken);
        // A version that the site had before changes nothing: an editor's later one stays.
        if (history.Any(version => version.ContentItemVersionId == versionId))
            return;
        if (taxonomy.Published && _replaced.Add(taxonomy.ContentItemId))
            _terms.Remove(taxonomy.ContentItemId);
        Add(taxonomy);
    }

    private void Add(ContentItem taxonomy)
    {
        if (!_terms.TryGetValue(taxonomy.ContentItemId, out var terms))
            _terms[taxonomy.ContentItemId] = terms = new(StringComparer.Ordinal);
        AddBelow(taxonomy.Part("TaxonomyPart") ?? [], terms);
    }

    private static void AddBelow(JsonObject parent, Dictionary<string, bool> terms)
    {
        foreach (var term in parent.Objects("Terms"))
        {
            if (term.Text("ContentItemId") is { } id)
                terms[id] = term.Objects("Terms").Any();
            AddBelow(term, terms);
        }
    }
}
