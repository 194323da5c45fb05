using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Gongkai.Content;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.CommandLine;

namespace OrchardSite.Tests;

/// <summary>What the command line does with the audit trail.</summary>
public sealed class AuditCommandTests : IAsyncLifetime
{
    private const string Page = """
        {"name":"Content","data":[{"ContentItemId":"a","ContentItemVersionId":"a-1","ContentType":"Page","Latest":true,"Published":true,"TitlePart":{"Title":"一"},"AutoroutePart":{"Path":"a"},"MarkdownBodyPart":{"Markdown":""}},
        {"ContentItemId":"b","ContentItemVersionId":"b-1","ContentType":"Page","Latest":true,"Published":true,"TitlePart":{"Title":"=1+1"},"AutoroutePart":{"Path":"b"},"MarkdownBodyPart":{"Markdown":""}}]}
        """;

    private readonly SiteFixture _site = new(withSample: false);

    public Task InitializeAsync() => _site.InitializeAsync();

    public Task DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task The_trail_is_exported_and_can_be_checked_with_other_means()
    {
        await _site.ImportAsync(Page);
        await _site.ExecuteAsync(new Unpublish("b"));

        var rows = await ExportAsync();

        // As docs/audit.md says it, and nothing of the program's own.
        var hash = new string('0', 64);
        foreach (var row in rows)
        {
            var text = new StringBuilder();
            foreach (var field in new[] { hash }.Concat(row.Where(field => field.Key != "hash").Select(field => field.Value!.ToString())))
                text.Append(CultureInfo.InvariantCulture, $"{Encoding.UTF8.GetByteCount(field)}:{field}");
            hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
            Assert.Equal((string)row["hash"]!, hash);
        }

        Assert.Equal(Enumerable.Range(1, rows.Count).Select(number => (long)number), rows.Select(row => (long)row["sequence"]!));
        Assert.Contains(rows, row => (string)row["action"]! == "Recipe.Imported" && (string)row["title"]! == "试.recipe.json");
        Assert.Contains(rows, row => (string)row["action"]! == "Content.Imported" && ((string)row["details"]!).Contains("\"items\":[\"a\",\"b\"]", StringComparison.Ordinal));
        Assert.Contains(rows, row => (string)row["action"]! == "Roles.Saved");
        var csv = await File.ReadAllLinesAsync(await ExportFileAsync("audit.csv"));
        Assert.Equal("编号,时间（UTC）,用户,姓名,地址,操作,内容编号,版本编号,类型,标题,结果,详情,校验值", csv[0]);
        // The first export is told in the second.
        Assert.Equal(rows.Count + 2, csv.Length);
        Assert.Contains("Audit.Exported", csv[^1], StringComparison.Ordinal);
        Assert.Contains(csv, line => line.Contains(",Content.Unpublished,b,b-1,Page,'=1+1,Succeeded,", StringComparison.Ordinal));
        Assert.Contains("\"{\"\"files\"\":[\"\"试.recipe.json\"\"]", string.Join('\n', csv), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Days_are_those_of_the_site_and_a_file_is_whole_or_not_there()
    {
        var day = TimeZoneInfo.ConvertTimeFromUtc(DateTime.UtcNow, _site.Services.GetRequiredService<SiteSettings>().TimeZone).Date;
        string Day(int days) => day.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        Assert.NotEmpty(await ExportAsync(Day(-1), Day(1)));
        Assert.Empty(await ExportAsync(Day(-9), Day(-2)));
        Assert.False(await AuditCommand.ExportAsync(_site.Services, At("x.csv"), "yesterday", null, CancellationToken.None));
        Assert.False(await AuditCommand.ExportAsync(_site.Services, At("nowhere/x.csv"), null, null, CancellationToken.None));
        Assert.DoesNotContain(Directory.GetFiles(_site.DataFolder), file => file.Contains("x.csv", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_noted_down_earlier_proves_that_nothing_was_changed_since()
    {
        var noted = await _site.Services.GetRequiredService<IAuditTrail>().VerifyAsync();
        await _site.ImportAsync(Page);

        Assert.True(await VerifyAsync(null));
        Assert.True(await VerifyAsync($"{noted.Last}:{noted.Hash}"));
        Assert.True(await VerifyAsync($"{noted.Last}:{noted.Hash.ToUpperInvariant()}"));
        Assert.False(await VerifyAsync($"{noted.Last}:{new string('a', 64)}"));
        Assert.False(await VerifyAsync($"99999:{noted.Hash}"));
        Assert.False(await VerifyAsync("nonsense"));
    }

    [Fact]
    public async Task A_changed_row_is_found_by_verify_and_by_check()
    {
        Assert.True(await CheckCommand.RunAsync(_site.Services, CancellationToken.None));
        await using (var connection = new SqliteConnection($"Data Source={At("gongkai.db")};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = """DROP TRIGGER "AuditTrail_NoUpdate"; UPDATE "AuditTrail" SET "User" = 'other' WHERE "Sequence" = 2""";
            await command.ExecuteNonQueryAsync();
        }

        Assert.False(await VerifyAsync(null));
        Assert.False(await CheckCommand.RunAsync(_site.Services, CancellationToken.None));
    }

    private Task<bool> VerifyAsync(string? noted) => AuditCommand.VerifyAsync(_site.Services, noted, CancellationToken.None);

    private async Task<List<JsonObject>> ExportAsync(string? from = null, string? to = null)
    {
        var file = await ExportFileAsync($"{Guid.NewGuid():N}.jsonl", from, to);
        return [.. (await File.ReadAllLinesAsync(file)).Select(line => JsonNode.Parse(line)!.AsObject())];
    }

    private async Task<string> ExportFileAsync(string name, string? from = null, string? to = null)
    {
        Assert.True(await AuditCommand.ExportAsync(_site.Services, At(name), from, to, CancellationToken.None));
        return At(name);
    }

    private string At(string name) => Path.Combine(_site.DataFolder, name);
}
