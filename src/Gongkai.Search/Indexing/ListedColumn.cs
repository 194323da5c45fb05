using System.Buffers.Binary;
using System.Text;
using Gongkai.Content;
using Lucene.Net.Util;

namespace Gongkai.Search.Indexing;

/// <summary>What the column <see cref="IndexFields.Listed"/> has of an item: eight bytes of its last change in ticks (0 for none), its type, a zero byte, its address.</summary>
internal static class ListedColumn
{
    private const char End = '\0';

    /// <summary>What to store of an item.</summary>
    public static BytesRef Write(ContentItem item)
    {
        var text = Encoding.UTF8.GetBytes(item.ContentType + End + AutoroutePart.UrlOf(item));
        var bytes = new byte[sizeof(long) + text.Length];
        BinaryPrimitives.WriteInt64BigEndian(bytes, PublicItem.ChangeOf(item)?.Ticks ?? 0);
        text.CopyTo(bytes, sizeof(long));
        return new BytesRef(bytes);
    }

    /// <summary>The type of an item and the item; null when nothing is stored.</summary>
    public static (string Type, PublicItem Item)? Read(BytesRef bytes, string contentItemId)
    {
        if (bytes.Length <= sizeof(long))
            return null;
        var text = Encoding.UTF8.GetString(bytes.Bytes, bytes.Offset + sizeof(long), bytes.Length - sizeof(long));
        var end = text.IndexOf(End, StringComparison.Ordinal);
        return (text[..end], new PublicItem(contentItemId, text[(end + 1)..], TimeOf(TicksOf(bytes))));
    }

    /// <summary>The last change, in ticks; 0 for none.</summary>
    public static long TicksOf(BytesRef bytes) => bytes.Length < sizeof(long) ? 0 : BinaryPrimitives.ReadInt64BigEndian(bytes.Bytes.AsSpan(bytes.Offset, sizeof(long)));

    /// <summary>The time of ticks; null for none.</summary>
    public static DateTime? TimeOf(long ticks) => ticks > 0 ? new DateTime(ticks, DateTimeKind.Utc) : null;
}
