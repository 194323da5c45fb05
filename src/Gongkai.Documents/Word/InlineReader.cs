using System.Globalization;
using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using Gongkai.Content;
using Gongkai.Documents.Blocks;
using static Gongkai.Documents.Word.WordXml;

namespace Gongkai.Documents.Word;

/// <summary>Reads what a paragraph says: text with its emphasis, links, pictures, marks of notes; accepted text where changes are tracked.</summary>
/// <param name="holder">The part that the paragraphs are in, for its relationships.</param>
/// <param name="pictures">The document's pictures.</param>
/// <param name="notices">Takes what is not carried over.</param>
/// <param name="markOf">Gives the number of a note that is met, by kind and id; 0 when it is not there.</param>
internal sealed class InlineReader(OpenXmlPart holder, WordPictures pictures, Notices notices, Func<string, string, int> markOf)
{
    private const int Deepest = 100;
    private static readonly string[] Schemes = ["http", "https", "mailto"];

    private readonly Stack<Field> _fields = new();

    /// <summary>The inlines of a paragraph.</summary>
    /// <param name="paragraph">The paragraph.</param>
    /// <param name="isStrong">Whether its style makes it bold: then bold says nothing.</param>
    public List<Inline> Read(XElement paragraph, bool isStrong)
    {
        _fields.Clear();
        var inlines = new List<Inline>();
        Walk(paragraph, inlines, isStrong, 0);
        // A field that ends in a later paragraph.
        while (_fields.Count > 0)
            End(inlines);
        return Inlines.Tidy(inlines);
    }

    private void Walk(XElement container, List<Inline> inlines, bool isStrong, int depth)
    {
        if (depth > Deepest)
            throw new DocumentException(new("这个文档的内容一层套一层，超过一百层，没有读。请用 Word 或 WPS 打开后另存，再上传。"));
        foreach (var child in container.Elements())
        {
            switch (child.Name.LocalName)
            {
                case "r" when child.Name.Namespace == W:
                    ReadRun(child, inlines, isStrong, depth);
                    break;
                case "hyperlink" when child.Name.Namespace == W:
                    ReadLink(child, inlines, isStrong, depth);
                    break;
                case "fldSimple":
                    var simple = new List<Inline>();
                    Walk(child, simple, isStrong, depth + 1);
                    Append(inlines, AddressOfField((string?)child.Attribute(W + "instr") ?? ""), simple);
                    break;
                case "ins" or "moveTo":
                    notices.Count("{0} 处修订：按“接受修订”处理，插入的文字带入了");
                    Walk(child, inlines, isStrong, depth + 1);
                    break;
                case "del" or "moveFrom":
                    notices.Count("{0} 处修订：按“接受修订”处理，删除的文字没有带入");
                    break;
                case "oMath" or "oMathPara":
                    var formula = string.Concat(child.Descendants(Formula + "t").Select(text => text.Value));
                    notices.Add($"公式变成了普通文字“{Notices.Shorten(formula)}”，上下标和分式要手工改，或截图上传");
                    inlines.Add(new TextInline(formula));
                    break;
                case "pPr" or "rPr" or "bookmarkStart" or "bookmarkEnd" or "proofErr" or "commentRangeStart" or "commentRangeEnd" or "sdtPr" or "sdtEndPr":
                    break;
                default:
                    Walk(child, inlines, isStrong, depth + 1);
                    break;
            }
        }
    }

    private void ReadRun(XElement run, List<Inline> inlines, bool isStrong, int depth)
    {
        var properties = run.Element(W + "rPr");
        if (properties.IsOn("vanish") == true)
        {
            notices.Count("{0} 处隐藏文字没有带入");
            return;
        }

        var emphasis = EmphasisOf(properties, isStrong);
        foreach (var child in run.Elements())
            ReadRunChild(child, inlines, emphasis, depth);
    }

