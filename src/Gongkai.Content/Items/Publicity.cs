namespace Gongkai.Content;

/// <summary>The one rule of who may see an item. Everything that shows, counts, lists, links, feeds or exports to the public asks it.</summary>
public static class Publicity
{
    /// <summary>主动公开, the only disclosure mode that is ever public (Regulation Art. 19, 20).</summary>
    public const string Proactive = "主动公开";

    private const string EntryType = "DisclosureEntry";

    /// <summary>Whether this version is for everyone: published, and, if it is a disclosure entry, of mode 主动公开.</summary>
    /// <remarks>Regulation Art. 13–16: an entry of any other mode, or of none, is not public.</remarks>
    public static bool IsPublic(this ContentItem item) =>
        item.Published && (item.ContentType != EntryType || item.Part(EntryType)?.TextField("DisclosureMode") == Proactive);
}
