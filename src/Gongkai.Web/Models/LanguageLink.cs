namespace Gongkai.Web.Models;

/// <summary>A page in one of the site's languages.</summary>
/// <param name="Code">The language's BCP 47 tag.</param>
/// <param name="Name">What the language calls itself.</param>
/// <param name="Url">Where a reader chooses it, with the path base and what the page was asked.</param>
/// <param name="Canonical">The page's one address in it, with the path base.</param>
/// <param name="IsCurrent">Whether the page is in it.</param>
/// <param name="IsDefault">Whether it is the language of the addresses that name none.</param>
public sealed record LanguageLink(string Code, string Name, string Url, string Canonical, bool IsCurrent, bool IsDefault);
