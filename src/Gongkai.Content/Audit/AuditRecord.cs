using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Gongkai.Content;

/// <summary>One row of the audit trail. Its hash covers the row and the hash of the row before it, so that a change or a gap shows.</summary>
public sealed record AuditRecord
{
    /// <summary>The format of <see cref="TimeText"/>.</summary>
    public const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>The hash before the first row.</summary>
    public static string NoHash { get; } = new('0', SHA256.HashSizeInBytes * 2);

    /// <summary>The row's number: from 1, without a hole.</summary>
    public required long Sequence { get; init; }

    /// <summary>When, UTC, in whole milliseconds.</summary>
    public required DateTime TimeUtc { get; init; }

    /// <summary>Who: the name for signing in.</summary>
    public required string User { get; init; }

    /// <summary>Who, as people read it.</summary>
    public required string DisplayName { get; init; }

    /// <summary>From where, as <see cref="AuditAddress"/> writes it; empty when it was no request.</summary>
    public required string Address { get; init; }

    /// <summary>What was done: one of <see cref="AuditActions"/>.</summary>
    public required string Action { get; init; }

    /// <summary>The item; empty when it is about none.</summary>
    public required string ContentItemId { get; init; }

    /// <summary>The version.</summary>
    public required string VersionId { get; init; }

    /// <summary>The item's type.</summary>
    public required string ContentType { get; init; }

    /// <summary>The title at the time.</summary>
    public required string Title { get; init; }

    /// <summary>What came of it.</summary>
    public required AuditResult Result { get; init; }

    /// <summary>What else is to be known: a JSON object, word for word as it was hashed; empty when there is nothing.</summary>
    public required string Details { get; init; }

    /// <summary>The row's hash: SHA-256 in lower-case hexadecimal digits.</summary>
    public required string Hash { get; init; }

    /// <summary>The time as it is hashed and exported.</summary>
    public string TimeText => TimeUtc.ToString(TimeFormat, CultureInfo.InvariantCulture);

    /// <summary>The hash that this row has after a row with another hash.</summary>
    /// <remarks>
    /// SHA-256 of the fields one after the other, each as its length in bytes of UTF-8, a colon and those bytes (<c>3:abc</c>): the previous row's hash, number, time,
    /// user, display name, address, action, item, version, type, title, result, details. docs/audit.md says the same, for whoever checks an export with other means.
    /// </remarks>
    public string HashAfter(string previousHash)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var field in (string[])[previousHash, Sequence.ToString(CultureInfo.InvariantCulture), TimeText, User, DisplayName, Address, Action,
            ContentItemId, VersionId, ContentType, Title, Result.ToString(), Details])
        {
            var bytes = Encoding.UTF8.GetBytes(field);
            hash.AppendData(Encoding.ASCII.GetBytes(bytes.Length.ToString(CultureInfo.InvariantCulture) + ":"));
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
