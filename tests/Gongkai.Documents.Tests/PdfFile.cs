using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Gongkai.Documents.Tests;

/// <summary>A PDF written by hand, object by object, as nobody's program would write it.</summary>
internal sealed class PdfFile
{
    private readonly List<(string Head, byte[]? Stream)> _objects = [];

    /// <summary>Adds an object; its number.</summary>
    public int Add(string text, byte[]? stream = null)
    {
        _objects.Add((text, stream));
        return _objects.Count;
    }

    /// <summary>The file; its first object is the catalogue.</summary>
    public MemoryStream ToStream(string trailer = "")
    {
        var file = new MemoryStream();
        var places = new List<long>();
        Write("%PDF-1.7\n");
        for (var i = 0; i < _objects.Count; i++)
        {
            places.Add(file.Position);
            var (head, stream) = _objects[i];
            Write(string.Create(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n"));
            if (stream is null)
            {
                Write(head);
            }
            else
            {
                Write(string.Create(CultureInfo.InvariantCulture, $"<< {head} /Length {stream.Length} >>\nstream\n"));
                file.Write(stream);
                Write("\nendstream");
            }

            Write("\nendobj\n");
        }

        var table = file.Position;
        Write(string.Create(CultureInfo.InvariantCulture, $"xref\n0 {_objects.Count + 1}\n0000000000 65535 f \n"));
        foreach (var place in places)
            Write(string.Create(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n"));
        Write(string.Create(CultureInfo.InvariantCulture, $"trailer << /Size {_objects.Count + 1} /Root 1 0 R {trailer.Replace("XREF", table.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)} >>\nstartxref\n{table}\n%%EOF"));
        file.Position = 0;
        return file;

        void Write(string text) => file.Write(Encoding.Latin1.GetBytes(text));
    }

    /// <summary>A file of one page with some content.</summary>
    public static PdfFile OfPage(string streamHead, byte[] content, string resources = "")
    {
        var file = new PdfFile();
        file.Add("<< /Type /Catalog /Pages 2 0 R >>");
        file.Add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        file.Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> {resources} >> >>");
        file.Add(streamHead, content);
        file.Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        return file;
    }

    public static byte[] Deflated(Action<Stream> write)
    {
        using var bytes = new MemoryStream();
        using (var deflate = new ZLibStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
            write(deflate);
        return bytes.ToArray();
    }
}
