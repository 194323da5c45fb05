using System.Text;
using System.Xml.Linq;

namespace Gongkai.Documents.Masking;

/// <summary>A paragraph, or a row of a table: its text, and the runs in which each of its characters stands.</summary>
internal sealed class WordBlock
{
    private readonly StringBuilder _text = new();
    private readonly List<(XElement? Run, int Place)> _places = [];

    /// <summary>The text; the cells of a row parted by tabs.</summary>
    public string Text => _text.ToString();

    /// <summary>Adds the text of a run.</summary>
    public void Add(XElement run)
    {
        for (var i = 0; i < run.Value.Length; i++)
            _places.Add((run, i));
        _text.Append(run.Value);
    }

    /// <summary>Adds what parts two runs.</summary>
    public void Add(char between)
    {
        _places.Add((null, 0));
        _text.Append(between);
    }

    /// <summary>Makes characters asterisks; false when there was none.</summary>
    public bool Hide(IEnumerable<int> places)
    {
        var byRun = places.Where(place => place >= 0 && place < _places.Count).Select(place => _places[place]).Where(place => place.Run is not null).GroupBy(place => place.Run!).ToList();
        foreach (var run in byRun)
        {
            var text = run.Key.Value.ToCharArray();
            foreach (var (_, place) in run)
                text[place] = '*';
            run.Key.Value = new string(text);
        }

        return byRun.Count > 0;
    }
}

/// <summary>The blocks of a part of a Word document.</summary>
internal static class WordBlocks
{
    public static IEnumerable<WordBlock> In(XElement root)
    {
        foreach (var element in root.DescendantsAndSelf())
        {
            if (element.Name.LocalName == "tr" && !element.Ancestors().Any(IsRow))
                yield return Of(element, isRow: true);
            else if (element.Name.LocalName == "p" && !element.Ancestors().Any(IsRow))
                yield return Of(element, isRow: false);
        }
    }

    private static bool IsRow(XElement element) => element.Name.LocalName == "tr";

    private static WordBlock Of(XElement element, bool isRow)
    {
        var block = new WordBlock();
        Gather(element, isRow, block);
        return block;
    }

    private static void Gather(XElement element, bool isRow, WordBlock block)
    {
        foreach (var child in element.Elements())
        {
            switch (child.Name.LocalName)
            {
                case "t" or "delText" when !child.HasElements:
                    block.Add(child);
                    break;
                case "tab" or "br" or "cr" when child.Parent?.Name.LocalName == "r":
                    block.Add(' ');
                    break;
                case "noBreakHyphen":
                    block.Add('-');
                    break;
                // A paragraph within one is a text box: a block of its own, unless it is in a row.
                case "p" when !isRow:
                    break;
                default:
                    Gather(child, isRow, block);
                    break;
            }

            if (isRow && child.Name.LocalName == "p")
                block.Add('\t');
        }
    }
}
