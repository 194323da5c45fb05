using System.Text.Json.Nodes;
using Gongkai.Content;
using Gongkai.Web;

namespace Gongkai.Syndication.Changes;

/// <summary>Reads the change feed for other sites: what is public as it is now, what ceased to be public as a tombstone, and nothing of what never was.</summary>
/// <param name="feed">The feed.</param>
/// <param name="reader">The items.</param>
/// <param name="definitions">The definitions.</param>
/// <param name="addresses">Knows what was withdrawn.</param>
/// <param name="versions">Knows what was public once.</param>
internal sealed class ChangePages(IChangeFeed feed, IContentReader reader, IContentDefinitions definitions, IFormerAddresses? addresses = null, IStoredVersions? versions = null)
{
    /// <summary>How many items a page has at most.</summary>
    public const int MostItems = 100;

    // A page ends with the item that brings it above this.
    private const int MostCharacters = 2_000_000;

    // Of which most may be drafts, which are not told of.
    private const int MostChanges = 1000;

    /// <summary>Whether the home can tell what was public once: without that nothing can be told of what is not.</summary>
    public bool IsPossible => addresses is not null && versions is not null;

    /// <summary>The changes after a number.</summary>
    public async Task<ChangePage> ReadAsync(long after, CancellationToken cancellationToken)
    {
        var last = await feed.GetLastAsync(cancellationToken);
        var read = (await feed.ReadAsync(after, MostChanges, cancellationToken)).Where(change => change.Sequence <= last).ToList();
        var (upTo, newest) = Cut(read, after);
        var ids = newest.OrderBy(change => change.Value).Select(change => change.Key).ToList();
        var items = (await reader.GetManyAsync(ids, cancellationToken: cancellationToken)).Where(Publicity.IsPublic).ToDictionary(item => item.ContentItemId, StringComparer.Ordinal);
        var changes = new List<PublicChange>();
        var length = 0L;
        foreach (var id in ids)
        {
            // What is left out has a later number than everything before it.
            if (length > MostCharacters)
                return new(after, newest[id] - 1, last, changes);
            if (items.GetValueOrDefault(id) is { } item && definitions.Current.FindType(item.ContentType) is not null)
            {
                var json = await PublicView.OfAsync(item, reader, definitions.Current, cancellationToken);
                changes.Add(new(newest[id], id, AutoroutePart.UrlOf(item), json));
                length += json.ToJsonString().Length;
            }
            else if (await IsGoneAsync(id, cancellationToken))
            {
                changes.Add(new(newest[id], id, null, null));
            }
        }

        return new(after, upTo, last, changes);
    }

    /// <summary>The changes as far as they are of <see cref="MostItems"/> items: where they end, and the last number of each item.</summary>
    private static (long UpTo, Dictionary<string, long> Newest) Cut(List<Change> read, long after)
    {
        var newest = new Dictionary<string, long>(StringComparer.Ordinal);
        var upTo = after;
        foreach (var change in read)
        {
            if (change.Subject == ChangeSubject.Item)
            {
                if (newest.Count == MostItems && !newest.ContainsKey(change.Id))
                    break;
                newest[change.Id] = change.Sequence;
            }

            upTo = change.Sequence;
        }

        return (upTo, newest);
    }

    /// <summary>Whether an item is to be told gone: it was withdrawn, or lost its public mode. One that is nowhere any more is told gone, too: nobody can say what it was, and it cannot be left with those who have it.</summary>
    private async Task<bool> IsGoneAsync(string contentItemId, CancellationToken cancellationToken) =>
        await addresses!.FindItemAsync(contentItemId, cancellationToken) is not null
        || await versions!.HistoryAsync(contentItemId, cancellationToken) is var history && (history.Count == 0 || LostItsMode(history));

    /// <summary>Whether an entry had the public mode with a day of publication, and another mode later.</summary>
    /// <param name="history">The versions, newest first.</param>
    internal static bool LostItsMode(IReadOnlyList<ContentItem> history)
    {
        var hasOther = false;
        foreach (var version in history)
        {
            var asPublished = version.Clone();
            asPublished.Published = true;
            if (!asPublished.IsPublic())
                hasOther = true;
            else if (hasOther && version.Part(version.ContentType)?.DateField("PublishedOn") is not null)
                return true;
        }

        return false;
    }
}

/// <summary>A page of changes.</summary>
/// <param name="After">The number after which it begins.</param>
/// <param name="UpTo">The number up to which it tells everything: where to go on.</param>
/// <param name="Last">The feed's last number.</param>
/// <param name="Changes">The changes, oldest first, each item once.</param>
internal sealed record ChangePage(long After, long UpTo, long Last, IReadOnlyList<PublicChange> Changes)
{
    /// <summary>Whether more follows.</summary>
    public bool HasMore => UpTo < Last;
}

/// <summary>What became of an item.</summary>
/// <param name="Sequence">The number of its last change on the page.</param>
/// <param name="ContentItemId">The item.</param>
/// <param name="Url">Its address, beginning with <c>/</c>; null for a tombstone.</param>
/// <param name="Item">Its public JSON; null for a tombstone.</param>
internal sealed record PublicChange(long Sequence, string ContentItemId, string? Url, JsonObject? Item);
