using OrchardSite.StaticCopy.Rewriting;

namespace OrchardSite.StaticCopy;

/// <summary>What kind of copy is wanted.</summary>
/// <param name="Folder">Where to, as a full path.</param>
/// <param name="Links">How links are written.</param>
/// <param name="Roots">The beginnings of addresses to copy: empty for the default language, <c>/en</c>.</param>
/// <param name="LiveAddress">Where the running site can be reached by those who read the copy, without a slash at its end; null when they cannot reach it.</param>
/// <param name="Packs">Whether texts lie there compressed as well, for servers that give them out so.</param>
/// <param name="All">Whether every page is made again and compared with its file, whatever has changed.</param>
internal sealed record StaticCopyOptions(string Folder, LinkStyle Links, IReadOnlyList<string> Roots, string? LiveAddress, bool Packs = false, bool All = false)
{
    /// <summary>The copy's own index of the search, its state and what is being written.</summary>
    public string StateFolder => Path.Combine(Folder, "state");
}
