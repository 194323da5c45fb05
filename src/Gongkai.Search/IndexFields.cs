namespace Gongkai.Search;

/// <summary>The names of the index's fields, defined once.</summary>
internal static class IndexFields
{
    /// <summary>The content item's id, one term.</summary>
    public const string Id = "id";

    /// <summary>Title by bigrams, for its weight; its words are in <see cref="Text"/> too.</summary>
    public const string Title = "title";

    /// <summary>Everything a search can find by bigrams, title and all: what it has not, does not match.</summary>
    public const string Text = "text";

    /// <summary>The characters of title and text, for queries of one character.</summary>
    public const string Characters = "chars";

    /// <summary>Document and index numbers, one token each.</summary>
    public const string Number = "number";

    /// <summary>Stored: the item's public summary.</summary>
    public const string Summary = "summary";

    /// <summary>Stored: the body's text, for snippets.</summary>
    public const string Body = "body";

    /// <summary>Doc values: the facets and the date.</summary>
    public const string Facets = "facets";
}
