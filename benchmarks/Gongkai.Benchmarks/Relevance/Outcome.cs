namespace Gongkai.Benchmarks.Relevance;

/// <summary>What one ranking made of one query.</summary>
/// <param name="Query">The query.</param>
/// <param name="Top">The titles' keys of its ten best hits and whether each is relevant.</param>
/// <param name="Relevant">How many documents are relevant, those of equal title included.</param>
internal sealed record Outcome(RatedQuery Query, IReadOnlyList<bool> Top, int Relevant)
{
    private const int Depth = 10;

    /// <summary>1 when the best hit is relevant.</summary>
    public double First => Top.Count > 0 && Top[0] ? 1 : 0;

    /// <summary>1 when one of ten is.</summary>
    public double Ten => Top.Any(isRelevant => isRelevant) ? 1 : 0;

    /// <summary>One over the place of the first relevant hit.</summary>
    public double ReciprocalRank => Top.Index().Where(hit => hit.Item).Select(hit => 1.0 / (hit.Index + 1)).FirstOrDefault();

    /// <summary>Normalised discounted cumulative gain of the ten best.</summary>
    public double Gain
    {
        get
        {
            var gain = Top.Index().Where(hit => hit.Item).Sum(hit => Discount(hit.Index));
            return gain / Enumerable.Range(0, Math.Clamp(Relevant, 1, Depth)).Sum(Discount);
        }
    }

    private static double Discount(int place) => 1 / Math.Log2(place + 2);
}
