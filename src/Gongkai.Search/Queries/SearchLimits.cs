using Gongkai.Content;

namespace Gongkai.Search.Queries;

/// <summary>What a request may ask for. A limit is said, never silently applied.</summary>
internal static class SearchLimits
{
    /// <summary>The last hit that can be paged to.</summary>
    public const int DeepestHit = 10_000;

    private const int LargestPage = 100;

    /// <summary>Checks a request.</summary>
    /// <exception cref="SearchRequestException">It asks for more than is served.</exception>
    public static void Check(SearchRequest request)
    {
        if (request.Query?.Length > ParsedQuery.LongestText)
            throw new SearchRequestException("q", "搜索词太长：{0} 个字符，最多 {1} 个，请缩短后再搜。", request.Query.Length, ParsedQuery.LongestText);
        if (request.Size is < 0 or > LargestPage)
            throw new SearchRequestException("size", "每页条数应为 0 至 {0}，得到的是 {1}。", LargestPage, request.Size);
        if (request.Page < 1)
            throw new SearchRequestException("page", "页码从 1 开始，得到的是 {0}。", request.Page);
        if ((long)request.Page * request.Size > DeepestHit)
            throw new SearchRequestException("page", "只能翻到第 {0} 条（每页 {1} 条时是第 {2} 页），请用分类、日期或更多的词缩小范围。", DeepestHit, request.Size, DeepestHit / request.Size);
    }
}
