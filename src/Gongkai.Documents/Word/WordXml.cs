using System.Xml;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using Gongkai.Content;
using Gongkai.Documents.Kinds;

namespace Gongkai.Documents.Word;

/// <summary>The names of WordprocessingML, and how its parts are read.</summary>
internal static class WordXml
{
    public static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    public static readonly XNamespace R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    public static readonly XNamespace A = "http://schemas.openxmlformats.org/drawingml/2006/main";
    public static readonly XNamespace Vml = "urn:schemas-microsoft-com:vml";
    public static readonly XNamespace Formula = "http://schemas.openxmlformats.org/officeDocument/2006/math";
    public static readonly XNamespace Compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";

    // What ISO calls strict has other names for the same.
    private const string StrictWord = "http://purl.oclc.org/ooxml/wordprocessingml/main";

    /// <summary>The root of a part.</summary>
    /// <exception cref="DocumentException">The part is too large, damaged, or has a DTD.</exception>
    public static XElement Load(OpenXmlPart part)
    {
        try
        {
            using var stream = part.GetStream(FileMode.Open, FileAccess.Read);
            using var reader = XmlReader.Create(stream, SafeXml.Settings(PackageGuard.LargestPart));
            var root = XElement.Load(reader, LoadOptions.PreserveWhitespace);
            return root.Name.NamespaceName != StrictWord
                ? root
                : throw new DocumentException(new("这个文件是“Strict Open XML 文档”。请在 Word 中另存为普通的“Word 文档 (.docx)”，再上传。"));
        }
        catch (XmlException fault) when (fault.Message.Contains("MaxCharactersInDocument", StringComparison.Ordinal))
        {
            throw new DocumentException($"这个文档太长：一个部件超过 {PackageGuard.LargestPart / 1024 / 1024} MB，约两千页。请分成几个文档上传，或把它作为附件。", fault);
        }
        catch (Exception fault) when (fault is XmlException or InvalidDataException or IOException)
        {
            throw new DocumentException(new("文件损坏了，里面的内容读不出来。请用 Word 或 WPS 打开，另存为 .docx 再上传。"), fault);
        }
    }

    /// <summary>The attribute <c>w:val</c> of a child; null when either is not there.</summary>
    public static string? Val(this XElement? element, string child) => element?.Element(W + child)?.Attribute(W + "val")?.Value;

    /// <summary>Whether a switch such as <c>w:b</c> is on; null when it is not there.</summary>
    public static bool? IsOn(this XElement? properties, string name) => properties?.Element(W + name) is { } found
        ? found.Attribute(W + "val")?.Value is not ("0" or "false" or "off" or "none")
        : null;
}
