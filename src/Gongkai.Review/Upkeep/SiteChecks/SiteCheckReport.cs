using System.Globalization;
using Gongkai.Content;

namespace Gongkai.Review.Upkeep.SiteChecks;

/// <summary>What a check of the site found, as CSV (RFC 4180), a line for each finding in the order of the items.</summary>
public static class SiteCheckReport
{
    private const int BatchSize = 500;
    private const string Head = "内容编号,类型,标题,检查项目,级别,位置,附件,行,问题,发现的内容";

    /// <summary>Writes it, row by row; how many findings it has.</summary>
    /// <param name="records">The findings.</param>
    /// <param name="request">Which of them.</param>
    /// <param name="labelOf">What people call a check.</param>
    /// <param name="writer">Gets the text.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task<int> WriteAsync(ISiteCheckRecords records, SiteFindingRequest request, Func<string, string> labelOf, TextWriter writer, CancellationToken cancellationToken = default)
    {
        await writer.WriteAsync(Head + "\r\n");
        var count = 0;
        var after = 0;
        while (await records.FindingsAsync(request with { After = after, Skip = 0, Count = BatchSize }, cancellationToken) is { Count: > 0 } batch)
        {
            foreach (var finding in batch)
            {
                string[] cells =
                [
                    finding.ContentItemId, finding.ContentType, finding.Title, labelOf(finding.Check), finding.IsBlocking ? "阻止发布" : "提醒", finding.Label, finding.File,
                    finding.Line > 0 ? finding.Line.ToString(CultureInfo.InvariantCulture) : "", SiteFindings.MessageOf(finding), finding.Excerpt,
                ];
                await writer.WriteAsync(string.Join(',', cells.Select(CsvText.Of)) + "\r\n");
            }

            count += batch.Count;
            after = batch[^1].Number;
        }

        return count;
    }
}
