using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Gongkai.Content;

/// <summary>A term in its tree.</summary>
public sealed class Term
{
    internal Term(ContentItem item, TaxonomyTree tree, Term? parent)
    {
        (Id, Label, Tree, Parent) = (item.ContentItemId, item.Part("TitlePart")?.Text("Title") ?? item.DisplayText, tree, parent);
        Segment = AutoroutePart.RouteOf(item)?.Split('/')[^1] is { Length: > 0 } segment ? segment : Id;
        Code = item.Part("Issuer")?.TextField("Code");
        FormerPaths = FormerAddressesPart.Of(item);
        Children = [.. item.Json.Objects("Terms").Select(json => new Term(new ContentItem(json), tree, this))];
    }

    /// <summary>The term's id.</summary>
    public string Id { get; }

    /// <summary>What people read.</summary>
    public string Label { get; }

    /// <summary>The last segment of its address: its route's, else its id.</summary>
    public string Segment { get; }

    /// <summary>An issuer's agency code; null for other terms.</summary>
    public string? Code { get; }

    /// <summary>Where it was in its tree before: segments below the tree's address, with <c>/</c>.</summary>
    public IReadOnlyList<string> FormerPaths { get; }

    /// <summary>The tree that it belongs to.</summary>
    public TaxonomyTree Tree { get; }

    /// <summary>The term above it; null at the top.</summary>
    public Term? Parent { get; }

    /// <summary>The terms below it, in their order.</summary>
    public ImmutableArray<Term> Children { get; }

    /// <summary>The terms from the top of the tree down to this one.</summary>
    public IReadOnlyList<Term> Lineage => Parent is null ? [this] : [.. Parent.Lineage, this];

    /// <summary>This term and all below it.</summary>
    public IEnumerable<Term> SelfAndDescendants => Children.SelectMany(child => child.SelfAndDescendants).Prepend(this);

    /// <summary>Where it is in its tree: the segments from the top down, with <c>/</c>.</summary>
    public string Path => Parent is null ? Segment : $"{Parent.Path}/{Segment}";

    /// <summary>The term's catalogue page: <c>/catalogue/topics/…</c>, escaped.</summary>
    public string Url => $"{Parent?.Url ?? Tree.Url}/{Uri.EscapeDataString(Segment)}";
}

/// <summary>A taxonomy as a tree.</summary>
public sealed class TaxonomyTree
{
    // Whoever asks for an address of many segments does not get to make us try them all.
    private const int MaxTries = 100;

    private readonly FrozenDictionary<string, Term> _former;

    internal TaxonomyTree(ContentItem item)
    {
        (Id, Title) = (item.ContentItemId, item.Part("TitlePart")?.Text("Title") ?? item.DisplayText);
        Alias = item.Part("AliasPart")?.Text("Alias") is { Length: > 0 } alias ? alias : Id;
        Terms = [.. (item.Part("TaxonomyPart")?.Objects("Terms") ?? []).Select(json => new Term(new ContentItem(json), this, null))];
        All = Terms.SelectMany(term => term.SelfAndDescendants).GroupBy(term => term.Id, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        _former = All.Values.SelectMany(term => term.FormerPaths.Select(path => (path, term))).GroupBy(one => one.path, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(group => group.Key, group => group.First().term, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The taxonomy's id.</summary>
    public string Id { get; }

    /// <summary>Its short name; its id when it has none.</summary>
    public string Alias { get; }

    /// <summary>What people read.</summary>
    public string Title { get; }

    /// <summary>The terms at the top, in their order.</summary>
    public ImmutableArray<Term> Terms { get; }

    /// <summary>All terms by id.</summary>
    public FrozenDictionary<string, Term> All { get; }

    /// <summary>The taxonomy's catalogue page.</summary>
    public string Url => $"/catalogue/{Uri.EscapeDataString(Alias)}";

    /// <summary>The term at an address below the taxonomy's, or null.</summary>
    public Term? Find(IEnumerable<string> segments)
    {
        Term? found = null;
        foreach (var segment in segments)
        {
            found = (found?.Children ?? Terms).FirstOrDefault(term => string.Equals(term.Segment, segment, StringComparison.OrdinalIgnoreCase));
            if (found is null)
                return null;
        }

        return found;
    }

    /// <summary>The term that an address below the taxonomy's once led to, by its own or by a parent's former address; null when it never led to one that is still there.</summary>
    public Term? FindFormer(string path)
    {
        if (_former.Count == 0)
            return null;
        var (tried, left) = (new HashSet<string>(StringComparer.OrdinalIgnoreCase), new Queue<string>([path]));
        while (left.TryDequeue(out var asked) && tried.Count < MaxTries)
        {
            if (!tried.Add(asked))
                continue;
            if (tried.Count > 1 && Find(asked.Split('/')) is { } found)
                return found;
            // The longest former address that the asked one begins with; what follows is looked for wherever that term is or was.
            for (var end = asked.Length; end > 0; end = asked.LastIndexOf('/', end - 1))
            {
                if (!_former.TryGetValue(asked[..end], out var moved))
                    continue;
                if (end == asked.Length)
                    return moved;
                foreach (var place in moved.FormerPaths.Prepend(moved.Path))
                    left.Enqueue(place + asked[end..]);
            }
        }

        return null;
    }
}

/// <summary>All published taxonomies at one moment; immutable, shared by readers without locks.</summary>
public sealed class TaxonomySnapshot : IKnownTerms
{
    private readonly FrozenDictionary<string, TaxonomyTree> _byAlias;

    /// <summary>Makes a snapshot of taxonomies.</summary>
    /// <param name="items">Published items of type <c>Taxonomy</c>.</param>
    public TaxonomySnapshot(IEnumerable<ContentItem> items)
    {
        ById = items.Select(item => new TaxonomyTree(item)).ToFrozenDictionary(tree => tree.Id, StringComparer.Ordinal);
        _byAlias = ById.Values.GroupBy(tree => tree.Alias, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(group => group.Key, group => group.First(), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>No taxonomies.</summary>
    public static TaxonomySnapshot Empty { get; } = new([]);

    /// <summary>The taxonomies by id.</summary>
    public FrozenDictionary<string, TaxonomyTree> ById { get; }

    /// <summary>A taxonomy by alias (or by id when it has none), or null.</summary>
    public TaxonomyTree? FindByAlias(string alias) => _byAlias.GetValueOrDefault(alias);

    /// <summary>A term by its taxonomy's id and its own, or null.</summary>
    public Term? FindTerm(string taxonomyId, string termId) => ById.GetValueOrDefault(taxonomyId)?.All.GetValueOrDefault(termId);

    /// <inheritdoc/>
    public bool Has(string taxonomyId, string termId) => FindTerm(taxonomyId, termId) is not null;

    /// <inheritdoc/>
    public bool HasBelow(string taxonomyId, string termId) => FindTerm(taxonomyId, termId)?.Children.Length > 0;
}
