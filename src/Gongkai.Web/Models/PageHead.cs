namespace Gongkai.Web.Models;

/// <summary>What the head of a page says to machines.</summary>
/// <param name="Properties">Open Graph: names and values.</param>
/// <param name="Links">Feeds of what the page lists, and the description of the search.</param>
/// <param name="Data">schema.org data as JSON-LD that is safe inside a script element; null when the page has none.</param>
public sealed record PageHead(IReadOnlyList<HeadProperty> Properties, IReadOnlyList<HeadLink> Links, string? Data)
{
    /// <summary>The list that the page shows, as parameters of an address: <c>?list=search&amp;q=…</c>; null when it shows none that has a name.</summary>
    public string? List { get; init; }
}

/// <summary>An Open Graph property.</summary>
/// <param name="Name">As <c>og:title</c>.</param>
/// <param name="Value">Its value.</param>
public sealed record HeadProperty(string Name, string Value);

/// <summary>A link in the head.</summary>
/// <param name="Relation">As <c>alternate</c>.</param>
/// <param name="Type">The media type.</param>
/// <param name="Title">What people read.</param>
/// <param name="Url">The address, with the path base.</param>
public sealed record HeadLink(string Relation, string Type, string Title, string Url);
