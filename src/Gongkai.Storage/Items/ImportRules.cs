using Gongkai.Content;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Storage;

/// <summary>What becomes of a version that an import brings.</summary>
internal enum ArrivalFate
{
    New,
    AlreadyThere,
    Contradicts,
}

/// <summary>What an import may bring, beside what is stored already.</summary>
internal static class ImportRules
{
    /// <summary>An item keeps its type for good: what refers to its id relies on it.</summary>
    public static ValidationError? FaultOfType(ContentItem item, Dictionary<string, string> types) =>
        types.TryGetValue(item.ContentItemId, out var type) && type != item.ContentType
            ? new("ContentItemId", $"编号“{item.ContentItemId}”已是“{type}”类型的内容，不能再用于“{item.ContentType}”类型，请换一个编号。")
            : null;

    public static ValidationError Contradiction(Arrival arrival) =>
        new("ContentItemVersionId", $"版本“{arrival.VersionId}”已经存在，但内容不同。内容有改动时请换一个新的版本编号（ContentItemVersionId）。");

    /// <summary>Compares with the version of the same id, if there is one. An editor's later versions do not matter: nothing is undone.</summary>
    public static async Task<ArrivalFate> CompareAsync(
        StorageContext context, ImportVersion operation, Arrival arrival, Dictionary<string, KnownVersion> known, Dictionary<string, string> arrived,
        CancellationToken cancellationToken)
    {
        if (arrived.TryGetValue(arrival.VersionId, out var hash))
            return hash == arrival.Hash ? ArrivalFate.AlreadyThere : ArrivalFate.Contradicts;
        if (!known.TryGetValue(arrival.VersionId, out var version))
            return ArrivalFate.New;
        if (version.ContentItemId != operation.ContentItemId)
            return ArrivalFate.Contradicts;
        if (version.ImportHash == arrival.Hash)
            return ArrivalFate.AlreadyThere;

        // What was exported here says what is stored here, numbers and routes that handlers filled in included.
        var json = await context.Versions.Where(row => row.VersionId == arrival.VersionId).Select(row => row.Json).FirstAsync(cancellationToken);
        return IsSame(operation.Item, ItemJson.ReadItem(json)) ? ArrivalFate.AlreadyThere : ArrivalFate.Contradicts;
    }

    private static bool IsSame(ContentItem imported, ContentItem stored)
    {
        var whole = imported.Clone();
        ContentLifecycle.NormalizeEnvelope(whole, DateTime.UnixEpoch);
        return whole.HasSameContent(stored);
    }
}
