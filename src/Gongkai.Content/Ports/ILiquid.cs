namespace Gongkai.Content;

/// <summary>Port: renders the Liquid patterns of settings, as <c>AutoroutePartSettings.Pattern</c>.</summary>
public interface ILiquid
{
    /// <summary>The text of a pattern for an item (<c>Model.ContentItem</c>); null with a fault's message when the pattern is not valid.</summary>
    string? Render(string pattern, ContentItem item, out string? fault);
}
