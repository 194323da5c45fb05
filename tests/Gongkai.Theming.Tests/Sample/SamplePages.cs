using System.Text.Json;
using System.Text.Json.Nodes;
using Gongkai.Content;
using Gongkai.Markup;
using Gongkai.Web;
using Gongkai.Web.Models;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Theming.Tests.Sample;

/// <summary>Every page of the site with a full model, and its empty states: made of the sample city's items.</summary>
internal sealed class SamplePages
{
    private static readonly Link Home = new("首页", "/");

    private readonly List<ContentItem> _items;
    private readonly IMarkup _markup = new ServiceCollection().AddGongkaiMarkup().BuildServiceProvider().GetRequiredService<IMarkup>();

    public SamplePages(string recipesFolder)
    {
        _items = [.. Read(Path.Combine(recipesFolder, "gongkai.recipe.json")), .. Read(Path.Combine(recipesFolder, "sample-city.recipe.json"))];
        _items = [.. _items.GroupBy(item => item.ContentItemId, StringComparer.Ordinal).Select(group => group.Last())];
        Site = new(_items);
    }

    public MemorySite Site { get; }

    /// <summary>The pages by address.</summary>
    public IReadOnlyDictionary<string, Page> Pages => new Dictionary<string, Page>(StringComparer.Ordinal)
    {
        ["/"] = new("GongkaiHome", Model(
            ("Topics", Topics()), ("Entries", Entries("DisclosureEntry", 6)), ("Interpretations", Entries("PolicyInterpretation", 4)), ("Questions", Entries("QaIssue", 5)),
            ("Report", Entries("DisclosureEntry", 20).Single(entry => entry.Title.Contains("年度报告", StringComparison.Ordinal))), ("Total", 1286)), null)
        { Metadata = new() { ColumnName = "首页", ColumnType = "首页", Description = "甲市政府信息公开平台", Canonical = "/" } },
        ["/home-empty"] = new("GongkaiHome", Model(
            ("Topics", Array.Empty<TreeNode>()), ("Entries", Array.Empty<ListEntry>()), ("Interpretations", Array.Empty<ListEntry>()), ("Questions", Array.Empty<ListEntry>()),
            ("Report", null), ("Total", 0)), null),
        ["/catalogue"] = Catalogue("政府信息公开目录", isOpen: false),
        ["/catalogue/topics/topic-02"] = Catalogue("综合政务", isOpen: true),
        ["/catalogue/empty"] = Catalogue("国防", isOpen: true, list: [], chips: [], query: ""),
        ["/catalogue/no-hits"] = Catalogue("国防", isOpen: true, list: [], query: "机器人"),
        ["/interpretations"] = Column("GongkaiInterpretations", "政策解读", "/interpretations", "PolicyInterpretation"),
        ["/interpretations/empty"] = new("GongkaiInterpretations", Model(("Heading", "政策解读"), ("Years", Array.Empty<Link>()), ("List", Array.Empty<ListEntry>()),
            ("Pager", new Pager(1, 1, 0, [], null, null)), ("Total", 0), ("Breadcrumb", new[] { Home })), "政策解读"),
        ["/questions"] = Column("GongkaiQuestions", "政策简明问答", "/questions", "QaIssue"),
        ["/questions/empty"] = new("GongkaiQuestions", Model(("Heading", "政策简明问答"), ("Years", Array.Empty<Link>()), ("List", Array.Empty<ListEntry>()),
            ("Pager", new Pager(1, 1, 0, [], null, null)), ("Total", 0), ("Breadcrumb", new[] { Home })), "政策简明问答"),
        ["/glossary"] = Glossary([new("Q", [new("term-a", "其他应收款", "", "别人欠单位、还没有收回来的钱。")]), new("X", [new("term-b", "行政复议", "复议", "不服行政机关的决定，<请>上一级机关重新审查。")])]),
        ["/glossary/empty"] = Glossary([]),
        ["/search"] = Search("公积金", 37, Found()),
        ["/search/start"] = Search("", 1286, Entries("DisclosureEntry", 5), chips: []),
        ["/search/no-hits"] = Search("量子计算机<script>alert(1)</script>", 0, []),
        ["/search/nothing-yet"] = Search("", 0, [], chips: []),
        ["/search/problem"] = Search(new string('长', 600), 0, [], problem: "关键词太长，最多 512 个字符，请写短一些。"),
        ["/api"] = Api(),
        ["/not-found"] = new("GongkaiNotFound", Model(("Path", "/entries/<script>alert(1)</script>")), "没有找到这个页面", 404),
        ["/error"] = new("GongkaiError", Model(), "页面暂时打不开", 500),
        ["/message"] = new("GongkaiMessage", Model(("Heading", "政府信息公开指南尚未发布"), ("Text", "指南正在编制。急需查阅或申请公开政府信息的，请拨打页面下方的联系电话。")), "政府信息公开指南"),
    };

