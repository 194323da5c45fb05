namespace Gongkai.Review.Checks.Reading;

/// <summary>How a text is written.</summary>
public enum TextForm
{
    /// <summary>As it is read.</summary>
    Plain,

    /// <summary>Markdown, HTML in it included.</summary>
    Markdown,

    /// <summary>HTML.</summary>
    Html,
}
