using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace OrchardSite.Caching;

/// <summary>A finished answer, kept whole: its headers, all of them, and its body as it goes over the wire.</summary>
internal sealed class CachedPage
{
    // What keeping a page costs beside its body: key, tags, headers, places in tables.
    private const int Overhead = 1500;
    private const int TagOverhead = 150;
    private const int ETagBytes = 12;

    private int _wasUsed;

    /// <summary>What it is found by.</summary>
    public required string Key { get; init; }

    /// <summary>The body, compressed or not.</summary>
    public required byte[] Body { get; init; }

    /// <summary>All headers but those of the connection.</summary>
    public required KeyValuePair<string, StringValues>[] Headers { get; init; }

    /// <summary>What it shows.</summary>
    public required string[] Tags { get; init; }

    /// <summary>The index that was served when it was made.</summary>
    public required int Generation { get; init; }

    /// <summary>Its entity tag.</summary>
    public required string ETag { get; init; }

    /// <summary>When it was made, to the second, as a header says it.</summary>
    public required DateTimeOffset LastModified { get; init; }

    /// <summary>Whether another page of its address may have been made in the same second: then its time tells nothing.</summary>
    public required bool IsTimeAmbiguous { get; init; }

    /// <summary>What is to be done each time it is given once more; null for nothing.</summary>
    public Action? Again { get; init; }

    /// <summary>Its place in the row of those that may have to go.</summary>
    public LinkedListNode<CachedPage>? Place { get; set; }

    /// <summary>How much memory it takes.</summary>
    public int Size => Body.Length + (Key.Length * sizeof(char)) + (Tags.Length * TagOverhead) + Overhead;

    /// <summary>Notes that it was asked for.</summary>
    public void Touch()
    {
        // Read first: a page that everybody asks for is not written by every core.
        if (Volatile.Read(ref _wasUsed) == 0)
            Volatile.Write(ref _wasUsed, 1);
    }

    /// <summary>Whether it was asked for since this was last asked.</summary>
    public bool TakeUse() => Interlocked.Exchange(ref _wasUsed, 0) != 0;

    /// <summary>The entity tag of a body: strong, so each encoding has its own.</summary>
    public static string ETagOf(ReadOnlySpan<byte> body)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(body, hash);
        return $"\"{Base64Url.EncodeToString(hash[..ETagBytes])}\"";
    }

    /// <summary>Whether a browser has this very answer already.</summary>
    public bool IsKnownTo(HttpRequest request) => IsKnownTo(request, ETag, IsTimeAmbiguous ? null : LastModified);

    /// <summary>Whether a browser has an answer already.</summary>
    /// <remarks>RFC 9110, 13.2.2: a time counts only where no entity tag is given.</remarks>
    public static bool IsKnownTo(HttpRequest request, string etag, DateTimeOffset? lastModified)
    {
        var tags = request.Headers.IfNoneMatch;
        if (tags.Count > 0)
            return (tags.Count == 1 && tags[0] == etag) || IsAmong(etag, tags);
        return request.Headers.IfModifiedSince is [{ Length: > 0 } since]
            && DateTimeOffset.TryParseExact(since, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) && lastModified <= time;
    }

    private static bool IsAmong(string etag, StringValues tags)
    {
        if (!EntityTagHeaderValue.TryParseList([.. tags.OfType<string>()], out var parsed))
            return false;
        var own = new EntityTagHeaderValue(etag);
        return parsed.Any(tag => tag.Tag == "*" || tag.Compare(own, useStrongComparison: false));
    }
}