    /// <summary>The items that have a page, by address.</summary>
    public IReadOnlyDictionary<string, ContentItem> Items => _items.Where(item => item.ContentType != "Taxonomy" && AutoroutePart.RouteOf(item) is not null)
        .ToDictionary(item => "/" + AutoroutePart.RouteOf(item), StringComparer.Ordinal);

    public void Map(WebApplication app)
    {
        foreach (var (address, page) in Pages)
            app.MapGet(address, (HttpContext http, IPageRenderer renderer) => renderer.RenderAsync(http, page));
        foreach (var (address, item) in Items)
            app.MapGet(address, (HttpContext http, IItemRenderer renderer) => renderer.RenderItemAsync(http, item, Html(item), ModelOf(item), MetadataOf(item)));
    }

    private static Dictionary<string, object?> Model(params IEnumerable<(string Name, object? Value)> values) => values.ToDictionary(value => value.Name, value => value.Value, StringComparer.Ordinal);

    private static List<ContentItem> Read(string path)
    {
        using var stream = File.OpenRead(path);
        var recipe = JsonNode.Parse(stream, documentOptions: new() { CommentHandling = JsonCommentHandling.Skip })!.AsObject();
        return [.. recipe.Objects("steps").Where(step => string.Equals(step.Text("name"), "content", StringComparison.OrdinalIgnoreCase))
            .SelectMany(step => step.Objects("data")).Select(json => new ContentItem(json.DeepClone().AsObject()))];
    }

    private List<TreeNode> Topics() => Nodes("topics", null);

    private List<TreeNode> Nodes(string taxonomy, string? current)
    {
        var terms = _items.Single(item => item.ContentItemId == taxonomy).Part("TaxonomyPart")!.Objects("Terms").Select(json => new ContentItem(json.DeepClone().AsObject())).ToList();
        return [.. terms.Select((term, i) => new TreeNode(term.ContentItemId, term.DisplayText, $"/catalogue/{taxonomy}/{term.ContentItemId}", i % 5 == 4 ? 0 : (1000 - (i * 41)) % 389,
            term.ContentItemId == current, term.ContentItemId == current,
            term.ContentItemId == current ? [new("below-1", "政府工作与政务公开", "/catalogue/topics/topic-02/below-1", 120, false, false, []), new("below-2", "电子政务", "/catalogue/topics/topic-02/below-2", 18, false, false, [])] : []))];
    }

    private List<ListEntry> Entries(string type, int count) =>
        [.. _items.Where(item => item.ContentType == type).OrderByDescending(item => item.PublishedUtc).Take(count).Select(item => Entry(item))];

