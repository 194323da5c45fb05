using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html.Inlines;

namespace Gongkai.Markup;

/// <summary>Reads Markdown the way Chinese official text is written, and renders it for our pages.</summary>
internal sealed class OfficialTextExtension : IMarkdownExtension
{
    // Four spaces before a paragraph are an indent here, never code.
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.BlockParsers.TryRemove<IndentedCodeBlockParser>();

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        renderer.ObjectRenderers.Replace<HtmlTableRenderer>(new TableRenderer());
        renderer.ObjectRenderers.FindExact<LineBreakInlineRenderer>()!.RenderAsHardlineBreak = true;
    }
}
