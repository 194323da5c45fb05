using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using Gongkai.Documents.Kinds;
using Gongkai.Documents.Texts;
using Microsoft.Extensions.Logging.Abstractions;
using static Gongkai.Documents.Tests.PdfFile;

namespace Gongkai.Documents.Tests;

/// <summary>Attachments that are made to take all memory or all time: their reader ends or is ended, and reads the next file.</summary>
public sealed class HostileTextTests : IDisposable
{
    private const long Memory = 192L * 1024 * 1024;

    // What a runtime takes beside its heap.
    private const long Around = 192L * 1024 * 1024;

    private static readonly TextLimits Limits = new(100L * 1024 * 1024, 400_000, TimeSpan.FromSeconds(20), Memory);

    private readonly TextProcess _process = new(Limits, TimeProvider.System, NullLogger.Instance);

    public void Dispose() => _process.Dispose();

    [Fact]
    public async Task A_PDF_of_ten_thousand_pages_is_read_up_to_the_limit_of_its_text()
    {
        var file = new PdfFile();
        file.Add("<< /Type /Catalog /Pages 2 0 R >>");
        file.Add($"<< /Type /Pages /Count 10000 /Kids [{string.Join(' ', Enumerable.Range(0, 10_000).Select(i => $"{5 + i} 0 R"))}] >>");
        file.Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        file.Add("", Encoding.Latin1.GetBytes("BT /F1 12 Tf 25 700 Td (A page of many words that nobody reads to their end) Tj ET"));
        for (var i = 0; i < 10_000; i++)
            file.Add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 3 0 R >> >> >>");

        var text = await ReadAsync(file.ToStream());

        Assert.Equal(FileTextState.Shortened, text.State);
        Assert.StartsWith("A page of many words", text.Text, StringComparison.Ordinal);
        Assert.True(text.Text.Length <= Limits.MostCharacters);
        AssertBounded();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_page_that_unpacks_to_gigabytes_takes_no_more_than_its_memory(int times)
    {
        var content = Deflated(stream =>
        {
            var spaces = Encoding.Latin1.GetBytes(new string(' ', 1024 * 1024));
            for (var i = 0; i < 1_500; i++)
                stream.Write(spaces);
        });
        for (var i = 1; i < times; i++)
        {
            var inner = content;
            content = Deflated(stream => stream.Write(inner));
        }

        var filters = string.Concat(Enumerable.Repeat("/FlateDecode ", times));
        var text = await ReadAsync(OfPage($"/Filter [{filters}]", content).ToStream());

        Assert.Equal(("", true), (text.Text, text.State is FileTextState.Unreadable or FileTextState.NoText));
        await AssertReadsOnAsync();
    }

    public static TheoryData<string, string> Deep => new()
    {
        { "[", "]" },
        { "<< /A ", " >>" },
        { "(", ")" },
    };

    [Theory]
    [MemberData(nameof(Deep))]
    public async Task Objects_that_nest_without_end_bring_nothing_down(string open, string close)
    {
        var nested = string.Concat(Enumerable.Repeat(open, 400_000)) + string.Concat(Enumerable.Repeat(close, 400_000));
        var file = new PdfFile();
        file.Add("<< /Type /Catalog /Pages 2 0 R /Names " + nested + " >>");
        file.Add("<< /Type /Pages /Kids [] /Count 0 >>");

        await ReadAsync(file.ToStream());

        await AssertReadsOnAsync();
    }

    [Fact]
    public async Task Content_that_nests_without_end_brings_nothing_down()
    {
        await ReadAsync(OfPage("", Encoding.Latin1.GetBytes(string.Concat(Enumerable.Repeat("q [", 300_000)) + " BT /F1 12 Tf (x) Tj ET")).ToStream());

        await AssertReadsOnAsync();
    }

    [Fact]
    public async Task A_form_that_draws_itself_and_a_table_that_leads_to_itself_end()
    {
        var loop = OfPage("", "/Fm Do BT /F1 12 Tf 25 700 Td (Outside) Tj ET"u8.ToArray(), "/XObject << /Fm 6 0 R >>");
        loop.Add("/Type /XObject /Subtype /Form /BBox [0 0 10 10] /Resources << /XObject << /Fm 6 0 R >> >>", "/Fm Do /Fm Do"u8.ToArray());

        await ReadAsync(loop.ToStream());
        await ReadAsync(OfPage("", "BT /F1 12 Tf 25 700 Td (Text) Tj ET"u8.ToArray()).ToStream("/Prev XREF"));

        await AssertReadsOnAsync();
    }

    [Fact]
    public async Task Pages_without_number_from_a_small_file_are_ended_with_their_reader()
    {
        // A thousand million pages in four objects.
        var file = new PdfFile();
        file.Add("<< /Type /Catalog /Pages 2 0 R >>");
        for (var level = 3; level <= 5; level++)
            file.Add($"<< /Type /Pages /Count 1000000000 /Kids [{string.Join(' ', Enumerable.Repeat($"{level} 0 R", 1_000))}] >>");
        file.Add("<< /Type /Page /Parent 4 0 R /MediaBox [0 0 595 842] >>");
        var limits = Limits with { LongestTime = TimeSpan.FromSeconds(2) };
        using var process = new TextProcess(limits, TimeProvider.System, NullLogger.Instance);
        using var reading = new TextReading(new FileKinds(), limits, process);

        Assert.Equal("", (await reading.ReadAsync(file.ToStream(), default))!.Text);

        Assert.Equal("Still here", (await reading.ReadAsync(Good(), default))!.Text);
    }

    [Fact]
    public async Task A_bomb_in_a_workbook_is_not_unpacked_also_when_it_lies_about_its_size()
    {
        var bomb = Workbook(200 * 1024 * 1024);
        var lie = Workbook(200 * 1024 * 1024).ToArray();
        // The unpacked length of the sheet, in the zip's list and before the sheet itself.
        foreach (var (mark, offset) in ((byte[] Mark, int Offset)[])[([0x50, 0x4B, 1, 2], 24), ([0x50, 0x4B, 3, 4], 22)])
        {
            for (var at = lie.AsSpan().IndexOf(mark); at >= 0;)
            {
                if (BinaryPrimitives.ReadUInt32LittleEndian(lie.AsSpan(at + offset)) > 1_000_000)
                    BinaryPrimitives.WriteUInt32LittleEndian(lie.AsSpan(at + offset), 500_000);
                var next = lie.AsSpan(at + 4).IndexOf(mark);
                at = next < 0 ? -1 : at + 4 + next;
            }
        }

        Assert.Equal(FileText.None(FileTextState.Unreadable), await ReadAsync(bomb));
        Assert.Equal("", (await ReadAsync(new MemoryStream(lie))).Text);
        await AssertReadsOnAsync();
    }

    [Fact]
    public async Task A_workbook_of_one_endless_cell_takes_no_more_than_its_memory()
    {
        // Not compressible enough to be a bomb by its size.
        var random = new Random(4711);
        var file = Workbook(0, sheet =>
        {
            for (var i = 0; i < 90_000; i++)
                sheet.Write(string.Create(1000, random, (text, source) =>
                {
                    for (var at = 0; at < text.Length; at++)
                        text[at] = (char)('a' + source.Next(26));
                }));
        });

        var text = await ReadAsync(file);

        Assert.True(text.Text.Length <= Limits.MostCharacters);
        await AssertReadsOnAsync();
    }

    [Theory]
    [InlineData("exec sleep 1000")]
    [InlineData("exit 3")]
    [InlineData("echo nonsense; exec sleep 1000")]
    [InlineData("read line; echo '{\"State\":9'; exec sleep 1000")]
    public async Task A_reader_that_hangs_ends_or_talks_nonsense_is_replaced(string script)
    {
        var limits = Limits with { LongestTime = TimeSpan.FromMilliseconds(500) };
        var broken = new Queue<ProcessStartInfo>([new("/bin/sh", ["-c", script])]);
        using var process = new TextProcess(limits, TimeProvider.System, NullLogger.Instance, () => broken.TryDequeue(out var first) ? first : new ProcessStartInfo("/bin/cat"));
        var request = new TextRequest("nowhere.pdf", FileFamily.Pdf, 10, limits.LongestTime);

        Assert.Equal(FileTextState.Unreadable, (await process.ReadAsync(request, default))!.State);

        Assert.Null(process.Current);
        Assert.Empty(broken);
    }

    [Fact]
    public async Task Without_a_program_to_read_nothing_is_said_of_the_file()
    {
        using var process = new TextProcess(Limits, TimeProvider.System, NullLogger.Instance, () => new("/nowhere/dotnet"));

        Assert.Null(await process.ReadAsync(new("a.pdf", FileFamily.Pdf, 10, TimeSpan.FromSeconds(1)), default));
    }

    [Fact]
    public async Task A_reader_ends_with_whoever_asks()
    {
        await AssertReadsOnAsync();
        using var child = Process.GetProcessById(_process.Current!.Id);

        _process.Dispose();

        await child.WaitForExitAsync();
    }

    private async Task<FileText> ReadAsync(Stream file) => (await new TextReading(new FileKinds(), Limits, _process).ReadAsync(file, default))!;

    private async Task AssertReadsOnAsync()
    {
        AssertBounded();
        Assert.Equal("Still here", (await ReadAsync(Good())).Text);
    }

    /// <summary>Where it is still there: one that was ended took no more either.</summary>
    private void AssertBounded()
    {
        if (_process.Current is not { HasExited: false } reader)
            return;
        reader.Refresh();
        Assert.True(reader.PeakWorkingSet64 < Memory + Around, string.Create(CultureInfo.InvariantCulture, $"{reader.PeakWorkingSet64 / 1024 / 1024} MB"));
    }

    private static MemoryStream Good() => OfPage("", "BT /F1 12 Tf 25 700 Td (Still here) Tj ET"u8.ToArray()).ToStream();

    private static MemoryStream Workbook(int spaces, Action<StreamWriter>? cell = null)
    {
        var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add("[Content_Types].xml", """<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>""");
            Add("_rels/.rels", """<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Add("xl/workbook.xml", """<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheets/></workbook>""");
            using var sheet = new StreamWriter(archive.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open());
            sheet.Write("""<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row><c t="inlineStr"><is><t>""");
            cell?.Invoke(sheet);
            sheet.Write("</t></is></c></row>");
            var line = new string(' ', 1024 * 1024);
            for (var written = 0; written < spaces; written += line.Length)
                sheet.Write(line);
            sheet.Write("</sheetData></worksheet>");

            void Add(string name, string text)
            {
                using var part = new StreamWriter(archive.CreateEntry(name).Open());
                part.Write(text);
            }
        }

        file.Position = 0;
        return file;
    }
}
