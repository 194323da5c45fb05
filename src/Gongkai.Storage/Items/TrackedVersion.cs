using Gongkai.Content;

namespace Gongkai.Storage;

/// <summary>A version while a call works on it: its row and what becomes of it.</summary>
internal sealed class TrackedVersion(VersionRow row, ContentItem item, bool isNew)
{
    public VersionRow Row { get; } = row;

    public ContentItem Item { get; private set; } = item;

    public bool IsNew { get; } = isNew;

    public bool IsChanged { get; private set; }

    /// <summary>Whether it was published when the call began.</summary>
    public bool WasPublished { get; } = !isNew && row.Published;

    /// <summary>Whether its terms and links are in the index tables.</summary>
    public bool WasLive { get; } = !isNew && (row.Published || row.Latest);

    public bool IsLive => Item.Published || Item.Latest;

    /// <summary>Whether its index rows are to be written: it is new, its handlers may have changed it, or it came back.</summary>
    public bool IsToBeIndexed => IsLive && (IsNew || WasMadePublic || !WasLive);

    /// <summary>Whether its index rows are to be removed first.</summary>
    public bool IsToBeForgotten => WasLive && (!IsLive || WasMadePublic);

    /// <summary>Whether the call published it: handlers may then have changed what it says.</summary>
    public bool WasMadePublic { get; private set; }

    public void Change(ContentItem item)
    {
        WasMadePublic |= item.Published && !Item.Published;
        (Item, IsChanged) = (item, true);
    }

    /// <summary>Brings the row to what the item says.</summary>
    public void FillRow()
    {
        (Row.Latest, Row.Published, Row.PublishedUtc) = (Item.Latest, Item.Published, Item.PublishedUtc);
        Row.Json = ItemJson.Write(Item.Json);
    }
}
