using Gongkai.Content;
using Gongkai.Desk.Shell;
using Gongkai.Desk.Texts;

namespace Gongkai.Desk.Listing;

/// <summary>A state in a word, with the class of its look.</summary>
/// <param name="Text">The word.</param>
/// <param name="Look">The class, or empty.</param>
public sealed record StateChip(string Text, string Look);

/// <summary>Says an item's state in words.</summary>
/// <param name="texts">The words.</param>
/// <param name="times">Times in the site's time zone.</param>
internal sealed class StateChips(DeskTexts texts, DeskTimes times)
{
    private const string Good = "chip-good";
    private const string Warn = "chip-warn";
    private const string Bad = "chip-bad";

    /// <summary>The words for an item.</summary>
    public IEnumerable<StateChip> Of(ListedItem item)
    {
        if (item.States.HasFlag(ListedStates.Repealed))
            yield return new(texts["已废止"], Bad);
        else if (item.States.HasFlag(ListedStates.Published))
            yield return new(texts["已发布"], Good);
        if (item.States.HasFlag(ListedStates.Published | ListedStates.Draft))
            yield return new(texts["有新草稿"], Warn);
        else if (item.States.HasFlag(ListedStates.Withdrawn))
            yield return new(texts["已撤下"], "");
        else if (item.States.HasFlag(ListedStates.Draft))
            yield return new(texts["草稿"], "");
        if (item.PublishDueUtc is { } publish)
            yield return new(texts["{0} 发布", times.TextOf(publish)], Warn);
        if (item.ArchiveDueUtc is { } archive)
            yield return new(texts["{0} 归档", times.TextOf(archive)], Warn);
    }

    /// <summary>The word for a state by which lists are filtered.</summary>
    public string Of(ItemListState state) => state switch
    {
        ItemListState.Draft => texts["草稿"],
        ItemListState.Published => texts["已发布"],
        ItemListState.Changed => texts["有新草稿"],
        ItemListState.Scheduled => texts["已定时"],
        ItemListState.Withdrawn => texts["已撤下"],
        ItemListState.Repealed => texts["已废止"],
        _ => texts["待发布"],
    };
}
