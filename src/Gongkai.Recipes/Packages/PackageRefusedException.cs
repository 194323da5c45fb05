namespace Gongkai.Recipes.Packages;

/// <summary>A package cannot be used; the message says why and what to do.</summary>
public sealed class PackageRefusedException(string message, Exception? cause = null) : Exception(message, cause);
