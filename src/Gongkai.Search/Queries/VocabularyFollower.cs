using Gongkai.Content;

namespace Gongkai.Search.Queries;

/// <summary>The site's vocabulary as it is now: what an administrator changes acts on the next query, and the index stays as it is.</summary>
internal sealed class VocabularyFollower(IChangeFeed feed, ISettings settings) : SettingsFollower(feed, SettingsNames.Site)
{
    private Vocabulary? _current;

    /// <summary>The vocabulary.</summary>
    public Vocabulary Current => Volatile.Read(ref _current) ?? Vocabulary.Empty;

    /// <inheritdoc/>
    protected override void Load() => Volatile.Write(ref _current, Vocabulary.Of(settings.Get(SettingsNames.Site)));
}
