using System.Text.Json;
using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.Review.Plain;

/// <summary>By what hints go. The document <c>PlainLanguage</c>: <c>{"LongestSentence": 50, "Terms": ["行政复议"], "IsOff": false}</c>; what it leaves out is as it comes.</summary>
public sealed class PlainSettings
{
    /// <summary>The document's name in <see cref="ISettings"/>.</summary>
    public const string Document = "PlainLanguage";

    /// <summary>The fewest characters that can be set: less is a telegram.</summary>
    public const int FewestCharacters = 15;

    /// <summary>The most characters that can be set.</summary>
    public const int MostCharacters = 200;

    /// <summary>The most terms.</summary>
    public const int MostTerms = 1000;

    /// <summary>The longest term.</summary>
    public const int LongestTerm = 20;

    private const int Usual = 50;

    // What official answers often say and few people know; a site has its own.
    private static readonly string[] UsualTerms =
    [
        .. ("行政复议、行政诉讼、行政许可、行政处罚、行政强制、行政确认、行政裁决、具体行政行为、规范性文件、不可抗力、善意第三人、诉讼时效、除斥期间、举证责任、连带责任、补充责任、追偿、代位求偿、抵押权、质权、留置权、"
            + "用益物权、地役权、孳息、法定代表人、实际控制人、一致行动人、缓缴、核定征收、先征后返、加计扣除、进项税额、滞纳金、公示催告、仲裁、管辖权、公告送达、留置送达、失信被执行人、联合惩戒、容缺受理、告知承诺、"
            + "首违不罚、信赖利益、比例原则、听证、裁量基准、备案审查、溯及力、竞合、格式条款、要约、缔约过失").Split('、'),
    ];

    /// <summary>Reads the document; what has another shape is as if it were not there.</summary>
    public PlainSettings(JsonObject document)
    {
        LongestSentence = document.TryGetPropertyValue("LongestSentence", out var number) && number?.GetValueKind() == JsonValueKind.Number && number is JsonValue value && value.TryGetValue<int>(out var length)
            ? Math.Clamp(length, FewestCharacters, MostCharacters) : Usual;
        Terms = document["Terms"] is JsonArray ? [.. document.Texts("Terms").Where(term => term.Length is > 1 and <= LongestTerm).Distinct(StringComparer.Ordinal).Take(MostTerms)] : UsualTerms;
        IsOff = document.Flag("IsOff");
    }

    /// <summary>What holds where nothing is set.</summary>
    public static PlainSettings Default { get; } = new([]);

    /// <summary>A sentence of more characters (white space does not count) is long.</summary>
    public int LongestSentence { get; }

    /// <summary>Terms that want an explanation.</summary>
    public IReadOnlyList<string> Terms { get; }

    /// <summary>Whether no hints are given.</summary>
    public bool IsOff { get; }
}
