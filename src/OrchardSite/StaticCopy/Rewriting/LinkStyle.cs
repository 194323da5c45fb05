namespace OrchardSite.StaticCopy.Rewriting;

/// <summary>How links are written in a copy.</summary>
internal enum LinkStyle
{
    /// <summary>From file to file: the copy can lie below any folder, and be read without a server.</summary>
    Relative,

    /// <summary>With the site's address, as the running site has them: a web server finds the files by them.</summary>
    Absolute,
}
