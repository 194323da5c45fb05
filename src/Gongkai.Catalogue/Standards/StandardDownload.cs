using System.Globalization;
using Gongkai.Catalogue.Tables;
using Gongkai.Content;
using Gongkai.Web;
using Gongkai.Web.Languages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gongkai.Catalogue.Standards;

/// <summary>The standard catalogues as a file, all or of one field and level: the columns of the national form, as an import reads them, and how each item stands.</summary>
internal sealed class StandardDownload(StandardItems standards, StandardOverview overview, IContentReader reader, SiteSettings site, TableAnswer answer)
{
    public const string Workbook = "/catalogue/standards.xlsx";
    public const string Csv = "/catalogue/standards.csv";

    private const string Field = "field";
    private const string Level = "level";
    private const int Chunk = 200;

    private static readonly string[] Heading =
        ["领域", "序号", "一级事项", "二级事项", "公开内容", "公开依据", "公开时限", "公开主体", "公开渠道和载体", "公开对象", "公开方式", "公开层级", "公开情况", "说明", "公开条数", "网址"];

    private static readonly int[] Widths = [16, 6, 20, 28, 40, 40, 24, 24, 32, 14, 10, 12, 12, 36, 10, 48];
    private static readonly int[] Numbers = [1, 14];

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapRead(Workbook, (HttpContext http, StandardDownload download) => download.AnswerAsync(http, isWorkbook: true)).WithName("Gongkai.Catalogue.StandardsWorkbook");
        endpoints.MapRead(Csv, (HttpContext http, StandardDownload download) => download.AnswerAsync(http, isWorkbook: false)).WithName("Gongkai.Catalogue.StandardsCsv");
    }

    /// <summary>The files of a page of standard catalogues.</summary>
    public static IReadOnlyList<Web.Models.Link> LinksOf(string? field = null, string? level = null)
    {
        var query = field is null ? "" : $"?{Field}={Uri.EscapeDataString(field)}{(level is null ? "" : $"&{Level}={Uri.EscapeDataString(level)}")}";
        return [new("XLSX", Workbook + query), new("CSV", Csv + query)];
    }

    private async Task AnswerAsync(HttpContext http, bool isWorkbook)
    {
        var (field, level) = (Only(http, Field), Only(http, Level));
        var items = standards.Current.Items.Where(item => (field is null || item.Field == field) && (level is null || item.Levels.Contains(level))).ToList();
        if ((field is not null || level is not null) && items.Count == 0)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var states = overview.Rows(items, links: 0, http.RequestAborted);
        var parts = new Dictionary<string, StandardItemPart>(StringComparer.Ordinal);
        foreach (var chunk in items.Chunk(Chunk))
        {
            foreach (var item in await reader.GetManyAsync([.. chunk.Select(item => item.Id)], cancellationToken: http.RequestAborted))
                parts[item.ContentItemId] = item.As<StandardItemPart>();
        }

        var name = field is null ? PageTexts.Of("政务公开标准目录") : PageTexts.Of("{0}标准目录", PageTexts.Of(field));
        // It may set a header, so it is asked before anything is written.
        var origin = SiteOrigin.Of(http, site);
        // One that was withdrawn meanwhile is not there.
        var rows = items.Zip(states).Where(one => parts.ContainsKey(one.First.Id)).Select(one => RowOf(one.First, parts[one.First.Id], one.Second, origin));
        await answer.SendAsync(http, isWorkbook, name, new(PageTexts.Of("标准目录"), Widths) { Numbers = Numbers }, rows.Prepend([.. Heading.Select(PageTexts.Of)]));
    }

    private static string? Only(HttpContext http, string name) => http.Request.Query[name] is [.., { Length: > 0 } value] ? value : null;

    private static IReadOnlyList<string> RowOf(StandardItem item, StandardItemPart part, Web.Models.StandardRowModel state, string origin) =>
    [
        part.Field, item.NumberText, part.FirstLevel, part.SecondLevel ?? "", part.Content ?? "", part.Json.TextField("Basis") ?? "", item.TimeLimit, item.Subject,
        string.Join('、', part.Channels), part.Json.TextField("AudienceNote") ?? part.Json.TextField("Audience") ?? "", part.Mode ?? "", string.Join('、', part.Levels),
        PageTexts.Of(state.State), state.Reason, state.Count.ToString(CultureInfo.InvariantCulture), origin + item.Url,
    ];
}
