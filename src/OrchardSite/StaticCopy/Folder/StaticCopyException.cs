namespace OrchardSite.StaticCopy.Folder;

/// <summary>A copy that cannot be made: the message says why and what to do.</summary>
internal sealed class StaticCopyException(string message, Exception? inner = null) : Exception(message, inner);
