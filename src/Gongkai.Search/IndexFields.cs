using Gongkai.Content;

namespace Gongkai.Search;

/// <summary>The names of the index's fields, defined once.</summary>
internal static class IndexFields
{
    /// <summary>The content item's id: one term, and a doc value that orders equal hits.</summary>
    public const string Id = "id";

    /// <summary>Title by bigrams, for its weight; its words are in <see cref="Text"/> too.</summary>
    public const string Title = "title";

    /// <summary>Everything a search can find by bigrams, title and all: what it has not, does not match.</summary>
    public const string Text = "text";

    /// <summary>The ideographs of title and text, each once, for queries of one character.</summary>
    public const string Characters = "chars";

    /// <summary>The ideographs of the title.</summary>
    public const string TitleCharacters = "title.chars";

    /// <summary>A doc value: where the passages of the text begin (<see cref="Passages.PassageTable"/>).</summary>
    public const string Passages = "passages";

    /// <summary>A doc value: what tells texts that say nearly the same (<see cref="Ranking.TextSketch"/>).</summary>
    public const string Sketch = "sketch";

    /// <summary>A doc value: the key of the title by which other documents name it.</summary>
    public const string TitleKey = "title.key";

    /// <summary>A doc value: the whole title's key, by which versions of one document are told.</summary>
    public const string NameKey = "title.name";

    /// <summary>A doc value: 1 for a document whose title begins with the name of a place.</summary>
    public const string OfPlace = "title.place";

    /// <summary>The keys of the titles that the text names, one term each.</summary>
    public const string Cites = "cites";

    /// <summary>Stored: the names of the passages, a line each: anchor, tab, label; an empty line says «as the one before».</summary>
    public const string Names = "names";

    /// <summary>A doc value: what a map of the site has of the item (<see cref="Indexing.ListedColumn"/>).</summary>
    public const string Listed = "listed";

    /// <summary>Document and index numbers, one token each.</summary>
    public const string Number = "number";

    /// <summary>The route in lower case, one term.</summary>
    public const string Route = "route";

    /// <summary>Routes are told apart without regard to case.</summary>
    public static string FoldRoute(string route) => route.Trim('/').ToLowerInvariant();

    /// <summary>The id of the list that the item is in, one term.</summary>
    public const string Container = "container";

    /// <summary>A doc value: the item's place in its list.</summary>
    public const string Place = "place";

    /// <summary>Stored: the item's public summary, as JSON.</summary>
    public const string Summary = "summary";

    /// <summary>Stored: how the text begins.</summary>
    public const string Lead = "lead";

    /// <summary>Stored: how long the stretches of the text are, so that a hit reads only those of its passage (<see cref="Indexing.Stretches"/>).</summary>
    public const string Lengths = "lengths";

    /// <summary>Stored: the text that snippets are cut from, a stretch after the other; last of what is stored.</summary>
    public const string Body = "body";

    /// <summary>A doc value: type, title and questions, a line each, of which suggestions are made.</summary>
    public const string Phrases = "phrases";

    /// <summary>The date that readers see, as a day number; 0 for none. Stored, and a doc value.</summary>
    public const string Date = "date";

    /// <summary>The doc values of a facet.</summary>
    public static string Facet(string facet) => "facet." + facet;

    /// <summary>The facets by their place in <see cref="SearchFacets.All"/>.</summary>
    public static readonly string[] Facets = [.. SearchFacets.All.Select(Facet)];
}
