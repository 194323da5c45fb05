namespace Gongkai.Theming;

/// <summary>A template is missing, not valid, or asks for what it may not have.</summary>
/// <param name="message">What is wrong, where, and what to do.</param>
/// <param name="inner">What the engine said.</param>
public sealed class TemplateException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>The template and the line; null where no template is at fault.</summary>
    public TemplatePlace? Place { get; init; }
}
