using Gongkai.Content;
using SkiaSharp;

namespace Gongkai.Documents.Pictures;

/// <summary>Decodes pictures and writes them anew, so that only pixels remain.</summary>
/// <remarks>A moving picture becomes its first frame: what moves by itself and cannot be stopped keeps people from reading (WCAG 2.2.2).</remarks>
internal sealed class PictureFiles(PictureLimits limits) : IPictures, IDisposable
{
    private const int Quality = 85;
    private const int LongestHeader = 1 << 16;

    // One picture of the largest size takes some hundred megabytes.
    private readonly SemaphoreSlim _one = new(1, 1);

    public async Task<PreparedPicture> PrepareAsync(Stream file, CancellationToken cancellationToken = default)
    {
        var bytes = await ReadAsync(file, cancellationToken);
        await _one.WaitAsync(cancellationToken);
        try
        {
            return Prepare(bytes, limits.LongestEdge);
        }
        finally
        {
            _one.Release();
        }
    }

    public async Task<PreparedPicture?> ReduceAsync(Stream file, int width, CancellationToken cancellationToken = default)
    {
        var bytes = await ReadAsync(file, cancellationToken);
        await _one.WaitAsync(cancellationToken);
        try
        {
            using var data = SKData.CreateCopy(bytes);
            using var codec = SKCodec.Create(data);
            return codec is null || Upright(codec).Width <= width || !Fits(codec) ? null : Encode(codec, width, int.MaxValue);
        }
        catch (MediaException)
        {
            return null;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private PreparedPicture Prepare(byte[] bytes, int edge)
    {
        using var data = SKData.CreateCopy(bytes);
        using var codec = SKCodec.Create(data) ?? throw new MediaException(new("这张图片损坏了，或者不是 JPEG、PNG、GIF、WebP、BMP 图片。请用看图软件打开确认，另存为 JPEG 或 PNG 再上传。"));
        if (!Fits(codec))
        {
            throw new MediaException(
                $"这张图片有 {codec.Info.Width} × {codec.Info.Height} 像素，超过 {limits.MostPixels / 10_000} 万像素。请先缩小到长边 {limits.LongestEdge} 像素左右再上传（上限由配置 Media:MaximumMegapixels 规定）。");
        }

        return Encode(codec, edge, edge);
    }

    private bool Fits(SKCodec codec) => (long)codec.Info.Width * codec.Info.Height <= limits.MostPixels;

    private static SKSizeI Upright(SKCodec codec) =>
        IsTurned(codec.EncodedOrigin) ? new(codec.Info.Height, codec.Info.Width) : new(codec.Info.Width, codec.Info.Height);

    private static PreparedPicture Encode(SKCodec codec, int width, int height)
    {
        using var decoded = Decode(codec);
        var size = Upright(codec);
        var scale = Math.Min(1.0, Math.Min((double)width / size.Width, (double)height / size.Height));
        var target = new SKSizeI(Math.Max(1, (int)Math.Round(size.Width * scale)), Math.Max(1, (int)Math.Round(size.Height * scale)));
        using var drawn = Draw(decoded, codec.EncodedOrigin, size, target);
        var format = FormatOf(codec.EncodedFormat);
        using var encoded = drawn.Encode(format, Quality) ?? throw new MediaException(new("这张图片写不出来，请另存为 JPEG 或 PNG 再上传。"));
        return new(encoded.ToArray(), ExtensionOf(format), target.Width, target.Height, codec.FrameCount > 1, scale < 1);
    }

    private static SKBitmap Decode(SKCodec codec)
    {
        // Into the colours of the web, whatever profile the file had.
        var info = new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Premul, SKColorSpace.CreateSrgb());
        var bitmap = new SKBitmap();
        if (bitmap.TryAllocPixels(info) && codec.GetPixels(info, bitmap.GetPixels()) is SKCodecResult.Success or SKCodecResult.IncompleteInput)
            return bitmap;
        bitmap.Dispose();
        throw new MediaException(new("这张图片读不出来：文件可能损坏了。请用看图软件打开，另存为 JPEG 或 PNG 再上传。"));
    }

    private static SKImage Draw(SKBitmap decoded, SKEncodedOrigin origin, SKSizeI size, SKSizeI target)
    {
        using var surface = SKSurface.Create(new SKImageInfo(target.Width, target.Height, SKColorType.Rgba8888, SKAlphaType.Premul, SKColorSpace.CreateSrgb()))
            ?? throw new MediaException(new("内存不足，暂时不能处理这张图片，请稍后再试。"));
        using var image = SKImage.FromBitmap(decoded);
        surface.Canvas.Clear(SKColors.Transparent);
        surface.Canvas.Scale((float)target.Width / size.Width, (float)target.Height / size.Height);
        surface.Canvas.Concat(Turn(origin, size));
        surface.Canvas.DrawImage(image, 0, 0, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        return surface.Snapshot();
    }

    /// <summary>What brings the stored pixels upright (EXIF orientation 1 to 8).</summary>
    private static SKMatrix Turn(SKEncodedOrigin origin, SKSizeI size) => origin switch
    {
        SKEncodedOrigin.TopRight => new(-1, 0, size.Width, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new(-1, 0, size.Width, 0, -1, size.Height, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new(1, 0, 0, 0, -1, size.Height, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new(0, -1, size.Width, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new(0, -1, size.Width, -1, 0, size.Height, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new(0, 1, 0, -1, 0, size.Height, 0, 0, 1),
        _ => SKMatrix.Identity,
    };

    private static bool IsTurned(SKEncodedOrigin origin) => origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;

    private static SKEncodedImageFormat FormatOf(SKEncodedImageFormat format) => format switch
    {
        SKEncodedImageFormat.Jpeg => SKEncodedImageFormat.Jpeg,
        SKEncodedImageFormat.Webp => SKEncodedImageFormat.Webp,
        _ => SKEncodedImageFormat.Png,
    };

    private static string ExtensionOf(SKEncodedImageFormat format) => format switch
    {
        SKEncodedImageFormat.Jpeg => "jpg",
        SKEncodedImageFormat.Webp => "webp",
        _ => "png",
    };

    private static async Task<byte[]> ReadAsync(Stream file, CancellationToken cancellationToken)
    {
        using var memory = new MemoryStream(LongestHeader);
        await file.CopyToAsync(memory, cancellationToken);
        return memory.ToArray();
    }
}