    private ListEntry Entry(ContentItem item, string? titleHtml = null, string snippetHtml = "")
    {
        var part = item.Part(item.ContentType)!;
        var date = part.DateField("PublishedOn")?.ToString("yyyy-MM-dd", null) ?? "";
        var entry = new ListEntry(item.DisplayText, titleHtml ?? System.Net.WebUtility.HtmlEncode(item.DisplayText), "/" + AutoroutePart.RouteOf(item), date, snippetHtml, item.ContentType,
            item.ContentType switch { "DisclosureEntry" => "目录条目", "QaIssue" => "政策简明问答", _ => "政策解读" })
        {
            Policies = [.. part.PickedIds("Policies").Select(id => _items.FirstOrDefault(other => other.ContentItemId == id)).OfType<ContentItem>()
                .Select(policy => new Link(policy.DisplayText, "/" + AutoroutePart.RouteOf(policy)))],
        };
        return item.ContentType switch
        {
            "DisclosureEntry" => entry with
            {
                Issuer = "甲市人民政府办公室",
                DocumentNumber = part.TextField("DocumentNumber"),
                IndexNumber = part.TextField("IndexNumber"),
                Validity = part.TextField("Validity"),
                IsRepealed = part.TextField("Validity") is "废止" or "失效",
            },
            "PolicyInterpretation" => entry with { Form = part.TextField("Form") },
            _ => entry with
            {
                IssueNumber = $"{part.NumericField("Year"):0}年第{part.NumericField("Number"):0}期",
                FirstQuestion = item.Part("Questions")?.Objects("ContentItems").FirstOrDefault()?.Child("QaPair")?.TextField("Question"),
            },
        };
    }

    private List<ListEntry> Found()
    {
        var items = _items.Where(item => item.DisplayText.Contains("公积金", StringComparison.Ordinal) || item.ContentType == "DisclosureEntry").Take(8);
        return [.. items.Select(item => Entry(item, System.Net.WebUtility.HtmlEncode(item.DisplayText).Replace("公积金", "<mark>公积金</mark>", StringComparison.Ordinal),
            "第三十三条　职工购买、建造、翻建、大修自住住房的，可以提取本人住房<mark>公积金</mark>账户内的存储余额；偿还购房贷款本息的，可以按年提取<mark>公积金</mark>…"))];
    }

    private Page Catalogue(string heading, bool isOpen, List<ListEntry>? list = null, Link[]? chips = null, string query = "信息公开")
    {
        list ??= [.. Entries("DisclosureEntry", 14), new(
            string.Concat(Enumerable.Repeat("甲市人民政府办公室关于转发市发展和改革委员会等部门", 8)) + "的通知", "一个<mark>特别</mark>长的标题" + string.Concat(Enumerable.Repeat("甲市人民政府办公室关于转发市发展和改革委员会等部门", 8)),
            "/entries/long", "2020-01-01", "", "DisclosureEntry", "目录条目") { Issuer = "甲市发展和改革委员会 甲市财政局 甲市自然资源和规划局", DocumentNumber = "甲发改规〔2020〕1号", Validity = "已修改" }];
        return new("GongkaiCatalogue", Model(
            ("Heading", heading),
            ("Trees", new[]
            {
                new Tree("topics", "主题分类", "/catalogue/topics", Nodes("topics", isOpen ? "topic-02" : null), isOpen),
                new Tree("genres", "体裁分类", "/catalogue/genres", Nodes("genres", null), false),
                new Tree("issuers", "发布机构", "/catalogue/issuers", Nodes("issuers", null), false),
            }),
            ("Breadcrumb", new[] { Home, new Link("信息公开目录", "/catalogue"), new Link("主题分类", "/catalogue/topics"), new Link(heading, "/catalogue/topics/topic-02", IsCurrent: true) }),
            ("Chips", chips ?? (isOpen ? [new Link("年份：2025", "?"), new Link("有效性：现行有效", "?")] : [])),
            ("Facets", Facets().Where(facet => facet.Name is "year" or "validity").ToList()),
            ("Sorts", new[] { new Link("相关度", "?sort=relevance"), new Link("最新", "?sort=newest", IsCurrent: true), new Link("最早", "?sort=oldest") }),
            ("List", list), ("Pager", Pager(list.Count)), ("Total", list.Count == 0 ? 0 : 1286), ("Query", isOpen ? query : ""), ("Hidden", new[] { new Link("year", "2025") })), heading)
        {
            Metadata = new() { ColumnName = heading, ColumnType = "信息公开目录", Description = $"{heading}：按主题、体裁、机构浏览。", Canonical = "/catalogue" },
        };
    }

