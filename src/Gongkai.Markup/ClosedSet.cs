using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Gongkai.Markup;

/// <summary>Says whether a rendered document holds only what is safe without the sanitiser, which takes several times as long as the Markdown itself.</summary>
/// <remarks>
/// Why it is safe. Each node type below is rendered by code that writes its own literal tags (p, h2…h6, ul, ol, li, blockquote, hr, br, em, strong, del, code, table and its parts)
/// and passes every character of the author's through HTML escaping. The only attributes are written by this project: heading ids made of letters, digits and hyphens,
/// <c>start</c> with a number, alignment classes, spans with a number. Nothing of the author's reaches a tag name, an attribute name or, but for the letters of an id, an attribute value.
/// Whatever could (raw HTML, links, images, footnotes, the language of a code fence, and anything not named here) makes the answer no, so a node type that Markdig
/// adds later is sanitised until someone thinks about it. A property test holds both ways to the same result.
/// </remarks>
internal sealed class ClosedSet
{
    /// <summary>Watches what the renderer is given, so that nothing is written unseen.</summary>
    public ClosedSet(HtmlRenderer renderer) => renderer.ObjectWriteBefore += (_, node) => Holds &= IsClosed(node);

    /// <summary>Whether all that was rendered so far is in the set.</summary>
    public bool Holds { get; private set; } = true;

    private static bool IsClosed(MarkdownObject node) => node switch
    {
        // Exact types where a subclass has a renderer of its own.
        ContainerInline inline when inline.GetType() == typeof(ContainerInline) => true,
        LiteralInline or LineBreakInline or CodeInline or HtmlEntityInline => true,
        EmphasisInline emphasis => emphasis.GetType() == typeof(EmphasisInline),
        MarkdownDocument or ParagraphBlock or HeadingBlock or ListBlock or ListItemBlock or QuoteBlock or ThematicBreakBlock => true,
        Table or TableRow or TableCell => true,
        _ => false,
    };
}
