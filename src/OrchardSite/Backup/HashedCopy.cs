using System.Security.Cryptography;

namespace OrchardSite.Backup;

/// <summary>Copies bytes and computes their hash on the way.</summary>
internal static class HashedCopy
{
    private const int BufferLength = 128 * 1024;

    /// <summary>Copies to the end, or until there is more than a number of bytes; returns how many were read, and their hash.</summary>
    public static async Task<(long Length, string Sha256)> RunAsync(Stream from, Stream? to, long most, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[BufferLength];
        var length = 0L;
        for (int read; length <= most && (read = await from.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            length += read;
            hash.AppendData(buffer.AsSpan(0, read));
            if (to is not null && length <= most)
                await to.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        return (length, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
