namespace OrchardSite.Hosting;

/// <summary>Something that whoever starts the site can mend; the message says what and how.</summary>
internal sealed class SiteException(string message, Exception? inner = null) : Exception(message, inner);
