using System.Globalization;

namespace OrchardSite.StaticCopy.Addresses;

/// <summary>What an address of the copy leads to.</summary>
internal enum CopyKind
{
    /// <summary>A page that people read.</summary>
    Page,

    /// <summary>A file for programs, under its own name: feeds, maps, catalogues.</summary>
    Document,

    /// <summary>An uploaded file.</summary>
    Media,

    /// <summary>A file of a theme.</summary>
    Theme,
}

/// <summary>An address of the site that can stand in a copy as a file.</summary>
/// <param name="Kind">What it leads to.</param>
/// <param name="Path">The path, decoded, beginning with <c>/</c> and without one at its end.</param>
/// <param name="Number">Of a page of a list its number, of a picture its width; 0 for the first page and the whole picture.</param>
internal sealed record CopyAddress(CopyKind Kind, string Path, int Number = 0)
{
    /// <summary>By what the address is known. The site does not tell capital letters in the addresses of pages; files' names have them.</summary>
    public string Key => Kind is CopyKind.Media or CopyKind.Theme ? Url : Url.ToLowerInvariant();

    /// <summary>The address as the site answers it.</summary>
    public string Url
    {
        get
        {
            var path = Path == "/" ? "/" : string.Join('/', Path.Split('/').Select(Uri.EscapeDataString));
            return Number == 0 ? path : string.Create(CultureInfo.InvariantCulture, $"{path}?{(Kind == CopyKind.Media ? "width" : "page")}={Number}");
        }
    }

    /// <summary>The first page of the list that this is a page of.</summary>
    public CopyAddress First => this with { Number = 0 };
}
