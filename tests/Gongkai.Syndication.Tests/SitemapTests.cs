using System.Xml;
using System.Xml.Schema;
using Gongkai.Syndication.Sitemaps;

namespace Gongkai.Syndication.Tests;

/// <summary>sitemaps.org, protocol 0.9: its rules as a schema of our own.</summary>
public sealed class SitemapTests
{
    private static readonly DateTime Changed = new(2022, 3, 4, 5, 6, 7, DateTimeKind.Utc);

    [Theory]
    [InlineData(false, "sitemap.xml")]
    [InlineData(true, "sitemap-index.xml")]
    public async Task A_map_is_written_as_it_was_and_keeps_the_protocol(bool isIndex, string golden)
    {
        var text = await WriteAsync(isIndex, [("https://www.example.gov.cn/a?b=1&c='2'", Changed), ("https://www.example.gov.cn/%E5%85%AC", null)]);

        Validate(text);
        GoldenFile.Verify(golden, text);
    }

    [Fact]
    public async Task An_address_that_is_too_long_for_a_map_is_left_out()
    {
        var text = await WriteAsync(false, [("https://www.example.gov.cn/" + new string('a', 2048), null), ("https://www.example.gov.cn/b", null)]);

        Validate(text);
        Assert.DoesNotContain("aaaa", text, StringComparison.Ordinal);
        Assert.Contains("<loc>https://www.example.gov.cn/b</loc>", text, StringComparison.Ordinal);
    }

    private static Task<string> WriteAsync(bool isIndex, (string, DateTime?)[] addresses) => XmlAnswer.ToTextAsync(writer => SitemapWriter.WriteAsync(writer, isIndex, addresses));

    private static void Validate(string text)
    {
        var schemas = new XmlSchemaSet();
        using var schema = XmlReader.Create(Path.Combine(AppContext.BaseDirectory, "Schemas", "sitemap.xsd"));
        schemas.Add(SitemapWriter.Namespace, schema);
        using var reader = XmlReader.Create(new StringReader(text), new() { ValidationType = ValidationType.Schema, Schemas = schemas, ValidationFlags = XmlSchemaValidationFlags.ReportValidationWarnings });
        while (reader.Read())
        {
        }
    }
}
