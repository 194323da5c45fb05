using System.Security.Cryptography;
using System.Text;

namespace Gongkai.Content;

/// <summary>The one source of ids: 26 characters, lower-case letters and digits that nobody mistakes for each other.</summary>
public static class IdGenerator
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int Length = 26;

    /// <summary>A new random id (130 bits).</summary>
    public static string NewId() => RandomNumberGenerator.GetString(Alphabet, Length);

    /// <summary>Whether a text has the shape of an id that was made here.</summary>
    public static bool IsId(string text) => text.Length == Length && text.All(Alphabet.Contains);

    /// <summary>The same id for the same text, so that what an import derives it derives again.</summary>
    public static string FromText(string text)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text));
        return string.Create(Length, hash, static (id, bytes) =>
        {
            for (var i = 0; i < id.Length; i++)
                id[i] = Alphabet[bytes[i] & 31];
        });
    }
}
