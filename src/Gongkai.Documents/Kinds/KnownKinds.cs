using Gongkai.Content;

namespace Gongkai.Documents.Kinds;

/// <summary>The kinds of files that are told by their content.</summary>
internal static class KnownKinds
{
    private static readonly Wording SaveAsOpenXml = new("请用 Word 或 WPS 打开后“另存为”没有宏的新格式（.docx、.xlsx 或 .pptx）再上传。");

    public static readonly FileKind Pdf = new(new("PDF"), FileFamily.Pdf, ["pdf"]);
    public static readonly FileKind Jpeg = new(new("JPEG 图片"), FileFamily.Picture, ["jpg", "jpeg"]);
    public static readonly FileKind Png = new(new("PNG 图片"), FileFamily.Picture, ["png"]);
    public static readonly FileKind Gif = new(new("GIF 图片"), FileFamily.Picture, ["gif"]);
    public static readonly FileKind Webp = new(new("WebP 图片"), FileFamily.Picture, ["webp"]);
    public static readonly FileKind Bitmap = new(new("BMP 图片"), FileFamily.Picture, ["bmp"]);
    public static readonly FileKind Docx = new(new("Word 文档（DOCX）"), FileFamily.Word, ["docx"]);
    public static readonly FileKind Xlsx = new(new("Excel 工作簿（XLSX）"), FileFamily.Sheet, ["xlsx"]);
    public static readonly FileKind Pptx = new(new("演示文稿（PPTX）"), FileFamily.Document, ["pptx"]);
    public static readonly FileKind OpenDocument = new(new("OpenDocument 文档"), FileFamily.Document, ["odt", "ods", "odp"]);
    public static readonly FileKind Ofd = new(new("OFD 版式文件"), FileFamily.Document, ["ofd"]);
    public static readonly FileKind OldWord = new(new("旧格式 Word 或 WPS 文字文档"), FileFamily.Document, ["doc", "wps", "wpt"]);
    public static readonly FileKind OldSheet = new(new("旧格式 Excel 或 WPS 表格"), FileFamily.Document, ["xls", "et", "ett"]);
    public static readonly FileKind OldSlides = new(new("旧格式 PowerPoint 或 WPS 演示"), FileFamily.Document, ["ppt", "dps", "dpt"]);
    public static readonly FileKind OldOffice = new(new("旧格式 Office 或 WPS 文件"), FileFamily.Document, ["doc", "wps", "wpt", "xls", "et", "ett", "ppt", "dps", "dpt"]);
    public static readonly FileKind Rtf = new(new("RTF 文档"), FileFamily.Document, ["rtf", "doc"]);
    public static readonly FileKind Zip = new(new("ZIP 压缩包"), FileFamily.Archive, ["zip"]);
    public static readonly FileKind Rar = new(new("RAR 压缩包"), FileFamily.Archive, ["rar"]);
    public static readonly FileKind SevenZip = new(new("7z 压缩包"), FileFamily.Archive, ["7z"]);
    public static readonly FileKind Mp3 = new(new("MP3 录音"), FileFamily.Recording, ["mp3"]);
    public static readonly FileKind Wave = new(new("WAV 录音"), FileFamily.Recording, ["wav"]);
    public static readonly FileKind Ogg = new(new("Ogg 录音"), FileFamily.Recording, ["ogg"]);
    public static readonly FileKind Mp4 = new(new("MP4 录音录像"), FileFamily.Recording, ["mp4", "m4a", "mov"]);
    public static readonly FileKind Webm = new(new("WebM 录像"), FileFamily.Recording, ["webm"]);
    public static readonly FileKind Text = new(new("文本文件"), FileFamily.Text, ["txt", "csv", "json", "xml"]);

    public static readonly FileKind Encrypted = new(new("加密的 Office 文件"), FileFamily.Refused, [], new("公众打不开带密码的文件。请在 Word 或 WPS 中打开，取消“打开权限密码”，另存后再上传。"));
    public static readonly FileKind Macros = new(new("带宏的 Office 文件"), FileFamily.Refused, ["docm", "dotm", "xlsm", "xltm", "xlsb", "pptm"], new("宏会在打开文件的人的电脑上运行。{0}", SaveAsOpenXml));
    public static readonly FileKind Template = new(new("Office 模板"), FileFamily.Refused, ["dotx", "xltx", "potx"], SaveAsOpenXml);
    public static readonly FileKind Tiff = new(new("TIFF 图片"), FileFamily.Refused, ["tif", "tiff"], new("多数浏览器显示不了 TIFF。请另存为 JPEG 或 PNG；多页扫描件请存为 PDF。"));
    public static readonly FileKind Heic = new(new("HEIC 图片"), FileFamily.Refused, ["heic", "heif"], new("多数浏览器显示不了 HEIC。请在手机或电脑上另存为 JPEG 再上传。"));
    public static readonly FileKind Svg = new(new("SVG 图片"), FileFamily.Refused, ["svg"], new("SVG 里可以藏脚本。请另存为 PNG 再上传。"));
    public static readonly FileKind Icon = new(new("图标文件"), FileFamily.Refused, ["ico"], new("请用 PNG。"));
    public static readonly FileKind Page = new(new("网页"), FileFamily.Refused, ["html", "htm", "xhtml", "mht", "mhtml", "js"], new("网页里可以藏脚本。请存为 PDF，或把文字粘贴到正文里。"));
    public static readonly FileKind Program = new(new("程序"), FileFamily.Refused, ["exe", "dll", "com", "msi", "sh", "bat"], new("程序不能上传。"));

    public static readonly IReadOnlyList<FileKind> All =
    [
        Pdf, Jpeg, Png, Gif, Webp, Bitmap, Docx, Xlsx, Pptx, OpenDocument, Ofd, OldWord, OldSheet, OldSlides, OldOffice, Rtf, Zip, Rar, SevenZip, Mp3, Wave, Ogg, Mp4, Webm, Text,
        Encrypted, Macros, Template, Tiff, Heic, Svg, Icon, Page, Program,
    ];
}
