namespace OrchardSite.StaticCopy;

/// <summary>How links are written in a copy.</summary>
internal enum LinkStyle
{
    /// <summary>From file to file: the copy can lie below any folder, and be read without a server.</summary>
    Relative,

    /// <summary>With the site's address, as the running site has them: a web server finds the files by them.</summary>
    Absolute,
}

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

/// <summary>A copy that cannot be made: the message says why and what to do.</summary>
internal sealed class StaticCopyException(string message, Exception? inner = null) : Exception(message, inner);
