namespace Gongkai.Documents.Drafts;

/// <summary>A path below the media folder as an address has it.</summary>
internal static class MediaAddress
{
    /// <summary>The path, escaped.</summary>
    public static string Of(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
