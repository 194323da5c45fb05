using System.Globalization;
using System.Text;
using Gongkai.Content;

namespace OrchardSite.CommandLine;

/// <summary><c>audit verify</c> and <c>audit export</c>.</summary>
internal static class AuditCommand
{
    private const string JsonLines = ".jsonl";

    /// <summary>Verifies the chain; false when something is wrong, or a row that was noted down earlier is another now.</summary>
    /// <param name="services">The site.</param>
    /// <param name="noted">What was noted down: <c>number:hash</c>.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<bool> VerifyAsync(IServiceProvider services, string? noted, CancellationToken cancellationToken)
    {
        var trail = services.GetRequiredService<IAuditTrail>();
        var chain = await trail.VerifyAsync(cancellationToken);
        foreach (var fault in chain.Faults)
            Console.WriteLine($"错误：{fault.Message}");
        var agrees = noted is null || await AgreesAsync(trail, chain, noted, cancellationToken);
        if (chain.IsWhole && agrees)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"审计记录：完整，第 {chain.First} 至 {chain.Last} 号。\n末条校验值：{chain.Last}:{chain.Hash}"));
        return chain.IsWhole && agrees;
    }

    /// <summary>Exports rows: JSON lines when the file's name ends so, otherwise CSV. False when the file cannot be written or a day not be read.</summary>
    public static async Task<bool> ExportAsync(IServiceProvider services, string file, string? from, string? to, CancellationToken cancellationToken)
    {
        if (!DayOption.TryRead("--from", from, out var first) || !DayOption.TryRead("--to", to, out var last))
            return false;
        var zone = services.GetRequiredService<SiteSettings>().TimeZone;
        var query = new AuditQuery { FromUtc = StartOf(first, zone), UntilUtc = StartOf(last?.AddDays(1), zone) };
        var trail = services.GetRequiredService<IAuditTrail>();
        var path = Path.GetFullPath(file);
        var unfinished = Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.{IdGenerator.NewId()}.tmp");
        try
        {
            long rows;
            await using (var writer = new StreamWriter(unfinished, new UTF8Encoding(encoderShouldEmitUTF8Identifier: !IsJsonLines(file)), new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write }))
                rows = await AuditExport.WriteAsync(trail.StreamAsync(query, cancellationToken), writer, IsJsonLines(file));
            File.Move(unfinished, path, overwrite: true);
            await trail.AppendAsync([new(AuditActions.AuditExported) { Title = Path.GetFileName(path), Details = new() { ["rows"] = rows, ["from"] = from, ["to"] = to } }], CancellationToken.None);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"导出完毕：{rows} 条审计记录，写入 {file}"));
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"无法写入“{file}”，请检查文件夹是否存在、是否可写：{fault.Message}");
            return false;
        }
        finally
        {
            if (File.Exists(unfinished))
                File.Delete(unfinished);
        }
    }

    private static bool IsJsonLines(string file) => file.EndsWith(JsonLines, StringComparison.OrdinalIgnoreCase);

    private static DateTime? StartOf(DateOnly? day, TimeZoneInfo zone) => day is { } one ? TimeZoneInfo.ConvertTimeToUtc(one.ToDateTime(TimeOnly.MinValue), zone) : null;

    private static async Task<bool> AgreesAsync(IAuditTrail trail, AuditVerification chain, string noted, CancellationToken cancellationToken)
    {
        var colon = noted.IndexOf(':', StringComparison.Ordinal);
        if (colon < 1 || !long.TryParse(noted.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            await Console.Error.WriteLineAsync($"--noted“{ShortText.Of(noted)}”应写作 号:校验值，与 audit verify 输出的一样。");
            return false;
        }

        var hash = await trail.FindHashAsync(number, cancellationToken);
        if (string.Equals(hash, noted[(colon + 1)..], StringComparison.OrdinalIgnoreCase))
            return true;
        Console.WriteLine(hash is not null
            ? string.Create(CultureInfo.InvariantCulture, $"错误：第 {number} 号的校验值与所记的不同，审计记录被整体改动过。")
            : number > chain.Last
                ? string.Create(CultureInfo.InvariantCulture, $"错误：没有第 {number} 号，末尾的记录被删去了。")
                : string.Create(CultureInfo.InvariantCulture, $"错误：没有第 {number} 号，无法比较；它可能已到期清理（现存第 {chain.First} 至 {chain.Last} 号）。"));
        return false;
    }
}
