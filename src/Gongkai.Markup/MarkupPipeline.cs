using Gongkai.Content;
using Markdig;
using Markdig.Renderers;

namespace Gongkai.Markup;

/// <summary>The one way from an author's Markdown or HTML to the HTML that a page shows.</summary>
internal sealed class MarkupPipeline : IMarkup
{
    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseGridTables()
        .UseFootnotes()
        .UseCjkFriendlyEmphasis()
        // Of the emphasis extras only ~~: a single ~ or ^ stands for itself in official text (3~4个, 2005^4444).
        .UseEmphasisExtras(Markdig.Extensions.EmphasisExtras.EmphasisExtraOptions.Strikethrough)
        .Use<OfficialTextExtension>()
        .Build();

    private const int MostLinks = 20_000;

    private readonly TightSanitizer _sanitizer = new();

    /// <summary>Marks the HTML kept beside a version. Raise it whenever the output for any source changes.</summary>
    public string Version => "2";

    public string ToHtml(string source, MarkupFormat format)
    {
        ArgumentNullException.ThrowIfNull(source);
        try
        {
            return PassageAnchors.AddTo(format == MarkupFormat.Html ? _sanitizer.Sanitize(source) : FromMarkdown(source));
        }
        catch (NestedTooDeeplyException)
        {
            return PassageAnchors.AddTo(PlainText.ToHtml(source));
        }
    }

    private string FromMarkdown(string source)
    {
        // Markdig looks for the end of each link as far as its paragraph goes.
        if (source.AsSpan().Count("](") > MostLinks)
        {
            throw new NestedTooDeeplyException();
        }

        var document = UnlessTooDeep(() => Markdig.Markdown.Parse(OfficialText.KeepNotes(source), Markdown));
        OfficialText.Adapt(document);

        using var html = new StringWriter();
        var renderer = new HtmlRenderer(html);
        Markdown.Setup(renderer);
        var closed = new ClosedSet(renderer);
        UnlessTooDeep(() => renderer.Render(document));
        return closed.Holds ? html.ToString() : _sanitizer.Sanitize(html.ToString());
    }

    private static T UnlessTooDeep<T>(Func<T> step)
    {
        try
        {
            return step();
        }
        catch (ArgumentException refusal)
        {
            // Markdig's only refusal, when it reads and when it writes.
            throw new NestedTooDeeplyException(refusal);
        }
    }
}
