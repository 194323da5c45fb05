namespace Gongkai.Web.Models;

/// <summary>An item of any type as a page shows it: every field of a kind that this home knows, empty ones left out.</summary>
/// <param name="Title">The title; the type's name when it has none.</param>
/// <param name="BodyHtml">The body as sanitised HTML; null when it has none.</param>
/// <param name="Facts">Short values.</param>
/// <param name="Texts">Fields of running text.</param>
/// <param name="Files">Files by field.</param>
/// <param name="Bags">Items inside the item by part.</param>
public sealed record ItemView(
    string Title, string? BodyHtml, IReadOnlyList<ItemFact> Facts, IReadOnlyList<ItemText> Texts, IReadOnlyList<ItemFiles> Files, IReadOnlyList<ItemBag> Bags);

/// <summary>A field with a short value.</summary>
/// <param name="Label">What people call the field.</param>
/// <param name="Text">The value; null when it is links.</param>
/// <param name="Links">The value as links.</param>
/// <param name="IsWide">Whether it takes a row of its own.</param>
public sealed record ItemFact(string Label, string? Text, IReadOnlyList<Link> Links, bool IsWide = false);

/// <summary>A field of running text.</summary>
/// <param name="Label">What people call the field.</param>
/// <param name="Html">The text as sanitised HTML.</param>
public sealed record ItemText(string Label, string Html);

/// <summary>A field with files.</summary>
/// <param name="Label">What people call the field.</param>
/// <param name="Files">The files.</param>
public sealed record ItemFiles(string Label, IReadOnlyList<ItemFile> Files);

/// <summary>A file in the media library.</summary>
/// <param name="Label">What people read.</param>
/// <param name="Path">Its path in the library, for <c>asset_url</c>.</param>
/// <param name="Extension">The ending of its name in capitals, as <c>PDF</c>; empty when it has none.</param>
public sealed record ItemFile(string Label, string Path, string Extension);

/// <summary>The items of a bag.</summary>
/// <param name="Label">What people call the part.</param>
/// <param name="Items">The items.</param>
public sealed record ItemBag(string Label, IReadOnlyList<ItemView> Items);
