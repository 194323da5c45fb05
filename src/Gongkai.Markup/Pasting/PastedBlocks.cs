using System.Globalization;
using System.Text;
using AngleSharp.Dom;

namespace Gongkai.Markup.Pasting;

/// <summary>Reads the blocks of pasted HTML and writes them as plain ones.</summary>
/// <param name="lower">By how much headings step down: the first level of a page is its title, that of a word processor is not.</param>
internal sealed class PastedBlocks(int lower)
{
    private const string Bullets = "·•●○o§ØüvnlqwJ■□◆◇▪-–—*";
    private const int LastHeading = 6;

    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "table", "blockquote", "pre", "section", "article", "header", "footer", "main", "center", "dl", "dt", "dd", "figure", "figcaption", "hr", "body",
    };

    private readonly StringBuilder _html = new();
    private readonly Stack<(string Tag, int Level)> _lists = new();

    /// <summary>The blocks in an element.</summary>
    public void Read(IElement container)
    {
        PastedInlines? line = null;
        foreach (var child in container.ChildNodes)
        {
            if (child is IElement element && !PastedInlines.IsDropped(element) && HasBlocks(element))
            {
                EndLine();
                ReadBlock(element);
            }
            else
            {
                (line ??= new()).Read(child);
            }
        }

        EndLine();

        void EndLine()
        {
            if (line is { IsEmpty: false })
                Write("p", line);
            line = null;
        }
    }

    /// <summary>The HTML.</summary>
    public string ToHtml()
    {
        CloseLists(0);
        return _html.ToString();
    }

    /// <summary>Whether an element is a block, or an unknown one around blocks.</summary>
    private static bool HasBlocks(IElement element) => Blocks.Contains(element.LocalName) || element.Children.Any(HasBlocks);

    private void ReadBlock(IElement element)
    {
        switch (element.LocalName)
        {
            case "ul" or "ol":
                CloseLists(0);
                WriteList(element);
                break;
            case "table":
                CloseLists(0);
                WriteTable(element);
                break;
            default:
                if (element.Children.Any(child => !PastedInlines.IsDropped(child) && HasBlocks(child)))
                    Read(element);
                else
                    ReadParagraph(element);
                break;
        }
    }

    private void ReadParagraph(IElement element)
    {
        var line = new PastedInlines();
        foreach (var child in element.ChildNodes)
            line.Read(child);
        if (line.IsEmpty)
            return;
        var style = new PastedStyle(element);
        var heading = HeadingOf(element, style);
        if (heading > 0)
        {
            CloseLists(0);
            var tag = string.Create(CultureInfo.InvariantCulture, $"h{Math.Clamp(heading + lower, 2, LastHeading)}");
            // A heading is bold by itself.
            _html.Append('<').Append(tag).Append('>').Append(Numbered(line)).Append(line.ToHtml().Replace("<strong>", "", StringComparison.Ordinal).Replace("</strong>", "", StringComparison.Ordinal)).Append("</").Append(tag).Append(">\n");
        }
        else if (style.ListLevel > 0 && ListTag(line.Marker) is { } list)
        {
            WriteItem(list, style.ListLevel, line);
        }
        else
        {
            Write("p", line);
        }
    }

    private static int HeadingOf(IElement element, PastedStyle style)
    {
        if (element.LocalName is ['h', >= '1' and <= '6'])
            return element.LocalName[1] - '0';
        if (element.ClassList.Any(name => name.Equals("MsoTitle", StringComparison.OrdinalIgnoreCase)))
            return 1;
        var named = element.ClassList.FirstOrDefault(name => name.StartsWith("MsoHeading", StringComparison.OrdinalIgnoreCase) && name.Length == 11 && name[10] is >= '1' and <= '6');
        return named is not null ? named[10] - '0' : style.OutlineLevel;
    }

    /// <summary>The list that a marker counts; null for a number that a list would not show, which stays text.</summary>
    private static string? ListTag(string marker) =>
        marker.Length == 1 && (Bullets.Contains(marker, StringComparison.Ordinal) || marker[0] >= '\uE000') ? "ul"
        : marker.Length > 1 && marker[^1] == '.' && marker[..^1].All(char.IsAsciiDigit) ? "ol"
        : null;

    private static string Numbered(PastedInlines line) => line.Marker is { Length: > 0 } marker && ListTag(marker) != "ul"
        ? System.Net.WebUtility.HtmlEncode(marker) + (char.IsAscii(marker[^1]) ? " " : "")
        : "";

    private void Write(string tag, PastedInlines line)
    {
        CloseLists(0);
        _html.Append('<').Append(tag).Append('>').Append(Numbered(line)).Append(line.ToHtml()).Append("</").Append(tag).Append(">\n");
    }

    /// <summary>Writes a paragraph that says it is an entry; lists inside an entry are open in it.</summary>
    private void WriteItem(string tag, int level, PastedInlines line)
    {
        CloseLists(level);
        if (_lists.TryPeek(out var open) && open.Level == level)
        {
            if (open.Tag == tag)
            {
                _html.Append("</li>\n");
            }
            else
            {
                CloseLists(level - 1);
                Open();
            }
        }
        else
        {
            Open();
        }

        _html.Append("<li>").Append(line.ToHtml());

        void Open()
        {
            _html.Append('<').Append(tag);
            if (tag == "ol" && int.TryParse(line.Marker.AsSpan(0, line.Marker.Length - 1), CultureInfo.InvariantCulture, out var start) && start != 1)
                _html.Append(CultureInfo.InvariantCulture, $" start=\"{start}\"");
            _html.Append('>');
            _lists.Push((tag, level));
        }
    }

    private void CloseLists(int level)
    {
        while (_lists.TryPeek(out var open) && open.Level > level)
        {
            _lists.Pop();
            _html.Append("</li></").Append(open.Tag).Append('>');
            if (_lists.Count == 0)
                _html.Append('\n');
        }
    }

    private void WriteList(IElement list)
    {
        _html.Append('<').Append(list.LocalName);
        if (list.LocalName == "ol" && int.TryParse(list.GetAttribute("start"), CultureInfo.InvariantCulture, out var start) && start > 1)
            _html.Append(CultureInfo.InvariantCulture, $" start=\"{start}\"");
        _html.Append('>');
        foreach (var item in list.Children.Where(child => child.LocalName is "li" or "ul" or "ol"))
        {
            // Some write a list beside the entry that it belongs to.
            _html.Append("<li>");
            if (item.LocalName == "li")
                WriteContent(item);
            else
                WriteList(item);
            _html.Append("</li>");
        }

        _html.Append("</").Append(list.LocalName).Append(">\n");
    }

    private void WriteTable(IElement table)
    {
        _html.Append("<table>\n");
        foreach (var row in table.QuerySelectorAll("tr").Where(row => row.Closest("table") == table))
        {
            _html.Append("<tr>");
            foreach (var cell in row.Children.Where(cell => cell.LocalName is "td" or "th"))
            {
                var tag = cell.LocalName == "th" || row.ParentElement?.LocalName == "thead" ? "th" : "td";
                _html.Append('<').Append(tag);
                foreach (var span in (ReadOnlySpan<string>)["colspan", "rowspan"])
                {
                    if (int.TryParse(cell.GetAttribute(span), CultureInfo.InvariantCulture, out var count) && count is > 1 and <= 1000)
                        _html.Append(CultureInfo.InvariantCulture, $" {span}=\"{count}\"");
                }

                _html.Append('>');
                WriteContent(cell);
                _html.Append("</").Append(tag).Append('>');
            }

            _html.Append("</tr>\n");
        }

        _html.Append("</table>\n");
    }

    /// <summary>What an entry or a cell holds: lines in one block, and lists in an entry.</summary>
    private void WriteContent(IElement element)
    {
        var line = new PastedInlines();
        var lists = new List<IElement>();
        Gather(element);
        _html.Append(Numbered(line)).Append(line.ToHtml());
        lists.ForEach(WriteList);

        void Gather(IElement container)
        {
            foreach (var child in container.ChildNodes)
            {
                if (child is IElement { LocalName: "ul" or "ol" } list && element.LocalName == "li")
                    lists.Add(list);
                else if (child is IElement block && !PastedInlines.IsDropped(block) && HasBlocks(block))
                {
                    line.Break();
                    Gather(block);
                    line.Break();
                }
                else
                    line.Read(child);
            }
        }
    }
}