    private void ReadRunChild(XElement child, List<Inline> inlines, Emphasis emphasis, int depth)
    {
        switch (child.Name.LocalName)
        {
            case "t":
                Text(child.Value);
                break;
            case "tab" or "ptab":
                Text(" ");
                break;
            case "noBreakHyphen":
                Text("-");
                break;
            case "sym":
                ReadSymbol(child, Text);
                break;
            case "br" when (string?)child.Attribute(W + "type") is null or "textWrapping":
            case "cr":
                inlines.Add(new LineBreak());
                break;
            case "fldChar":
                ReadFieldMark((string?)child.Attribute(W + "fldCharType"), inlines);
                break;
            case "instrText" when _fields.TryPeek(out var field):
                field.Instruction.Append(child.Value);
                break;
            case "footnoteReference" or "endnoteReference":
                var number = markOf(child.Name.LocalName, (string?)child.Attribute(W + "id") ?? "");
                if (number > 0)
                    inlines.Add(new NoteMark(number));
                break;
            case "commentReference":
                notices.Count("{0} 条批注没有带入");
                break;
            case "drawing" or "pict" or "object":
                ReadDrawing(child, inlines);
                break;
            case "AlternateContent":
                // The newer form, or what stands for it.
                var choice = child.Elements(Compatibility + "Choice").FirstOrDefault() ?? child.Element(Compatibility + "Fallback");
                foreach (var inner in choice?.Elements().Take(Deepest) ?? [])
                    ReadRunChild(inner, inlines, emphasis, depth + 1);
                break;
        }

        void Text(string text)
        {
            if (_fields.TryPeek(out var field) && !field.HasResult)
                return;
            inlines.Add(new TextInline(Clean(text), emphasis));
        }
    }

    private void ReadSymbol(XElement symbol, Action<string> text)
    {
        // Fonts of pictures put them where Unicode has nothing: the boxes of forms are the ones that matter.
        switch (((string?)symbol.Attribute(W + "char"))?.ToUpperInvariant())
        {
            case "F0A8" or "F06F" or "F071" or "00A8" or "2610":
                text("□");
                break;
            case "F0FE" or "F052" or "00FE" or "0052" or "2611":
                text("☑");
                break;
            case "F0FC" or "00FC":
                text("√");
                break;
            default:
                notices.Add($"一个特殊符号（字体 {(string?)symbol.Attribute(W + "font")}）没有带入");
                break;
        }
    }

    private void ReadDrawing(XElement drawing, List<Inline> inlines)
    {
        var boxed = string.Concat(drawing.Descendants(W + "txbxContent").Take(1).SelectMany(box => box.Descendants(W + "p")).Select(paragraph => string.Concat(paragraph.Descendants(W + "t").Select(text => text.Value)) + " "));
        if (boxed.Trim().Length > 0)
            notices.Add($"文本框没有带入，里面的文字是“{Notices.Shorten(boxed)}”，请复制到正文");
        var graphic = (string?)drawing.Descendants(A + "graphicData").FirstOrDefault()?.Attribute("uri") ?? "";
        if (graphic.EndsWith("/chart", StringComparison.Ordinal) || graphic.EndsWith("/chartex", StringComparison.Ordinal))
            notices.Add(new("图表没有带入，请截图上传，并用文字写出数据"));
        else if (graphic.EndsWith("/diagram", StringComparison.Ordinal))
            notices.Add(new("SmartArt 图示没有带入，请截图上传，并写替代文字"));
        else if (drawing.Name.LocalName == "object")
            notices.Add(new("嵌入的对象（例如 Excel 表）没有带入，请改成表格或作为附件上传"));
        else
            ReadPictures(drawing, inlines, boxed.Trim().Length > 0);
    }

    private void ReadPictures(XElement drawing, List<Inline> inlines, bool isBox)
    {
        var described = drawing.Descendants().FirstOrDefault(element => element.Name.LocalName == "docPr");
        var alternative = Clean((string?)described?.Attribute("descr") ?? (string?)drawing.Descendants(Vml + "shape").FirstOrDefault()?.Attribute("alt") ?? "").Trim();
        var found = false;
        foreach (var blip in drawing.Descendants(A + "blip"))
        {
            found = true;
            if ((string?)blip.Attribute(R + "embed") is { } embedded)
                Add(embedded);
            else if (blip.Attribute(R + "link") is not null)
                notices.Add(new("一张图片只是指向别处的链接，没有去取，请单独上传"));
        }

        foreach (var image in drawing.Descendants(Vml + "imagedata"))
        {
            found = true;
            if ((string?)image.Attribute(R + "id") is { } embedded)
                Add(embedded);
        }

        if (!found && !isBox)
            notices.Add(new("一个图形（线条、形状）没有带入"));

        void Add(string id)
        {
            if (!holder.TryGetPartById(id, out var part))
            {
                notices.Add(holder.ExternalRelationships.Any(relationship => relationship.Id == id) ? new("一张图片只是指向别处的链接，没有去取，请单独上传") : new("一张图片在文件里找不到，没有带入"));
                return;
            }

            if (pictures.PathOf(part!, alternative, out var fault) is { } path)
                inlines.Add(new PictureInline(path, alternative));
            if (fault is not null)
                notices.Add(fault);
        }
    }

