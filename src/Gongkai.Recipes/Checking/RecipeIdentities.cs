using System.Security.Cryptography;
using System.Text.Json;
using Gongkai.Content;

namespace Gongkai.Recipes.Checking;

/// <summary>The ids, versions, routes and aliases that a run has seen: what must be one in the recipes themselves.</summary>
internal sealed class RecipeIdentities
{
    private readonly Dictionary<string, string> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Id, UInt128 Content)> _versions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _routes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _aliases = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the recipes bring this very version for the second time.</summary>
    public bool IsRepeated(ContentItem item) =>
        item.ContentItemVersionId.Length > 0 && _versions.TryGetValue(item.ContentItemVersionId, out var seen) && seen == (item.ContentItemId, Digest(item));

    /// <summary>Notes a version's ids; the fault when they belong to something else.</summary>
    public ValidationError? NoteIds(ContentItem item)
    {
        if (!_types.TryAdd(item.ContentItemId, item.ContentType) && _types[item.ContentItemId] != item.ContentType)
            return new("ContentItemId", $"编号“{item.ContentItemId}”在配方中已用于“{_types[item.ContentItemId]}”类型的内容，不能再用于“{item.ContentType}”，请换一个编号。");
        if (item.ContentItemVersionId.Length > 0 && !_versions.TryAdd(item.ContentItemVersionId, (item.ContentItemId, Digest(item))))
            return new("ContentItemVersionId", $"版本编号“{item.ContentItemVersionId}”在配方中出现了两次，内容却不同，请给其中一个换一个版本编号。");
        return null;
    }

    /// <summary>Notes a published version's addresses; the faults when another item has them.</summary>
    public IEnumerable<ValidationError> NoteAddresses(ContentItem item, IndexContribution contribution)
    {
        foreach (var route in contribution.Routes)
        {
            if (OwnerOf(_routes, ReservedRoutes.Normalize(route.Path), item.ContentItemId) is { } owner)
                yield return new(route.ContainedItemId is null ? "AutoroutePart.Path" : "TaxonomyPart.Terms", $"地址“{route.Path}”在配方中已由“{owner}”使用，请换一个地址。");
        }
        foreach (var alias in contribution.Aliases)
        {
            if (OwnerOf(_aliases, alias, item.ContentItemId) is { } owner)
                yield return new("AliasPart.Alias", $"别名“{alias}”在配方中已由“{owner}”使用，请换一个别名。");
        }
    }

    private static string? OwnerOf(Dictionary<string, string> owners, string name, string id) =>
        owners.TryAdd(name, id) || owners[name] == id ? null : owners[name];

    // The whole bodies would not fit into memory.
    private static UInt128 Digest(ContentItem item)
    {
        var hash = SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(item.Json));
        return new(BitConverter.ToUInt64(hash, 0), BitConverter.ToUInt64(hash, 8));
    }
}
