using Gongkai.Content;

namespace Gongkai.Review.Checks;

/// <summary>An item as checks see it: everything that they ask was gathered before, so they are plain functions of it.</summary>
/// <param name="Item">The version.</param>
/// <param name="Texts">Its texts, in the order of its definition, those of items inside it too.</param>
/// <param name="Files">Its attachments.</param>
public sealed record CheckedItem(ContentItem Item, IReadOnlyList<CheckedText> Texts, IReadOnlyList<CheckedFile> Files)
{
    /// <summary>The texts that were read of attachments, and the item's own.</summary>
    public IEnumerable<CheckedText> AllTexts => Texts.Concat(Files.Select(file => file.Text).OfType<CheckedText>());

    /// <summary>The addresses within the site that lead nowhere.</summary>
    public IReadOnlySet<string> DeadAddresses { get; init; } = new HashSet<string>();

    /// <summary>Where its fields name files that are not stored.</summary>
    public IReadOnlyList<FindingPlace> MissingFiles { get; init; } = [];

    /// <summary>The pictures of its fields that have a text for those who do not see them nowhere.</summary>
    public IReadOnlyList<FindingPlace> PicturesWithoutText { get; init; } = [];

    /// <summary>What it quotes, and where that stands now.</summary>
    public IReadOnlyList<(QuotedPlace Place, QuoteState State)> Quotes { get; init; } = [];

    /// <summary>What the definition requires and the item lacks.</summary>
    public IReadOnlyList<ValidationError> Faults { get; init; } = [];

    /// <summary>Whether a published interpretation names it, or none is needed.</summary>
    public bool HasInterpretation { get; init; }
}
