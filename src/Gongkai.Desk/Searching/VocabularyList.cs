using Gongkai.Content;

namespace Gongkai.Desk.Searching;

/// <summary>One of the two lists of the search vocabulary.</summary>
/// <param name="Name">Its name in addresses and records.</param>
/// <param name="Field">Its field in the settings.</param>
internal sealed record VocabularyList(string Name, string Field)
{
    /// <summary>Words that mean the same.</summary>
    public static VocabularyList Synonyms { get; } = new("synonyms", VocabularyText.Synonyms);

    /// <summary>What comes first for a query.</summary>
    public static VocabularyList Picks { get; } = new("picks", VocabularyText.Picks);

    /// <summary>A list by its name; null when there is none.</summary>
    public static VocabularyList? Find(string? name) => name == Synonyms.Name ? Synonyms : name == Picks.Name ? Picks : null;
}
