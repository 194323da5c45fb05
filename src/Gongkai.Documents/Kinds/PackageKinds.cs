using System.IO.Compression;
using System.Text;
using System.Xml;
using Gongkai.Content;

namespace Gongkai.Documents.Kinds;

/// <summary>Tells the packages apart that are ZIP files: by their list of content types, not by names.</summary>
internal static class PackageKinds
{
    private const string ContentTypes = "[Content_Types].xml";
    private const int LongestList = 1_000_000;

    private static readonly (string Mark, FileKind Kind)[] MainParts =
    [
        ("wordprocessingml.document.main+xml", KnownKinds.Docx),
        ("spreadsheetml.sheet.main+xml", KnownKinds.Xlsx),
        ("presentationml.presentation.main+xml", KnownKinds.Pptx),
        ("presentationml.slideshow.main+xml", KnownKinds.Pptx),
        ("macroEnabled", KnownKinds.Macros),
        ("sheet.binary", KnownKinds.Macros),
        ("vbaProject", KnownKinds.Macros),
        ("template.main+xml", KnownKinds.Template),
    ];

    /// <summary>The kind of a ZIP file.</summary>
    public static FileKind Of(Stream file)
    {
        try
        {
            using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            if (archive.GetEntry("OFD.xml") is not null)
                return KnownKinds.Ofd;
            if (archive.GetEntry("mimetype") is { } mimetype && Head(mimetype).StartsWith("application/vnd.oasis.opendocument.", StringComparison.Ordinal))
                return KnownKinds.OpenDocument;
            return archive.GetEntry(ContentTypes) is { } list ? ByContentTypes(list) ?? KnownKinds.Zip : KnownKinds.Zip;
        }
        catch (Exception damage) when (damage is InvalidDataException or IOException or XmlException)
        {
            return KnownKinds.Zip;
        }
    }

    private static FileKind? ByContentTypes(ZipArchiveEntry list)
    {
        using var stream = list.Open();
        using var reader = XmlReader.Create(stream, SafeXml.Settings(LongestList));
        FileKind? found = null;
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element || reader.GetAttribute("ContentType") is not { } type)
                continue;
            foreach (var (mark, kind) in MainParts)
            {
                // Macros anywhere make it a file with macros.
                if (type.Contains(mark, StringComparison.OrdinalIgnoreCase) && (found is null || kind == KnownKinds.Macros))
                    found = kind;
            }
        }

        return found;
    }

    private static string Head(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        var buffer = new byte[100];
        return Encoding.ASCII.GetString(buffer, 0, stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false));
    }
}
