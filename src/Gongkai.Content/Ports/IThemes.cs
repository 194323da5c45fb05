namespace Gongkai.Content;

/// <summary>Port: what the home renders its pages with.</summary>
public interface IThemes
{
    /// <summary>The themes that a site can choose, by name.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>What is wrong with a Liquid template, with line and column in it; null when it can be used.</summary>
    string? FaultOf(string template);
}
