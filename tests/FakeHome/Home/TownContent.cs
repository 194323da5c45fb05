using System.Text.Json.Nodes;
using Gongkai.Content;

namespace FakeHome.Home;

/// <summary>A few items of a town.</summary>
internal static class TownContent
{
    public static ContentItem[] Items =>
    [
        Taxonomy("topics", "主题", "Topic", ("topic-02", "公文")),
        Taxonomy("genres", "体裁", "Genre", ("genre-05", "通知")),
        Of("""
            {"ContentItemId":"issuers","ContentType":"Taxonomy","DisplayText":"机构","TitlePart":{"Title":"机构"},"AliasPart":{"Alias":"issuers"},
             "TaxonomyPart":{"TermContentType":"Issuer","Terms":[{"ContentItemId":"town-office","ContentType":"Issuer","DisplayText":"乙市办公室","TitlePart":{"Title":"乙市办公室"},"TermPart":{"TaxonomyContentItemId":"issuers"},"Issuer":{"Code":{"Text":"000000001"}},"Terms":[]}]}}
            """),
        Of("""
            {"ContentItemId":"park-item","ContentType":"StandardItem","TitlePart":{"Title":"公园开放时间"},"AutoroutePart":{"Path":"standards/park"},
             "StandardItem":{"Field":{"Text":"公园管理"},"Number":{"Value":1},"FirstLevel":{"Text":"公园"},"Content":{"Text":"时间"},"Basis":{"Text":"条例"},"TimeLimit":{"Text":"及时公开"},"Subject":{"Text":"乙市"},"Levels":{"Values":["县级"]}}}
            """),
        Entry("open", "乙市公园管理办法", "主动公开"),
        Entry("closed", "乙市内部名单", "不予公开"),
        Of("""
            {"ContentItemId":"reading","ContentType":"PolicyInterpretation","TitlePart":{"Title":"一图读懂公园管理办法"},"MarkdownBodyPart":{"Markdown":"公园免费。"},
             "PolicyInterpretation":{"Policies":{"ContentItemIds":["open","closed"]},"Form":{"Text":"图解"}}}
            """),
        Of("""
            {"ContentItemId":"answers","ContentType":"QaIssue","TitlePart":{"Title":"公园问答"},"QaIssue":{"Year":{"Value":2022},"Policies":{"ContentItemIds":["open"]}},
             "Questions":{"ContentItems":[{"ContentItemId":"pair","ContentType":"QaPair","QaPair":{"Question":{"Text":"几点关门？"},"Answer":{"Markdown":"**二十二**点。"}}}]}}
            """),
    ];

    private static ContentItem Taxonomy(string id, string title, string termType, (string Id, string Title) term) => Of($$$$"""
        {"ContentItemId":"{{{{id}}}}","ContentType":"Taxonomy","TitlePart":{"Title":"{{{{title}}}}"},"AliasPart":{"Alias":"{{{{id}}}}"},
         "TaxonomyPart":{"TermContentType":"{{{{termType}}}}","Terms":[{"ContentItemId":"{{{{term.Id}}}}","ContentType":"{{{{termType}}}}","DisplayText":"{{{{term.Title}}}}","TitlePart":{"Title":"{{{{term.Title}}}}"},"TermPart":{"TaxonomyContentItemId":"{{{{id}}}}"},"Terms":[]}]}}
        """);

    private static ContentItem Entry(string id, string title, string mode) => Of($$$$"""
        {"ContentItemId":"{{{{id}}}}","ContentType":"DisclosureEntry","TitlePart":{"Title":"{{{{title}}}}"},"MarkdownBodyPart":{"Markdown":"第一条 公园向公众开放。"},
         "DisclosureEntry":{"Issuer":{"TaxonomyContentItemId":"issuers","TermContentItemIds":["town-office"]},"Topic":{"TaxonomyContentItemId":"topics","TermContentItemIds":["topic-02"]},
          "Genre":{"TaxonomyContentItemId":"genres","TermContentItemIds":["genre-05"]},"DocumentNumber":{"Text":"乙政发〔2022〕1号"},"Validity":{"Text":"现行有效"},
          "Audience":{"Text":"居民、企業"},"StandardItems":{"ContentItemIds":["park-item"]},"DisclosureMode":{"Text":"{{{{mode}}}}"}}}
        """);

    private static ContentItem Of(string json) => new(JsonNode.Parse(json)!.AsObject());
}
