using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.Interpretations;

/// <summary>The part <c>PolicyInterpretation</c> of an interpretation (政策解读).</summary>
public sealed class PolicyInterpretationPart : IPartView<PolicyInterpretationPart>
{
    private PolicyInterpretationPart(JsonObject json) => Json = json;

    /// <inheritdoc/>
    public static string PartName => "PolicyInterpretation";

    /// <summary>The part's JSON.</summary>
    public JsonObject Json { get; }

    /// <summary>Ids of the entries that it explains.</summary>
    public IReadOnlyList<string> Policies => Json.PickedIds("Policies");

    /// <summary>公开日期.</summary>
    public DateOnly? PublishedOn => Json.DateField("PublishedOn");

    /// <summary>来源.</summary>
    public string? Source => Json.TextField("Source");

    /// <inheritdoc/>
    public static PolicyInterpretationPart Over(JsonObject part) => new(part);
}
