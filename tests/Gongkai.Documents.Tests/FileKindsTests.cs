using System.Text;
using Gongkai.Documents.Kinds;
using SkiaSharp;

namespace Gongkai.Documents.Tests;

/// <summary>What a file is by its content.</summary>
public sealed class FileKindsTests
{
    public static TheoryData<string, byte[], string> Files => new()
    {
        { "jpg", Samples.Picture(format: SKEncodedImageFormat.Jpeg), "jpg" },
        { "png", Samples.Picture(), "png" },
        { "webp", Samples.Picture(format: SKEncodedImageFormat.Webp), "webp" },
        { "gif", "GIF89a\u0001\0"u8.ToArray(), "gif" },
        { "pdf after a line", "\n%PDF-1.4\n"u8.ToArray(), "pdf" },
        { "docx", new DocxFile { Body = DocxFile.P("x") }.ToStream().ToArray(), "docx" },
        { "doc", HostileDocumentTests.Compound("WordDocument").ToArray(), "doc" },
        { "xls", HostileDocumentTests.Compound("Workbook").ToArray(), "xls" },
        { "text", Encoding.UTF8.GetBytes("你好，世界\n"), "txt" },
        { "svg", "<?xml version='1.0'?>\n<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray(), "svg" },
        { "html", "  <!DOCTYPE html><p>"u8.ToArray(), "html" },
        { "script in text", "hello <ScRiPt>alert(1)</script>"u8.ToArray(), "html" },
        { "exe", "MZ\u0090\0\u0003\0\0\0"u8.ToArray(), "exe" },
        { "tiff", "II*\0\u0008\0\0\0"u8.ToArray(), "tif" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_file_is_known_by_its_content(string what, byte[] content, string extension)
    {
        using var file = new MemoryStream(content);

        var kind = await new FileKinds().IdentifyAsync(file);

        Assert.True(kind is not null && kind.Extensions.Contains(extension), $"{what}: {kind?.Name}");
        Assert.Equal(0, file.Position);
    }

    [Fact]
    public async Task What_has_no_mark_has_no_kind()
    {
        Assert.Null(await new FileKinds().IdentifyAsync(new MemoryStream([0, 1, 2, 3])));
        Assert.Null(await new FileKinds().IdentifyAsync(new MemoryStream()));
    }
}
