namespace OrchardSite.Caching;

/// <summary>How pages are kept.</summary>
/// <param name="MaximumBytes">How much memory they may take; 0 keeps none.</param>
/// <param name="Files">The folders of static files, which have caching of their own.</param>
internal sealed record PageCacheOptions(long MaximumBytes, PathString[] Files);
