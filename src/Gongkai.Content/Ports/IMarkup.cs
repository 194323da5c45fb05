namespace Gongkai.Content;

/// <summary>Port: the one markup pipeline. Safe to call from several threads.</summary>
public interface IMarkup
{
    /// <summary>Marks what the pipeline made: HTML of another version is derived again.</summary>
    string Version { get; }

    /// <summary>Sanitised HTML of a source text: no script, handler, style or dangerous address survives. Never throws on what people write.</summary>
    string ToHtml(string source, MarkupFormat format);
}
