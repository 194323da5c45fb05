using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Storage;

/// <summary>Hashes by which sealed texts are found. Their key is random, made once for a site and kept sealed in its database: without the site's keys nobody can try texts against the hashes.</summary>
internal sealed class KeyedHashes(SealedTexts seals)
{
    private const string Purpose = "key";
    private const int KeyLength = 32;

    /// <summary>The hash of a text.</summary>
    /// <param name="transaction">The transaction in which the key is made, where there is none yet.</param>
    /// <param name="name">The key's name.</param>
    /// <param name="text">The text.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<string> OfAsync(WriteTransaction transaction, string name, string text, CancellationToken cancellationToken) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(await KeyAsync(transaction.Context, name, cancellationToken), Encoding.UTF8.GetBytes(text)));

    private async Task<byte[]> KeyAsync(StorageContext context, string name, CancellationToken cancellationToken)
    {
        var row = await context.Secrets.AsNoTracking().FirstOrDefaultAsync(row => row.Name == name, cancellationToken);
        if (row is not null && seals.Open(Purpose, name, row.Value) is { Length: > 0 } known)
            return Convert.FromBase64String(known);
        // One that does not open finds nothing any more; what it found does not open either.
        var key = RandomNumberGenerator.GetBytes(KeyLength);
        if (row is not null)
            await context.Secrets.Where(old => old.Name == name).ExecuteDeleteAsync(cancellationToken);
        context.Add(new SecretRow { Name = name, Value = seals.Seal(Purpose, name, Convert.ToBase64String(key)) });
        // Saved at once: the same transaction may ask again.
        await context.SaveChangesAsync(cancellationToken);
        return key;
    }
}
