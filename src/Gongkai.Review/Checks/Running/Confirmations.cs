using System.Text.Json;
using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.Review.Checks.Running;

/// <summary>That a person looked at files which no check could read: rows of the audit trail, for one version and one file's bytes.</summary>
/// <param name="audit">The trail.</param>
public sealed class Confirmations(IAuditTrail audit)
{
    private const string Hash = "sha256";

    /// <summary>The hashes of the files that were confirmed for a version.</summary>
    public async Task<IReadOnlySet<string>> OfAsync(ContentItem version, CancellationToken cancellationToken = default)
    {
        var confirmed = new HashSet<string>(StringComparer.Ordinal);
        var query = new AuditQuery { ContentItemId = version.ContentItemId, Action = AuditActions.CheckFileConfirmed, Result = AuditResult.Succeeded, Count = AuditQuery.MaxCount };
        foreach (var record in (await audit.QueryAsync(query, cancellationToken)).Records.Where(record => record.VersionId == version.ContentItemVersionId))
        {
            if (HashIn(record.Details) is { } hash)
                confirmed.Add(hash);
        }

        return confirmed;
    }

    /// <summary>Records that whoever is there looked at a file.</summary>
    public Task AddAsync(ContentItem version, CheckedFile file, CancellationToken cancellationToken = default) => audit.AppendAsync(
        [new(AuditActions.CheckFileConfirmed)
        {
            ContentItemId = version.ContentItemId,
            VersionId = version.ContentItemVersionId,
            ContentType = version.ContentType,
            Title = version.DisplayText,
            Details = new JsonObject { ["file"] = file.Path, [Hash] = file.Hash },
        }], cancellationToken);

    private static string? HashIn(string details)
    {
        try
        {
            return details.Length == 0 ? null : (JsonNode.Parse(details) as JsonObject)?.Text(Hash);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
