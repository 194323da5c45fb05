using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;

namespace Gongkai.Markup;

/// <summary>Stops the parser when more elements stand open than any document has: the work it does for each tag grows with them.</summary>
internal sealed class NestingLimit
{
    private const int MostOpen = 2_000;

    /// <summary>Elements without an end tag, or whose end tag most authors leave out because the next one implies it.</summary>
    private static readonly HashSet<string> NotCounted = new(
        "area base br col embed hr img input link meta param source track wbr p li dt dd td th tr thead tbody tfoot option optgroup colgroup rt rp h1 h2 h3 h4 h5 h6".Split(' '), StringComparer.Ordinal);

    private readonly Dictionary<string, int> _open = new(StringComparer.Ordinal);
    private int _total;

    /// <summary>Sees each token that the parser reads.</summary>
    /// <exception cref="NestedTooDeeplyException">Too many elements are open.</exception>
    public void Watch(HtmlToken token)
    {
        if (token.Type is not (HtmlTokenType.StartTag or HtmlTokenType.EndTag) || NotCounted.Contains(token.Name))
        {
            return;
        }

        var open = _open.GetValueOrDefault(token.Name);
        var change = token.Type == HtmlTokenType.StartTag ? 1 : open > 0 ? -1 : 0;
        _open[token.Name] = open + change;
        _total += change;
        if (_total > MostOpen)
        {
            throw new NestedTooDeeplyException();
        }
    }
}

/// <summary>The source is shown as plain text instead: nothing of it is lost, nothing of it is markup.</summary>
internal sealed class NestedTooDeeplyException(Exception? inner = null) : Exception("Nested deeper than any document.", inner);
