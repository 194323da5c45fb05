using System.Security.Cryptography;

namespace Gongkai.Desk.Accounts;

/// <summary>A password that nobody chose: 80 bits, without characters that look alike.</summary>
public static class RandomPassword
{
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789X";
    private const int Group = 4;
    private const int Groups = 4;

    /// <summary>Makes one, as <c>k7pq-m3xw-t9fa-2hcd</c>.</summary>
    public static string Make() => string.Join('-', Enumerable.Range(0, Groups).Select(_ => RandomNumberGenerator.GetString(Alphabet, Group)));
}
