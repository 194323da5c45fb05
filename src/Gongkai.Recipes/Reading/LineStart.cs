using System.Runtime.InteropServices;

namespace Gongkai.Recipes.Reading;

/// <summary>Where a line begins: its number, counted from 1, and its first byte.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LineStart(long Number, long Offset)
{
    /// <summary>The line that the end of the bytes lies on, when the bytes begin somewhere on this line.</summary>
    public LineStart After(ReadOnlySpan<byte> bytes, long offset)
    {
        var last = bytes.LastIndexOf((byte)'\n');
        return last < 0 ? this : new(Number + bytes.Count((byte)'\n'), offset + last + 1);
    }

    /// <summary>The column of a byte on this line, counted in characters from 1.</summary>
    public long ColumnOf(long offset, Stream stream)
    {
        stream.Position = Offset;
        var buffer = new byte[16 * 1024];
        var column = 1L;
        while (stream.Position < offset)
        {
            var read = stream.Read(buffer, 0, (int)Math.Min(buffer.Length, offset - stream.Position));
            if (read == 0)
                break;
            foreach (var unit in buffer.AsSpan(0, read))
            {
                // Every byte of a UTF-8 character but its first has the form 10xxxxxx.
                if ((unit & 0xC0) != 0x80)
                    column++;
            }
        }
        return column;
    }
}
