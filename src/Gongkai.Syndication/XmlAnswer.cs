using System.Text;
using System.Xml;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Syndication;

/// <summary>Writes XML answers, and texts that XML can carry.</summary>
internal static class XmlAnswer
{
    private static readonly XmlWriterSettings Settings = new() { Async = true, Encoding = new UTF8Encoding(false), Indent = true, IndentChars = "  ", NewLineChars = "\n" };

    /// <summary>Sends a document as it is written: what is long leaves piece by piece.</summary>
    public static async Task SendAsync(HttpContext http, string type, Func<XmlWriter, Task> writeAsync)
    {
        http.Response.ContentType = type + "; charset=utf-8";
        await using var writer = XmlWriter.Create(http.Response.Body, Settings);
        await writer.WriteStartDocumentAsync();
        await writeAsync(writer);
        await writer.WriteEndDocumentAsync();
    }

    /// <summary>A document as a text, for those who compare it.</summary>
    public static async Task<string> ToTextAsync(Func<XmlWriter, Task> writeAsync)
    {
        using var stream = new MemoryStream();
        await using (var writer = XmlWriter.Create(stream, Settings))
        {
            await writer.WriteStartDocumentAsync();
            await writeAsync(writer);
            await writer.WriteEndDocumentAsync();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>An element with a text.</summary>
    public static Task TextAsync(this XmlWriter writer, string name, string? text, string? ns = null, string? prefix = null) =>
        writer.WriteElementStringAsync(prefix, name, ns, Clean(text));

    /// <summary>The text without what XML 1.0 cannot carry: control characters and halves of surrogate pairs.</summary>
    public static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text) || IsClean(text))
            return text ?? "";
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i]))
                clean.Append(text[i]);
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
                clean.Append(text[i]).Append(text[++i]);
        }

        return clean.ToString();
    }

    private static bool IsClean(string text)
    {
        foreach (var c in text)
        {
            if (!XmlConvert.IsXmlChar(c))
                return false;
        }

        return true;
    }
}
