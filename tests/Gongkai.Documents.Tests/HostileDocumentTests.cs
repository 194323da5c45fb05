using System.IO.Compression;
using System.Text;
using static Gongkai.Documents.Tests.DocxFile;

namespace Gongkai.Documents.Tests;

/// <summary>Files that are not what they say, or made to do harm: refused with a message that says what to do.</summary>
public sealed class HostileDocumentTests
{
    private const string Head = "<?xml version=\"1.0\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>";
    private const string Tail = "</w:body></w:document>";

    [Fact]
    public async Task A_part_that_unpacks_to_gigabytes_is_not_unpacked() =>
        await IsRefusedAsync(WithMain(Head + new string(' ', 60_000_000) + Tail), "大得异常");

    [Fact]
    public async Task A_document_of_ten_thousand_pages_is_refused()
    {
        var text = new StringBuilder(Head);
        for (var i = 0; text.Length < 25_500_000; i++)
            text.Append("<w:p><w:r><w:t>").Append(i * 7919 % 100_003).Append("号文件第").Append(i).Append("条规定").Append(i * 104_729L % 1_000_003).Append("</w:t></w:r></w:p>");
        await IsRefusedAsync(WithMain(text.Append(Tail).ToString()), "太长");
    }

    [Fact]
    public async Task A_document_type_definition_is_refused() =>
        await IsRefusedAsync(WithMain("<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>"), "读不出来");

    [Fact]
    public async Task Content_that_nests_without_end_is_refused() =>
        await IsRefusedAsync(WithMain(Head + "<w:p>" + string.Concat(Enumerable.Repeat("<w:smartTag>", 5000)) + string.Concat(Enumerable.Repeat("</w:smartTag>", 5000)) + "</w:p>" + Tail), "一百层");

    [Fact]
    public async Task A_list_that_nests_without_end_is_read()
    {
        var file = WithMain(Head + P("标题") + string.Concat(Enumerable.Range(0, 200).Select(i => P("项", $"<w:numPr><w:ilvl w:val=\"{i}\"/><w:numId w:val=\"1\"/></w:numPr>"))) + Tail);

        Assert.Equal("标题", (await Samples.Drafts.ReadAsync(file, "x")).Title);
    }

    [Fact]
    public async Task A_file_with_macros_is_refused()
    {
        var file = new DocxFile { Body = P("宏") }.ToStream();
        var types = Read(file, "[Content_Types].xml").Replace("wordprocessingml.document.main+xml", "ms-word.document.macroEnabled.main+xml", StringComparison.Ordinal);
        await IsRefusedAsync(Replace(file, "[Content_Types].xml", types), "宏");
    }

    [Fact]
    public async Task An_old_or_encrypted_file_under_another_name_is_told_apart()
    {
        await IsRefusedAsync(Compound("WordDocument"), "另存为");
        await IsRefusedAsync(Compound("EncryptedPackage"), "密码");
        await IsRefusedAsync(new MemoryStream("{\\rtf1 hello}"u8.ToArray()), "另存为");
        await IsRefusedAsync(new MemoryStream("%PDF-1.7\n"u8.ToArray()), "PDF");
        await IsRefusedAsync(new MemoryStream([1, 2, 3]), "认不出来");
        await IsRefusedAsync(new MemoryStream(), "认不出来");
    }

    [Fact]
    public async Task A_damaged_package_is_told()
    {
        var whole = new DocxFile { Body = P("标题") }.ToStream().ToArray();

        await IsRefusedAsync(new MemoryStream(whole[..(whole.Length / 2)]), "");
        await IsRefusedAsync(Replace(new MemoryStream(whole.Length * 2).With(whole), "word/document.xml", "<w:document"), "读不出来");
    }

    [Fact]
    public async Task A_package_of_very_many_parts_is_refused()
    {
        var file = new MemoryStream().With(new DocxFile { Body = P("标题") }.ToStream().ToArray());
        using (var archive = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            for (var i = 0; i < 4_100; i++)
                archive.CreateEntry($"x/{i}.xml");
        }

        await IsRefusedAsync(file, "部件");
    }

    private static MemoryStream WithMain(string xml) => Replace(new MemoryStream().With(new DocxFile { Body = P("x") }.ToStream().ToArray()), "word/document.xml", xml);

    private static async Task IsRefusedAsync(Stream file, string says)
    {
        var refusal = await Assert.ThrowsAsync<DocumentException>(() => Samples.Drafts.ReadAsync(file, "x"));
        Assert.Contains(says, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("请", refusal.Message, StringComparison.Ordinal);
    }

    private static string Read(MemoryStream package, string part)
    {
        using var archive = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true);
        using var reader = new StreamReader(archive.GetEntry(part)!.Open());
        return reader.ReadToEnd();
    }

    /// <summary>The header of a compound file, and a directory with one entry after the root.</summary>
    internal static MemoryStream Compound(string name)
    {
        var bytes = new byte[512 * 3];
        new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }.CopyTo(bytes, 0);
        bytes[30] = 9;
        bytes[48] = 0;
        Entry(512, "Root Entry");
        Entry(640, name);
        return new MemoryStream(bytes);

        void Entry(int at, string text)
        {
            Encoding.Unicode.GetBytes(text).CopyTo(bytes, at);
            bytes[at + 64] = (byte)((text.Length + 1) * 2);
        }
    }
}

internal static class Streams
{
    /// <summary>A stream that can grow, at the beginning of some bytes.</summary>
    public static MemoryStream With(this MemoryStream stream, byte[] bytes)
    {
        stream.Write(bytes);
        stream.Position = 0;
        return stream;
    }
}
