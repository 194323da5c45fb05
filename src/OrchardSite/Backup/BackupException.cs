namespace OrchardSite.Backup;

/// <summary>A backup cannot be made or used; the message, in Simplified Chinese, says why and what to do.</summary>
internal sealed class BackupException(string message, Exception? cause = null) : Exception(message, cause);
