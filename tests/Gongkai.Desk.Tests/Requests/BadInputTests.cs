using System.Buffers.Binary;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Gongkai.Content;
using Gongkai.Desk.Tests.Editing;
using Gongkai.Desk.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Desk.Tests.Requests;

/// <summary>What people send who mean no good, or do not know better: refused in words, told to the audit trail, nothing half done.</summary>
public sealed class BadInputTests(EditingSite site) : IClassFixture<EditingSite>
{
    private const string Script = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>{{7*7}}[js: 1]";

    public static TheoryData<string> Pages =>
    [
        "/admin/sign-in", "/admin/account/password", "/admin/users/add", "/admin/users/edit/editor", "/admin/roles",
        "/admin/content-types/new", "/admin/content-types/type/Page", "/admin/content-types/field/Page?part=Page&newName=Extra&displayName=x&kind=TextField",
        "/admin/taxonomies/term/topics", "/admin/taxonomies/term/topics/topic-02", "/admin/export", "/admin/documents/import", "/admin/media",
        "/admin/content/edit/{new}?type=Page", "/admin/content/edit/{new}?type=DisclosureEntry", "/admin/content/edit/{new}?type=QaIssue", "/admin/content/edit/{new}?type=PolicyInterpretation",
        "/admin/content/history/{page}", "/admin/content/withdraw/{page}",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Script_in_every_text_field_of_every_form_stays_text(string address)
    {
        foreach (var answer in await SendAllAsync(address, Script))
        {
            Assert.True((int)answer.Status < 500, $"{answer.Address}: {answer.Status}");
            Assert.Empty(answer.Document.QuerySelectorAll("main script, main img[src=x], [onerror]"));
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_hundred_thousand_characters_in_every_text_field_of_every_form_are_not_taken(string address)
    {
        foreach (var answer in await SendAllAsync(address, new string('长', 100_000)))
        {
            Assert.True((int)answer.Status < 500, $"{answer.Address}: {answer.Status}");
            Assert.Null(answer.Document.QuerySelector(".message-good"));
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Characters_that_no_database_keeps_make_nothing_fail(string address)
    {
        foreach (var answer in await SendAllAsync(address, "a\0b\uFFFE\u202E\u0001"))
            Assert.True((int)answer.Status < 500, $"{answer.Address}: {answer.Status}");
    }

    [Theory]
    [InlineData("/admin/content?q={0}&author={0}&issuer={0}&state={0}&p={0}")]
    [InlineData("/admin/content/Page?q={0}&sort={0}&from={0}")]
    [InlineData("/admin/audit?user={0}&action={0}&item={0}&from={0}&p={0}")]
    [InlineData("/admin/media?q={0}&folder={0}")]
    [InlineData("/admin/users?q={0}&role={0}")]
    [InlineData("/admin/export?id={0}&type={0}")]
    [InlineData("/admin/sign-in?returnUrl={0}")]
    [InlineData("/admin/content/job/{0}")]
    [InlineData("/admin/recipes/run/{0}")]
    public async Task Script_in_an_address_stays_text(string address)
    {
        using var administrator = await site.Desk.SignInAsync("administrator");

        foreach (var text in (string[])[Script, "a\0b", new string('x', 2_000)])
        {
            var answer = await administrator.GetAsync(string.Format(null, address, Uri.EscapeDataString(text)));

            Assert.True((int)answer.Status < 500, $"{answer.Address}: {answer.Status}");
            Assert.Empty(answer.Document.QuerySelectorAll("main script, main img[src=x], [onerror]"));
        }
    }

    [Fact]
    public async Task A_form_that_is_sent_again_saves_nothing_twice_and_a_new_item_is_made_once()
    {
        using var editor = await site.Desk.SignInAsync("editor");
        var page = await editor.GetAsync($"/admin/content/edit/{IdGenerator.NewId()}?type=Page");
        var fields = new DeskForm(page.Form(EditingAnswers.Form)) { ["TitlePart.Title"] = "只做一次", ["$do"] = "save" };
        var address = $"/admin/content/edit/{page.IdOf()}";
        Assert.Contains("草稿已保存", (await editor.PostAsync(address, fields.Values)).Message, StringComparison.Ordinal);
        var made = await site.FindAsync(page.IdOf());

        var again = await editor.PostAsync(address, fields.Values);

        Assert.DoesNotContain("草稿已保存", again.Text, StringComparison.Ordinal);
        Assert.Equal(made!.ContentItemVersionId, (await site.FindAsync(page.IdOf()))!.ContentItemVersionId);
        Assert.Single((await site.Desk.Services.GetRequiredService<IAuditTrail>().QueryAsync(new() { ContentItemId = page.IdOf(), Result = AuditResult.Refused })).Records);
    }

    [Theory]
    [InlineData("GET", "/admin/content/edit/{0}")]
    [InlineData("GET", "/admin/content/history/{0}")]
    [InlineData("GET", "/admin/content/compare/{0}")]
    [InlineData("GET", "/admin/content/withdraw/{0}")]
    [InlineData("GET", "/admin/content/conflict/{0}")]
    [InlineData("POST", "/admin/content/edit/{0}")]
    [InlineData("POST", "/admin/content/copy/{0}")]
    [InlineData("POST", "/admin/content/withdraw/{0}")]
    [InlineData("POST", "/admin/content/history/{0}?handler=Publish")]
    [InlineData("POST", "/admin/content/history/{0}?handler=Delete")]
    [InlineData("POST", "/admin/content/history/{0}?handler=Schedule")]
    [InlineData("POST", "/admin/editing/keep/{0}")]
    public async Task The_id_of_another_offices_item_shows_and_changes_nothing(string method, string address)
    {
        var item = await site.AddEntryAsync("office-b", "乙局的机密草稿");
        using var jia = await site.Desk.SignInAsync("jia");
        var token = new DeskForm((await jia.GetAsync("/admin")).Form("header form"))["__RequestVerificationToken"];
        var where = string.Format(null, address, item.ContentItemId);

        var answer = method == "GET" ? await jia.GetAsync(where) : await jia.PostAsync(where, [new("__RequestVerificationToken", token), new("seen", item.ContentItemVersionId), new("$based", item.ContentItemVersionId), new("$do", "publish")]);

        Assert.True(answer.Status is HttpStatusCode.NotFound or HttpStatusCode.Forbidden || answer.Address != where, $"{where}: {answer.Status}");
        Assert.DoesNotContain("乙局的机密草稿", answer.Document.DocumentElement.TextContent, StringComparison.Ordinal);
        var now = await site.FindAsync(item.ContentItemId);
        Assert.Equal((item.ContentItemVersionId, false), (now!.ContentItemVersionId, now.Published));
    }

    public static TheoryData<string, byte[], string> Uploads => new()
    {
        { "大图.png", HugePicture(), "50000" },
        { "程序.pdf", "MZ\u0090\0"u8.ToArray(), "程序" },
        { "炸弹.docx", Docx(writer => { for (var i = 0; i < 60; i++) writer.Write(new string(' ', 1024 * 1024)); }), "大得异常" },
    };

    [Theory]
    [MemberData(nameof(Uploads))]
    public async Task An_upload_that_does_harm_is_refused_in_words_and_told(string name, byte[] content, string says)
    {
        var isDocument = name.EndsWith(".docx", StringComparison.Ordinal);
        using var editor = await site.Desk.SignInAsync("editor");

        var page = await UploadAsync(editor, isDocument ? "/admin/documents/import" : "/admin/media", isDocument ? "form:has(#file)" : "form[data-upload]", isDocument ? "file" : "files", name, content);

        Assert.Contains(says, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var row = (await site.Desk.Services.GetRequiredService<IAuditTrail>().QueryAsync(new() { Action = AuditActions.MediaUploaded, Result = AuditResult.Refused })).Records.First(one => one.Title == name);
        Assert.Equal("editor", row.User);
        Assert.Contains(says, row.Details, StringComparison.Ordinal);
        Assert.DoesNotContain((await site.Desk.Services.GetRequiredService<IMediaLibrary>().ListAsync("")).Files, file => file.Path.Contains(Path.GetFileNameWithoutExtension(name), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_document_of_ten_thousand_pages_is_refused_in_words_and_leaves_no_draft()
    {
        var random = new Random(7);
        var file = Docx(writer =>
        {
            for (var i = 0; i < 25_000; i++)
                writer.Write($"<w:p><w:r><w:t>{Convert.ToHexString(RandomBytes(random, 500))}</w:t></w:r></w:p>");
        });
        using var editor = await site.Desk.SignInAsync("editor");

        var page = await UploadAsync(editor, "/admin/documents/import", "form:has(#file)", "file", "长.docx", file);

        Assert.Contains("太长", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("textarea[name=body]"));
    }

    [Fact]
    public async Task Word_HTML_that_was_pasted_without_script_is_saved_without_its_scripts_and_styles()
    {
        await site.Desk.Site.ImportAsync("""
            {"name":"ContentDefinition","ContentTypes":[{"Name":"Letter","DisplayName":"信","Settings":{"ContentTypeSettings":{"Creatable":true}},"ContentTypePartDefinitionRecords":[
              {"PartName":"TitlePart","Name":"TitlePart","Settings":{}},{"PartName":"HtmlBodyPart","Name":"HtmlBodyPart","Settings":{}}]}],"ContentParts":[]}
            """);
        using var editor = await site.Desk.SignInAsync("editor");
        var page = await editor.GetAsync($"/admin/content/edit/{IdGenerator.NewId()}?type=Letter");

        await editor.PressAsync(page, "save", form => (form["TitlePart.Title"], form["HtmlBodyPart.Html"]) = (
            "粘来的", "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"><head><style>p.MsoNormal{}</style></head><body><p class=MsoNormal style='mso-style-name:x'>正文<script>alert(1)</script><o:p></o:p></p></body></html>"));

        var html = (await site.FindAsync(page.IdOf()))!.Part("HtmlBodyPart")!.Text("Html")!;
        Assert.Contains("正文", html, StringComparison.Ordinal);
        Assert.DoesNotMatch("script|style|Mso|o:p", html);
    }

    /// <summary>Sends each form of a page with a text in every field in which people write.</summary>
    private async Task<IReadOnlyList<DeskAnswer>> SendAllAsync(string address, string text)
    {
        var item = address.Contains("{page}", StringComparison.Ordinal) ? await site.AddAsync("Page", $$""" "TitlePart": { "Title": "题" }, "AutoroutePart": { "Path": "bad-{{IdGenerator.NewId()}}" } """, publish: true) : null;
        using var administrator = await site.Desk.SignInAsync("administrator");
        var page = await administrator.GetAsync(address.Replace("{page}", item?.ContentItemId, StringComparison.Ordinal).Replace("{new}", IdGenerator.NewId(), StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        var answers = new List<DeskAnswer>();
        foreach (var form in page.Document.QuerySelectorAll<IHtmlFormElement>("main form").Where(form => form.Method == "post"))
        {
            var written = form.Elements.Where(IsWritten).Select(field => field.GetAttribute("name")!).Distinct().ToList();
            if (written.Count == 0)
                continue;
            var fields = new DeskForm(form);
            foreach (var name in written)
                fields[name] = text;
            if (form.Id == "editing")
                fields["$do"] = "save";
            answers.Add(await administrator.PostAsync(form.GetAttribute("action") is { Length: > 0 } action ? action : page.Address, fields.Values));
        }

        return answers;
    }

    private static bool IsWritten(IHtmlElement field) => field.GetAttribute("name") is { Length: > 0 } name && !name.StartsWith("__", StringComparison.Ordinal)
        && (field is IHtmlTextAreaElement || (field is IHtmlInputElement { Type: "text" or "search" or "email" or "url" or "password" or "number" or "date" or "datetime-local" }));

    private static async Task<IHtmlDocument> UploadAsync(DeskBrowser browser, string address, string selector, string field, string name, byte[] content)
    {
        var form = (await browser.GetAsync(address)).Form(selector);
        using var body = new MultipartFormDataContent
        {
            { new StringContent(new DeskForm(form)["__RequestVerificationToken"]), "__RequestVerificationToken" },
            { new StringContent("DisclosureEntry"), "type" },
        };
        body.Add(new ByteArrayContent(content) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } }, field, name);
        using var response = await browser.Client.PostAsync(new Uri(form.GetAttribute("action")!, UriKind.Relative), body);
        if (response.Headers.Location is { } location)
            return (await browser.GetAsync(location.ToString())).Document;
        return await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());
    }

    /// <summary>A PNG whose header says 50,000 by 50,000.</summary>
    private static byte[] HugePicture()
    {
        var header = new byte[17];
        "IHDR"u8.CopyTo(header);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), 50_000);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(8), 50_000);
        (header[12], header[13]) = (8, 2);
        using var file = new MemoryStream();
        file.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        using var pixels = new MemoryStream();
        using (var deflate = new ZLibStream(pixels, CompressionLevel.Fastest, leaveOpen: true))
            deflate.Write(new byte[1024]);
        Write(header);
        Write([.. "IDAT"u8, .. pixels.ToArray()]);
        Write([.. "IEND"u8]);
        return file.ToArray();

        void Write(byte[] chunk)
        {
            var number = new byte[4];
            BinaryPrimitives.WriteInt32BigEndian(number, chunk.Length - 4);
            file.Write(number);
            file.Write(chunk);
            BinaryPrimitives.WriteUInt32BigEndian(number, Crc(chunk));
            file.Write(number);
        }
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
        }

        return ~crc;
    }

    private static byte[] RandomBytes(Random random, int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }

    private static byte[] Docx(Action<StreamWriter> body)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write("[Content_Types].xml", writer => writer.Write("""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""));
            Write("_rels/.rels", writer => writer.Write("""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"""));
            Write("word/document.xml", writer =>
            {
                writer.Write("""<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>""");
                body(writer);
                writer.Write("</w:body></w:document>");
            });

            void Write(string name, Action<StreamWriter> write)
            {
                using var writer = new StreamWriter(archive.CreateEntry(name, CompressionLevel.Optimal).Open(), new UTF8Encoding(false));
                write(writer);
            }
        }

        return file.ToArray();
    }
}
