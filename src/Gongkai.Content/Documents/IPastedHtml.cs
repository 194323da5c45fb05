namespace Gongkai.Content;

/// <summary>Port: what Word or WPS puts on the clipboard, reduced to what a document means.</summary>
public interface IPastedHtml
{
    /// <summary>Whether some HTML bears the marks of a word processor.</summary>
    bool IsFromOffice(string html);

    /// <summary>Headings, paragraphs, lists, tables, links and emphasis; all else is dropped, no text is lost. Of other HTML the same is kept.</summary>
    string Clean(string html);
}
