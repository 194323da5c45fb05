using Gongkai.Content;
using Gongkai.OrchardCore.Site;
using Gongkai.Search;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.Logging;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement.Notify;

namespace Gongkai.OrchardCore.Admin;

/// <summary>The desk page: what the catalogue holds, the state of the index, and the button that rebuilds it.</summary>
[Admin("Gongkai/{action}", "Gongkai.{action}")]
public sealed class DeskController(
    IAuthorizationService authorization, ISearch search, SearchIndex index, IChangeFeed feed, IEnumerable<RecipeFeature> features, IContentDefinitions definitions,
    INotifier notifier, IHtmlLocalizer<DeskController> text, ILogger<DeskController> logger) : Controller
{
    /// <summary>The figures.</summary>
    public async Task<IActionResult> Index()
    {
        if (!await authorization.AuthorizeAsync(User, GongkaiPermissions.ManageGongkai))
            return Forbid();
        var counted = search.Search(new SearchRequest { Size = 0 }, HttpContext.RequestAborted);
        var report = await index.CheckAsync(HttpContext.RequestAborted);
        return View(new DeskFigures(
            counted.Total, counted.Facets.GetValueOrDefault(SearchFacets.Type) ?? [], counted.Facets.GetValueOrDefault(SearchFacets.Year) ?? [],
            report.Sequence, await feed.GetLastAsync(HttpContext.RequestAborted), report.Documents, report.Bytes, [.. features.SelectMany(feature => DefinitionConflicts.Of(feature, definitions.Current)), .. report.Faults],
            await authorization.AuthorizeAsync(User, GongkaiPermissions.ExportSearchLog)));
    }

    /// <summary>Rebuilds the index; the old one serves meanwhile.</summary>
    [HttpPost]
    [ValidateAntiForgeryToken]
    public async Task<IActionResult> Rebuild()
    {
        if (!await authorization.AuthorizeAsync(User, GongkaiPermissions.ManageGongkai))
            return Forbid();
        try
        {
            await notifier.SuccessAsync(await index.RebuildAsync(HttpContext.RequestAborted) ? text["搜索索引已重建。"] : text["另一个进程正在使用搜索索引，已请它重建。"]);
        }
        catch (IOException fault)
        {
            logger.LogError(fault, "重建搜索索引失败。");
            await notifier.ErrorAsync(text["重建失败，原有索引继续使用。请检查磁盘空间，详情见日志。"]);
        }

        return RedirectToAction(nameof(Index));
    }
}

/// <summary>What the desk page shows.</summary>
/// <param name="Total">Public items.</param>
/// <param name="Types">Public items by type.</param>
/// <param name="Years">Public items by year.</param>
/// <param name="Indexed">The number of the last change in the committed index.</param>
/// <param name="Last">The number of the last change.</param>
/// <param name="Documents">Items in the committed index.</param>
/// <param name="Bytes">The index's size in bytes.</param>
/// <param name="Faults">What is wrong, in words; empty when nothing is.</param>
/// <param name="MayExportLog">Whether whoever is there may export what people searched for.</param>
public sealed record DeskFigures(
    int Total, IReadOnlyList<FacetCount> Types, IReadOnlyList<FacetCount> Years, long Indexed, long Last, int Documents, long Bytes, IReadOnlyList<string> Faults, bool MayExportLog);
