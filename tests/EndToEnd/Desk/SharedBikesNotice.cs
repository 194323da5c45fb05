using Gongkai.Documents.Tests;
using SkiaSharp;

namespace EndToEnd.Desk;

/// <summary>A Word document as offices write them: head, number, title, headings, a table, a picture, signature and date.</summary>
internal static class SharedBikesNotice
{
    public static byte[] Picture()
    {
        using var bitmap = new SKBitmap(64, 48);
        bitmap.Erase(SKColors.Teal);
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 90);
        return data.ToArray();
    }

    public static byte[] Document(string title, string number) => new DocxFile
    {
        Body = DocxFile.Center("甲市人民政府办公室文件") + DocxFile.Center(number) + DocxFile.P(title, "<w:pStyle w:val=\"Title\"/>") + DocxFile.P("各县（区）人民政府，市各委办局：")
            + DocxFile.P("一、划定停放区域", "<w:pStyle w:val=\"Heading1\"/>") + DocxFile.P("各县（区）应当在2026年12月底前划定共享单车的停放区域。")
            + "<w:tbl><w:tr>" + Cell("区域") + Cell("处数") + "</w:tr><w:tr>" + Cell("城南") + Cell("12") + "</w:tr></w:tbl>"
            + DocxFile.Drawing("r1", "停放区域示意图") + DocxFile.Right("甲市人民政府办公室") + DocxFile.Right("2026年11月20日"),
        Styles = "<w:style w:type=\"paragraph\" w:styleId=\"Title\"><w:name w:val=\"Title\"/></w:style><w:style w:type=\"paragraph\" w:styleId=\"Heading1\"><w:name w:val=\"heading 1\"/></w:style>",
        Pictures = { ["r1"] = Picture() },
    }.ToStream().ToArray();

    private static string Cell(string text) => $"<w:tc>{DocxFile.P(text)}</w:tc>";
}
