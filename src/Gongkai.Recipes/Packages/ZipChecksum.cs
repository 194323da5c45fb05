namespace Gongkai.Recipes.Packages;

/// <summary>The CRC-32 that zip files keep of each entry (polynomial EDB88320, reflected).</summary>
internal sealed class ZipChecksum
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(EntryOf)];

    private uint _state = uint.MaxValue;

    public uint Value => ~_state;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
            _state = Table[(byte)(_state ^ value)] ^ (_state >> 8);
    }

    private static uint EntryOf(int value)
    {
        var entry = (uint)value;
        for (var bit = 0; bit < 8; bit++)
            entry = (entry & 1) == 0 ? entry >> 1 : (entry >> 1) ^ 0xEDB88320;
        return entry;
    }
}