    private void ReadLink(XElement link, List<Inline> inlines, bool isStrong, int depth)
    {
        var inner = new List<Inline>();
        Walk(link, inner, isStrong, depth + 1);
        var id = (string?)link.Attribute(R + "id");
        Append(inlines, id is null ? null : Safe(holder.HyperlinkRelationships.FirstOrDefault(relationship => relationship.Id == id)?.Uri.OriginalString), inner);
    }

    private void ReadFieldMark(string? kind, List<Inline> inlines)
    {
        switch (kind)
        {
            case "begin":
                _fields.Push(new(inlines.Count));
                break;
            case "separate" when _fields.TryPeek(out var field):
                field.HasResult = true;
                break;
            case "end" when _fields.Count > 0:
                End(inlines);
                break;
        }
    }

    private void End(List<Inline> inlines)
    {
        var field = _fields.Pop();
        if (AddressOfField(field.Instruction.ToString()) is not { } address || field.Start >= inlines.Count)
            return;
        var inner = inlines[field.Start..];
        inlines.RemoveRange(field.Start, inlines.Count - field.Start);
        Append(inlines, address, inner);
    }

    private static void Append(List<Inline> inlines, string? address, List<Inline> inner)
    {
        if (address is null || inner.Count == 0)
            inlines.AddRange(inner);
        else
            inlines.Add(new LinkInline(address, [.. inner.Select(inline => inline is TextInline text ? text with { Emphasis = text.Emphasis & ~Emphasis.Underlined } : inline)]));
    }

    private static string? AddressOfField(string instruction)
    {
        var words = instruction.Trim();
        if (!words.StartsWith("HYPERLINK", StringComparison.OrdinalIgnoreCase))
            return null;
        var quoted = words.Split('"');
        return quoted.Length > 1 && !words.Contains("\\l", StringComparison.Ordinal) ? Safe(quoted[1]) : null;
    }

    private static string? Safe(string? address) =>
        address is not null && Uri.TryCreate(address, UriKind.Absolute, out var uri) && Schemes.Contains(uri.Scheme, StringComparer.OrdinalIgnoreCase) ? uri.AbsoluteUri : null;

    private static Emphasis EmphasisOf(XElement? properties, bool isStrong)
    {
        var emphasis = Emphasis.None;
        if (properties is null)
            return emphasis;
        if (!isStrong && properties.IsOn("b") == true)
            emphasis |= Emphasis.Strong;
        if (properties.IsOn("i") == true)
            emphasis |= Emphasis.Slanted;
        if (properties.IsOn("strike") == true || properties.IsOn("dstrike") == true)
            emphasis |= Emphasis.Deleted;
        if (properties.Val("u") is { } line && line != "none")
            emphasis |= Emphasis.Underlined;
        return properties.Val("vertAlign") switch
        {
            "superscript" => emphasis | Emphasis.Raised,
            "subscript" => emphasis | Emphasis.Lowered,
            _ => emphasis,
        };
    }

    /// <summary>Without control characters; a private character that no font has is a box everywhere.</summary>
    private static string Clean(string text) =>
        string.Concat(text.Where(c => (!char.IsControl(c) || c == '\n') && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.PrivateUse)).Replace('\n', ' ').Replace('\u00A0', ' ');

    private sealed class Field(int start)
    {
        public int Start { get; } = start;

        public StringBuilder Instruction { get; } = new();

        public bool HasResult { get; set; }
    }
}