    private static Pager Pager(int count) => count == 0 ? new(1, 1, 0, [], null, null)
        : new(5, 65, 1286, [new("1", "?page=1"), null, new("3", "?page=3"), new("4", "?page=4"), new("5", "?page=5", IsCurrent: true), new("6", "?page=6"), new("7", "?page=7"), null, new("65", "?page=65")], "?page=4", "?page=6");

    private static List<FacetGroup> Facets() =>
    [
        new("type", "类型", [new("目录条目", 21, "?type=a", true), new("政策解读", 9, "?type=b", false), new("政策简明问答", 7, "?type=c", false)]),
        new("topic", "主题", [new("国民经济管理、国有资产监管", 12, "?topic=3", false), new("城乡建设、环境保护", 8, "?topic=10", false), new("劳动、人事、监察", 3, "?topic=15", false)]),
        new("year", "年份", [new("2026", 17, "?year=2026", false), new("2025", 12, "?year=2025", true), new("2024", 8, "?year=2024", false)]),
        new("validity", "有效性", [new("现行有效", 30, "?validity=a", true), new("已修改", 2, "?validity=b", false), new("废止", 5, "?validity=c", false)]),
    ];

    private Page Column(string template, string title, string path, string type) => new(template, Model(
        ("Heading", title), ("Years", new[] { new Link("2026年", path + "/2026", Count: 12), new Link("2025年", path + "/2025", Count: 46), new Link("2024年", path + "/2024", Count: 3) }),
        ("List", Entries(type, 20)), ("Pager", Pager(20)), ("Total", 61), ("Breadcrumb", new[] { Home, new Link(title, path, IsCurrent: true) })), title)
    { Metadata = new() { ColumnName = title, ColumnType = title == "政策解读" ? "政策解读" : "回应关切", Canonical = path } };

    private static Page Search(string query, int total, List<ListEntry> list, Link[]? chips = null, string? problem = null) => new("GongkaiSearch", Model(
        ("Query", query), ("Total", total), ("List", list), ("Facets", Facets()), ("Chips", chips ?? [new("类型：目录条目", "?q=1"), new("年份：2025", "?q=2")]),
        ("Sorts", new[] { new Link("相关度", "?a", IsCurrent: true), new Link("最新", "?b"), new Link("最早", "?c") }), ("Pager", Pager(list.Count)), ("Problem", problem),
        ("Breadcrumb", new[] { Home, new Link("搜索", "/search", IsCurrent: true) }), ("Hidden", new[] { new Link("type", "DisclosureEntry"), new Link("year", "2025") })), "搜索：" + query, problem is null ? 200 : 400)
    { Metadata = new() { NoIndex = true } };

    private static Page Api() => new("GongkaiApi", Model(
        ("Endpoints", new ApiEndpoint[]
        {
            new("搜索", "/api/search", "按关键词和条件查找主动公开的信息，附各条件下的数量。",
                [new("q", "关键词；留空则列出全部", "信息公开", InPath: false), new("year", "年份，四位数字；可重复", "", InPath: false), new("size", "每页几条，最多 100", "5", InPath: false)]),
            new("内容", "/api/content/{contentItemId}", "一条内容的公开数据。", [new("contentItemId", "内容的编号", "guide", InPath: true)]),
        }),
        ("Breadcrumb", new[] { Home, new Link("数据接口", "/api", IsCurrent: true) })), "数据接口");

    private Dictionary<string, string> Html(ContentItem item)
    {
        var html = new Dictionary<string, string>(StringComparer.Ordinal);
        if (item.Part("MarkdownBodyPart")?.Text("Markdown") is { Length: > 0 } body)
            html["MarkdownBodyPart"] = _markup.ToHtml(body, MarkupFormat.Markdown);
        if (item.Part("QaIssue")?.MarkdownField("Introduction") is { } introduction)
            html["QaIssue.Introduction"] = _markup.ToHtml(introduction, MarkupFormat.Markdown);
        return html;
    }

