using Gongkai.Content;

namespace Gongkai.Review.Upkeep;

/// <summary>Which items somebody sees: those of some types, of some offices.</summary>
/// <param name="ContentTypes">The types.</param>
/// <param name="Offices">The offices; null for all.</param>
public sealed record UpkeepScope(IReadOnlyCollection<string> ContentTypes, OfficeChoice? Offices);
