using Gongkai.Content;

namespace Gongkai.Storage;

/// <summary>A version that an import brings.</summary>
/// <param name="VersionId">Its id, derived when the import left it out.</param>
/// <param name="Hash">What it says.</param>
internal sealed record Arrival(string VersionId, string Hash)
{
    public static Arrival Of(ImportVersion operation) => new(ContentLifecycle.VersionIdOf(operation.Item), ItemJson.HashOf(operation.Item));
}
