using Gongkai.Documents.Kinds;
using Gongkai.Documents.Drafts;
using Gongkai.Documents.Pictures;
using SkiaSharp;

namespace Gongkai.Documents.Tests;

/// <summary>What the tests read with, and pictures made in code.</summary>
internal static class Samples
{
    public static PictureFiles Pictures { get; } = new(PictureLimits.Default);

    public static DocumentDrafts Drafts { get; } = new(new FileKinds(), Pictures, TimeProvider.System);

    public static Task<DocumentDraft> DraftAsync(DocxFile file) => Drafts.ReadAsync(file.ToStream(), "word/1");

    public static byte[] Picture(int width = 40, int height = 20, SKEncodedImageFormat format = SKEncodedImageFormat.Png)
    {
        using var bitmap = new SKBitmap(width, height);
        bitmap.Erase(SKColors.Teal);
        // The first pixel tells which way is up.
        using (var canvas = new SKCanvas(bitmap))
        using (var paint = new SKPaint { Color = SKColors.Red })
            canvas.DrawRect(0, 0, width / 4, height / 4, paint);
        using var data = bitmap.Encode(format, 95);
        return data.ToArray();
    }
}
