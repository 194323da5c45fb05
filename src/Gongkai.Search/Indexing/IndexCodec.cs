using Lucene.Net.Codecs;
using Lucene.Net.Codecs.Lucene40;
using Lucene.Net.Codecs.Lucene46;

namespace Gongkai.Search.Indexing;

/// <summary>Lucene's own file formats, but for what is stored: as it is, instead of packed by blocks of 16 KB.</summary>
/// <remarks>
/// To unpack the block of every hit was a quarter of a search (measured), and Chinese text hardly packs: two bytes a character as it is stored, about as much as LZ4 makes of UTF-8.
/// The name stands in every segment, so this class stays for as long as an index may have been written by it.
/// </remarks>
[CodecName(CodecName)]
internal sealed class IndexCodec : FilterCodec
{
    private const string CodecName = "GongkaiStored1";

    static IndexCodec() => SetCodecFactory(new DefaultCodecFactory { CustomCodecTypes = [typeof(IndexCodec)] });

    /// <summary>Makes one; Lucene does when it reads a segment.</summary>
    public IndexCodec()
        : base(new Lucene46Codec())
    {
    }

    /// <summary>The one that writes.</summary>
    public static IndexCodec Instance { get; } = new();

    /// <inheritdoc/>
    public override StoredFieldsFormat StoredFieldsFormat { get; } = new Lucene40StoredFieldsFormat();
}
