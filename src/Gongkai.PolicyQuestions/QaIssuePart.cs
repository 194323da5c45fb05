using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.PolicyQuestions;

/// <summary>The part <c>QaIssue</c> of a Q&amp;A issue (政策简明问答 第N期).</summary>
public sealed class QaIssuePart : IPartView<QaIssuePart>
{
    private QaIssuePart(JsonObject json) => Json = json;

    /// <summary>The part's name, which is also that of the type.</summary>
    internal const string Name = "QaIssue";

    /// <inheritdoc/>
    public static string PartName => Name;

    /// <summary>The part's JSON.</summary>
    public JsonObject Json { get; }

    /// <summary>The year in which issues are numbered.</summary>
    public int? Year { get => (int?)Json.NumericField("Year"); set => Json.SetNumericField("Year", value); }

    /// <summary>第N期 of the year, from 1.</summary>
    public long? Number { get => (long?)Json.NumericField("Number"); set => Json.SetNumericField("Number", value); }

    /// <summary>Ids of the entries that it explains.</summary>
    public IReadOnlyList<string> Policies => Json.PickedIds("Policies");

    /// <summary>公开日期.</summary>
    public DateOnly? PublishedOn => Json.DateField("PublishedOn");

    /// <summary>来源.</summary>
    public string? Source => Json.TextField("Source");

    /// <summary>The question–answer pairs of an issue, in their order.</summary>
    public static IEnumerable<ContentItem> PairsOf(ContentItem issue) => QaPairs.Of(issue);

    /// <summary>What a pair quotes of a policy; null when it quotes nothing.</summary>
    public static PassageQuote? QuoteOf(ContentItem pair) => PassageQuote.Of(pair.Part("QaPair")?.Child("Quote"));

    /// <inheritdoc/>
    public static QaIssuePart Over(JsonObject part) => new(part);
}
