using System.Buffers.Binary;
using Gongkai.Documents.Pictures;
using SkiaSharp;

namespace Gongkai.Documents.Tests;

/// <summary>Pictures are written anew: upright, not too large, and nothing but pixels.</summary>
public sealed class PictureTests
{
    private static readonly PictureFiles Small = new(new PictureLimits(40_000, 100));

    [Fact]
    public async Task A_picture_is_turned_upright_and_loses_what_the_camera_wrote()
    {
        var taken = WithExif(Samples.Picture(80, 40, SKEncodedImageFormat.Jpeg), orientation: 6, note: "GPS 31.2N 120.6E");

        var picture = await Samples.Pictures.PrepareAsync(new MemoryStream(taken));

        Assert.Equal((40, 80, "jpg"), (picture.Width, picture.Height, picture.Extension));
        Assert.Equal(-1, picture.Content.AsSpan().IndexOf("GPS"u8));
        Assert.Equal(-1, picture.Content.AsSpan().IndexOf("Exif"u8));
        // What was at the top left is at the top right when turned by a quarter.
        using var bitmap = SKBitmap.Decode(picture.Content);
        Assert.True(bitmap.GetPixel(38, 2).Red > 150);
        Assert.True(bitmap.GetPixel(2, 2).Red < 100);
    }

    [Fact]
    public async Task A_large_picture_is_made_smaller_and_one_of_too_many_pixels_refused()
    {
        var reduced = await Small.PrepareAsync(new MemoryStream(Samples.Picture(200, 100)));
        var refusal = await Assert.ThrowsAsync<MediaException>(() => Small.PrepareAsync(new MemoryStream(Samples.Picture(400, 200))));

        Assert.Equal((100, 50, true), (reduced.Width, reduced.Height, reduced.WasReduced));
        Assert.Contains("400 × 200", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_that_claims_fifty_thousand_pixels_is_refused_by_its_header()
    {
        var bomb = Samples.Picture();
        BinaryPrimitives.WriteInt32BigEndian(bomb.AsSpan(16), 50_000);
        BinaryPrimitives.WriteInt32BigEndian(bomb.AsSpan(20), 50_000);
        // The header's checksum, which is over its name and content.
        BinaryPrimitives.WriteUInt32BigEndian(bomb.AsSpan(29), Crc(bomb.AsSpan(12, 17)));

        var refusal = await Assert.ThrowsAsync<MediaException>(() => Samples.Pictures.PrepareAsync(new MemoryStream(bomb)));

        Assert.Contains("50000 × 50000", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<svg/>")]
    [InlineData("")]
    [InlineData("GIF89a")]
    public async Task What_is_no_picture_is_refused(string content) =>
        await Assert.ThrowsAsync<MediaException>(() => Samples.Pictures.PrepareAsync(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(content))));

    [Fact]
    public async Task A_smaller_one_is_made_only_of_a_wider_one()
    {
        Assert.Equal(20, (await Samples.Pictures.ReduceAsync(new MemoryStream(Samples.Picture()), 20))!.Width);
        Assert.Null(await Samples.Pictures.ReduceAsync(new MemoryStream(Samples.Picture()), 40));
        Assert.Null(await Samples.Pictures.ReduceAsync(new MemoryStream([1, 2, 3]), 20));
    }

    /// <summary>Puts an EXIF segment with an orientation, and a note, behind the start of a JPEG.</summary>
    private static byte[] WithExif(byte[] jpeg, byte orientation, string note)
    {
        byte[] tiff = [.. "MM"u8, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0, .. System.Text.Encoding.ASCII.GetBytes(note)];
        byte[] body = [.. "Exif\0\0"u8, .. tiff];
        return [0xFF, 0xD8, 0xFF, 0xE1, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2), .. body, .. jpeg[2..]];
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }

        return ~crc;
    }
}
