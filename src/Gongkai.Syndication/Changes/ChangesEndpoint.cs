using System.ComponentModel;
using System.Globalization;
using System.Text.Json.Nodes;
using Gongkai.Content;
using Gongkai.Web;
using Gongkai.Web.Languages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Gongkai.Syndication.Changes;

/// <summary><c>GET /api/changes?after=N</c>: with it another site or office follows this one.</summary>
internal static class ChangesEndpoint
{
    private const string After = "after";

    public static void Map(IEndpointRouteBuilder endpoints, string api) => endpoints
        .MapRead(api + "/changes", (HttpContext http, ChangePages pages, IChangeFeed feed, SiteSettings site, [AsParameters] ChangeParameters parameters) => AnswerAsync(http, api, pages, feed, site))
        .WithName("Gongkai.Api.Changes").WithSummary("变更")
        .WithDescription("某一序号之后公开内容的变更，用于镜像本站：内容的公开数据，或者它不再公开（只有编号）。参数 after 是上次得到的 upTo，从 0 开始；一页最多 100 条，next 是下一页的地址。")
        .WithTags("公开接口").Produces<JsonObject>().ProducesProblem(StatusCodes.Status400BadRequest);

    private static async Task AnswerAsync(HttpContext http, string api, ChangePages pages, IChangeFeed feed, SiteSettings site)
    {
        http.Response.Headers.XContentTypeOptions = "nosniff";
        if (!pages.IsPossible)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (Read(http.Request.Query, out var after) is { } fault)
        {
            await JsonAnswer.BadRequestAsync(http, fault);
            return;
        }

        var last = await feed.GetLastAsync(http.RequestAborted);
        if (after > last)
        {
            await JsonAnswer.BadRequestAsync(http, PageTexts.Of("after：最后的序号是 {0}，没有 {1}。如果本站是从备份恢复的，请从 0 重新开始。", last, after));
            return;
        }

        var origin = SiteOrigin.Bare(http, site);
        // Whatever is told changes the last number. The site's own cache does not keep it: it has no tag for the feed.
        http.Response.Headers.CacheControl = "no-cache";
        var etag = string.Create(CultureInfo.InvariantCulture, $"W/\"{after}-{last}\"");
        http.Response.Headers.ETag = etag;
        if (http.Request.Headers.IfNoneMatch.Contains(etag))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        await JsonAnswer.SendAsync(http, "application/json", Json(await pages.ReadAsync(after, http.RequestAborted), origin, origin + api + "/changes"));
    }

    /// <summary>The answer.</summary>
    internal static JsonObject Json(ChangePage page, string origin, string address) => new()
    {
        [After] = page.After,
        ["upTo"] = page.UpTo,
        ["last"] = page.Last,
        ["next"] = page.HasMore ? string.Create(CultureInfo.InvariantCulture, $"{address}?{After}={page.UpTo}") : null,
        ["changes"] = JsonAnswer.Array(page.Changes.Select(change => JsonAnswer.Object(
            ("sequence", change.Sequence), ("contentItemId", change.ContentItemId), ("state", change.Item is null ? "gone" : "public"),
            ("url", change.Url is { } url ? origin + url : null), ("item", change.Item)))),
    };

    private static string? Read(IQueryCollection query, out long after)
    {
        after = 0;
        if (query.Keys.FirstOrDefault(name => !string.Equals(name, After, StringComparison.OrdinalIgnoreCase)) is { } unknown)
            return PageTexts.Of("没有名为“{0}”的参数；可用的参数：{1}。", ShortText.Of(unknown), After);
        if (query[After] is not [{ Length: > 0 } text, ..] values)
            return null;
        return values.Count == 1 && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out after) ? null : PageTexts.Of("after：“{0}”不是序号，应为从 0 起的一个整数。", ShortText.Of(text));
    }
}

/// <summary>The parameters, for the OpenAPI document: they are read by the endpoint, which names every fault.</summary>
internal sealed record ChangeParameters([property: FromQuery(Name = "after"), Description("上次得到的 upTo；从头开始时为 0")] string? After);