    private Dictionary<string, object?> ModelOf(ContentItem item)
    {
        IReadOnlyList<ListEntry> Explaining(string type) => [.. _items.Where(other => other.ContentType == type && (other.Part(type)?.PickedIds("Policies") ?? []).Contains(item.ContentItemId)).Select(other => Entry(other))];
        IReadOnlyList<ListEntry> Policies() => [.. (item.Part(item.ContentType)?.PickedIds("Policies") ?? []).Select(id => _items.FirstOrDefault(other => other.ContentItemId == id)).OfType<ContentItem>().Select(other => Entry(other))];
        return item.ContentType switch
        {
            "DisclosureEntry" => Model(
                ("Issuers", new[] { new Link("甲市人民政府办公室", "/catalogue/issuers/a"), new Link("甲市财政局", "/catalogue/issuers/b") }), ("Topics", new[] { new Link("综合政务", "/catalogue/topics/topic-02") }),
                ("Genres", new[] { new Link("通知", "/catalogue/genres/genre-05") }),
                ("Replacements", (item.Part("DisclosureEntry")?.PickedIds("ReplacedBy") ?? []).Select(id => _items.First(other => other.ContentItemId == id)).Select(other => new Link(other.DisplayText, "/" + AutoroutePart.RouteOf(other))).ToList()),
                ("Interpretations", Explaining("PolicyInterpretation")), ("Questions", Explaining("QaIssue")),
                ("Breadcrumb", new[] { Home, new Link("信息公开目录", "/catalogue"), new Link("综合政务", "/catalogue/topics/topic-02") })),
            "PolicyInterpretation" => Model(("BodyHtml", Html(item).GetValueOrDefault("MarkdownBodyPart")), ("Explained", new[] { new ExplainedTerm(1, "行政复议", "请上一级机关重新审查。") }), ("Policies", Policies()), ("Breadcrumb", new[] { Home, new Link("政策解读", "/interpretations"), new Link("2025年", "/interpretations/2025") })),
            "QaIssue" => Model(("IntroductionHtml", Html(item).GetValueOrDefault("QaIssue.Introduction")), ("Explained", Array.Empty<ExplainedTerm>()), ("Pairs", Pairs(item)), ("Policies", Policies()), ("Breadcrumb", new[] { Home, new Link("政策简明问答", "/questions"), new Link("2025年", "/questions/2025") })),
            _ => Model(("Breadcrumb", new[] { Home, new Link(item.DisplayText, "/" + AutoroutePart.RouteOf(item), IsCurrent: true) })),
        };
    }

    private List<QuestionAnswer> Pairs(ContentItem item) => [.. item.Part("Questions")!.Objects("ContentItems").Select((pair, i) => new QuestionAnswer($"q{i + 1}",
        pair.Child("QaPair")?.TextField("Question") ?? "", _markup.ToHtml(pair.Child("QaPair")?.MarkdownField("Answer") ?? "", MarkupFormat.Markdown)) { Quote = i > 0 ? null : new("第二条 停放<在>划定的区域内。", "停放办法", "第二条", "/entries/a#h-art-2") })];

    private static Page Glossary(IReadOnlyList<GlossaryLetter> letters) => new("GongkaiGlossary", Model(("Heading", "名词解释"), ("Groups", letters), ("Breadcrumb", new[] { Home })), "名词解释");

    private static PageMetadata MetadataOf(ContentItem item) => new()
    {
        ColumnName = "政府信息公开目录",
        ColumnType = "信息公开目录",
        ArticleTitle = item.DisplayText,
        PubDate = "2025-03-21 00:00",
        ContentSource = "甲市人民政府办公室",
        Description = item.Part("DisclosureEntry")?.TextField("Abstract"),
        Keywords = item.Part("DisclosureEntry")?.TextField("Keywords"),
        Canonical = "/" + AutoroutePart.RouteOf(item),
    };
}
