namespace OrchardSite.Caching;

/// <summary>How pages are kept.</summary>
/// <param name="MaximumBytes">How much memory they may take; 0 keeps none.</param>
/// <param name="Left">What is left to itself, with all below: folders of static files, which have caching of their own, and the desk, which has none.</param>
internal sealed record PageCacheOptions(long MaximumBytes, PathString[] Left);
