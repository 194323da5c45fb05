using System.Net;
using Gongkai.Content;

namespace Gongkai.Storage.Tests;

/// <summary>Stands in for the markup engine, which the storage does not know: a paragraph, and how often it was asked.</summary>
public sealed class TestMarkup(string version) : IMarkup
{
    private int _calls;

    public string Version { get; } = version;

    public int Calls => _calls;

    public string ToHtml(string source, MarkupFormat format)
    {
        Interlocked.Increment(ref _calls);
        return $"<p data-v=\"{Version}\">{WebUtility.HtmlEncode(source)}</p>";
    }
}

/// <summary>Stands in for the pattern engine: <c>{id}</c> is the item's id, <c>{title}</c> its display text.</summary>
public sealed class TestLiquid : ILiquid
{
    public string? Render(string pattern, ContentItem item, out string? fault)
    {
        fault = null;
        return pattern.Replace("{id}", item.ContentItemId, StringComparison.Ordinal).Replace("{title}", item.DisplayText, StringComparison.Ordinal);
    }
}
