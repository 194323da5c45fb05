using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Gongkai.Desk.Accounts;

/// <summary>Codes that follow the time: six digits for every thirty seconds.</summary>
/// <remarks>RFC 6238 with HMAC-SHA1, which every authenticator app understands.</remarks>
internal static class Totp
{
    private const int StepSeconds = 30;
    private const int Digits = 6;
    private const int Modulus = 1_000_000;
    // A clock may be a step off, or somebody types slowly.
    private const int Tolerance = 1;
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The step whose code this is, around a time; null when it is none's.</summary>
    public static long? FindStep(string key, string code, DateTimeOffset now)
    {
        var given = new string([.. code.Where(char.IsAsciiDigit)]);
        if (given.Length != Digits || !TryDecode(key, out var secret))
            return null;
        var current = now.ToUnixTimeSeconds() / StepSeconds;
        for (var step = current - Tolerance; step <= current + Tolerance; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(CodeAt(secret, step)), Encoding.ASCII.GetBytes(given)))
                return step;
        }

        return null;
    }

    /// <summary>The code at a time: what an authenticator app shows.</summary>
    public static string CodeAt(string key, DateTimeOffset time) =>
        TryDecode(key, out var secret) ? CodeAt(secret, time.ToUnixTimeSeconds() / StepSeconds) : throw new FormatException("The key is not Base32.");

    private static string CodeAt(byte[] secret, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // RFC 6238: the apps know no other; as a keyed hash it is not broken
        HMACSHA1.HashData(secret, counter, hash);
#pragma warning restore CA5350
        var offset = hash[^1] & 0xf;
        var number = System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(hash[offset..]) & int.MaxValue;
        return (number % Modulus).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static bool TryDecode(string key, out byte[] secret)
    {
        var (bits, count, bytes) = (0, 0, new List<byte>());
        foreach (var c in key)
        {
            var value = Base32.IndexOf(char.ToUpperInvariant(c), StringComparison.Ordinal);
            if (value < 0)
            {
                secret = [];
                return false;
            }

            (bits, count) = (((bits << 5) | value) & 0xfff, count + 5);
            if (count < 8)
                continue;
            count -= 8;
            bytes.Add((byte)(bits >> count));
        }

        secret = [.. bytes];
        return secret.Length > 0;
    }
}
