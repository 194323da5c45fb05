using Gongkai.Web;
using Gongkai.Web.Languages;
using Gongkai.Web.Models;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gongkai.SearchPages.Pages;

/// <summary>A page to try the API: a form for each endpoint.</summary>
internal static class ApiPage
{
    /// <summary>The endpoints below the API's address.</summary>
    internal static IReadOnlyList<ApiEndpoint> EndpointsAt(string api) =>
    [
        new("搜索", api + "/search", "按关键词和条件查找主动公开的信息，附各条件下的数量。",
        [
            new("q", "关键词；留空则列出全部", "信息公开", InPath: false),
            new("type", "内容类型：DisclosureEntry、PolicyInterpretation、QaIssue、Page；可重复", "", InPath: false),
            new("topic", "主题的编号，如 topic-02；可重复", "", InPath: false),
            new("genre", "体裁的编号，如 genre-05；可重复", "", InPath: false),
            new("issuer", "发布机构的编号；可重复", "", InPath: false),
            new("year", "年份，四位数字；可重复", "", InPath: false),
            new("validity", "有效性：现行有效、已修改、失效、废止；可重复", "", InPath: false),
            new("audience", "服务对象，如 企业；可重复", "", InPath: false),
            new("standard", "标准目录事项的编号；可重复", "", InPath: false),
            new("since", "最早的日期（含），如 2021-01-01", "", InPath: false),
            new("until", "最晚的日期（含），如 2021-12-31", "", InPath: false),
            new("sort", "排序：relevance、newest、oldest", "", InPath: false),
            new("page", "第几页，从 1 起", "1", InPath: false),
            new("size", "每页几条，最多 100", "5", InPath: false),
        ]),
        new("搜索建议", api + "/suggestions", "输入时的建议：常搜的词、分类、标题、问答中的问题；也可用拼音或首字母，如 zfxxgk。",
            [new("q", "已输入的文字，最多 64 个字符", "公开", InPath: false)]),
        new("内容", api + "/content/{contentItemId}", "一条内容的公开数据。未公开的内容与不存在的一样，返回 404。",
            [new("contentItemId", "内容的编号，如搜索结果中的 contentItemId", "guide", InPath: true)]),
        new("分类", api + "/taxonomies/{alias}", "一个分类的全部条目及其下的内容数量。",
            [new("alias", "分类的别名：topics、genres、issuers", "topics", InPath: true)]),
    ];

    public static void Map(IEndpointRouteBuilder endpoints, SiteAddresses addresses)
    {
        var model = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["Endpoints"] = EndpointsAt(addresses.Api),
            ["Document"] = addresses.ApiDocument,
            ["Breadcrumb"] = (Link[])[new("首页", "/"), new("数据接口", addresses.Api, IsCurrent: true)],
        };
        endpoints.MapRead(addresses.Api, (HttpContext http, IPageRenderer renderer) => renderer.RenderAsync(http, new("GongkaiApi", model, PageTexts.Of("数据接口"))
        {
            Metadata = new() { ColumnName = PageTexts.Of("数据接口"), ColumnType = "信息公开目录", ColumnKeywords = PageTexts.Of("数据接口,开放数据"), Description = PageTexts.Of("查询主动公开的政府信息的数据接口，可在页面上试用。"), Canonical = addresses.Api },
        }))
            .WithName("Gongkai.Api").ExcludeFromDescription();
    }
}
