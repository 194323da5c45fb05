namespace Gongkai.Recipes.Export;

/// <summary>An export cannot be made as it was asked for; the message says why and what to do.</summary>
public sealed class ExportRefusedException(string message, Exception? cause = null) : ArgumentException(message, cause);
