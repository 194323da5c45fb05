using System.Xml;

namespace Gongkai.Documents.Kinds;

/// <summary>How foreign XML is read: without DTDs, without fetching anything, not for ever.</summary>
internal static class SafeXml
{
    /// <summary>Settings for a document of so many characters at most.</summary>
    public static XmlReaderSettings Settings(long longest) => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = longest,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };
}
