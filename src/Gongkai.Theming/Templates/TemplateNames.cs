namespace Gongkai.Theming.Templates;

/// <summary>Orchard Core's names of stored templates, and the file names that they stand for.</summary>
internal static class TemplateNames
{
    private const string Alternate = "__";

    /// <summary><c>Content__Notice</c> is <c>Content-Notice</c>, <c>Content_Summary__Notice</c> is <c>Content-Notice.Summary</c>, <c>Content_Summary</c> is <c>Content.Summary</c>.</summary>
    public static string FileNameOf(string name)
    {
        var at = name.IndexOf(Alternate, StringComparison.Ordinal);
        var shape = at < 0 ? name : name[..at];
        var alternates = at < 0 ? "" : name[at..].Replace(Alternate, "-", StringComparison.Ordinal);
        var display = shape.IndexOf('_', StringComparison.Ordinal);
        return display < 0 ? shape + alternates : $"{shape[..display]}{alternates}.{shape[(display + 1)..]}";
    }
}
