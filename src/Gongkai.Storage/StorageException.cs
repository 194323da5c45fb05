namespace Gongkai.Storage;

/// <summary>The database cannot be used; the message, in Simplified Chinese, says why and what to do, and holds no password.</summary>
public sealed class StorageException(string message, Exception? inner = null) : Exception(message, inner);
