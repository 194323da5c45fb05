using Gongkai.Content;
using Gongkai.Desk.Figures;
using Gongkai.Desk.Shell;
using Gongkai.Review.Figures;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Desk.Pages.Figures;

/// <summary>What the office did in a period, as the yearly report states it; each number leads to the list of its items.</summary>
[RequirePermission(Permissions.AccessAdminPanel)]
[RequirePermission(Permissions.ViewFigures)]
internal sealed class IndexModel(SeenFigures figures, FigureLabels labels, FigureSentences sentences, SiteSettings site) : PeriodPage
{
    private const int YearsOffered = 4;

    /// <summary>The report; null when the period cannot be read.</summary>
    public FigureReport? Report { get; private set; }

    public FigureLabels Labels => labels;

    public IEnumerable<string> Sentences => Report is null ? [] : sentences.Of(Report);

    /// <summary>The years that a click gives.</summary>
    public IEnumerable<int> Years => Enumerable.Range(0, YearsOffered).Select(ago => site.Today.Year - ago);

    public async Task<IActionResult> OnGetAsync()
    {
        await LoadAsync();
        return Page();
    }

    public Task<IActionResult> OnGetWorkbookAsync() => DownloadAsync(isWorkbook: true);

    public Task<IActionResult> OnGetCsvAsync() => DownloadAsync(isWorkbook: false);

    private async Task<IActionResult> DownloadAsync(bool isWorkbook)
    {
        await LoadAsync();
        if (Report is null)
            return Page();
        IReadOnlyList<string>[] rows =
        [
            [L["开始日期"], L["结束日期"], L["统计表"], L["分项"], L["公开属性"], L["数量"]],
            .. Report.Tables.SelectMany(table => table.Rows.SelectMany(row => row.Cells.Select(cell => new[]
            {
                Report.Period.FromText, Report.Period.ToText, labels.OfTable(table.Name), labels.OfRow(table.Name, row.Name),
                cell.Column == FigureTables.All ? table.Columns.Count > 1 ? labels.OfColumn(table.Name, cell.Column) : "" : cell.Column, FigureSentences.Number(cell.Count),
            }))),
        ];
        return new TableDownload($"{L["工作统计"]} {Report.Period.FromText} {Report.Period.ToText}", new(L["工作统计"], [12, 12, 24, 24, 14, 10]) { Numbers = [5] }, rows, isWorkbook);
    }

    private async Task LoadAsync()
    {
        Heading = L["工作统计"];
        if (ReadPeriod())
            Report = await figures.MakeAsync(Period!, HttpContext.RequestAborted);
    }
}
