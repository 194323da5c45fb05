using System.Text.RegularExpressions;

namespace Gongkai.Content;

/// <summary>Addresses as people may see them who need not know them: <c>z•••@example.com</c>.</summary>
public static partial class MaskedAddress
{
    private const string Mask = "•••";

    /// <summary>An address with all but its first character and its domain hidden; what is no address is hidden whole.</summary>
    public static string Of(string address) => address.LastIndexOf('@') is > 0 and var at ? $"{address[0]}{Mask}{address[at..]}" : address.Length == 0 ? "" : Mask;

    /// <summary>A text with every address in it masked.</summary>
    public static string In(string text) => Addresses().Replace(text, match => Of(match.Value));

    [GeneratedRegex("[^\\s<>@\"'(),;:]{1,64}@[^\\s<>@\"'(),;:]{1,255}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Addresses();
}
