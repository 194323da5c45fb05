using System.Globalization;
using Gongkai.Content;
using Gongkai.Desk.Figures;
using Gongkai.Desk.Shell;
using Gongkai.Review.Figures;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Desk.Pages.Figures;

/// <summary>The items that a figure counts, and no others: figure and list are made of the same.</summary>
[RequirePermission(Permissions.AccessAdminPanel)]
[RequirePermission(Permissions.ViewFigures)]
internal sealed class ItemsModel(SeenFigures figures, FigureLabels labels, IContentReader reader) : PeriodPage
{
    /// <summary>Lines a page.</summary>
    public const int PageSize = 50;

    private const int MostRows = 10_000;

    [BindProperty(SupportsGet = true, Name = "table")]
    public string? Table { get; set; }

    [BindProperty(SupportsGet = true, Name = "row")]
    public string? Row { get; set; }

    [BindProperty(SupportsGet = true, Name = "column")]
    public string? Column { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public Figure Figure { get; private set; } = null!;

    /// <summary>The page's lines; the item is null when whoever is there may list it and not read it.</summary>
    public IReadOnlyList<(FigureItem Counted, ContentItem? Item)> Lines { get; private set; } = [];

    public int Pages => Math.Max(1, (Figure.Items.Count + PageSize - 1) / PageSize);

    /// <summary>Whether an item may count for more than one.</summary>
    public bool IsWeighted => Figure is { Table: FigureTables.Questions, Row: FigureTables.Pairs };

    public string DayHead => Figure.Table == FigureTables.Reviewed ? L["认定日期"] : L["公开日期"];

    public static string DayOf(FigureItem item) => item.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public string TitleOf(ContentItem? item) => item is null ? L["（没有查看这条内容的权限）"] : item.DisplayText.Length > 0 ? item.DisplayText : item.ContentItemId;

    /// <summary>The parameters of this list for links.</summary>
    public Dictionary<string, string> Route(params (string Name, string Value)[] others) =>
        RouteOf([("table", Figure.Table), ("row", Figure.Row), ("column", Figure.Column), .. others]);

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
            return NotFound();
        Number = Math.Clamp(Number, 1, Pages);
        Lines = await LinesAsync(Figure.Items.Skip((Number - 1) * PageSize).Take(PageSize));
        return Page();
    }

    public Task<IActionResult> OnGetWorkbookAsync() => DownloadAsync(isWorkbook: true);

    public Task<IActionResult> OnGetCsvAsync() => DownloadAsync(isWorkbook: false);

    private async Task<IActionResult> DownloadAsync(bool isWorkbook)
    {
        if (!await LoadAsync())
            return NotFound();
        var lines = new List<(FigureItem Counted, ContentItem? Item)>();
        foreach (var chunk in Figure.Items.Take(MostRows).Chunk(PageSize * 4))
            lines.AddRange(await LinesAsync(chunk));
        IReadOnlyList<string>[] rows =
        [
            [L["序号"], L["标题"], DayHead, L["数量"]],
            .. lines.Select((line, i) => new[]
            {
                (i + 1).ToString(CultureInfo.InvariantCulture), TitleOf(line.Item), DayOf(line.Counted), FigureSentences.Number(line.Counted.Weight),
            }),
        ];
        if (Figure.Items.Count > MostRows)
            rows = [.. rows, ["", L["只列出前 {0} 条，请缩短时间段后再下载其余的。", MostRows], "", ""]];
        return new TableDownload($"{labels.Of(Figure)} {Period!.FromText} {Period.ToText}", new(L["工作统计"], [8, 64, 12, 10]) { Numbers = [0, 3] }, rows, isWorkbook);
    }

    private async Task<bool> LoadAsync()
    {
        if (!ReadPeriod() || (await figures.MakeAsync(Period!, HttpContext.RequestAborted)).Find(Table ?? "", Row ?? "", Column ?? "") is not { } figure)
            return false;
        (Figure, Heading) = (figure, labels.Of(figure));
        return true;
    }

    private async Task<IReadOnlyList<(FigureItem Counted, ContentItem? Item)>> LinesAsync(IEnumerable<FigureItem> counted)
    {
        var page = counted.ToList();
        var items = (await reader.GetManyAsync([.. page.Select(item => item.ContentItemId)], VersionOption.Latest, HttpContext.RequestAborted)).ToDictionary(item => item.ContentItemId, StringComparer.Ordinal);
        return [.. page.Select(item => (item, items.GetValueOrDefault(item.ContentItemId) is { } latest && Can(Permissions.ViewContent, latest) ? latest : null))];
    }
}
