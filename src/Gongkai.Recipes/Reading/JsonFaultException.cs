namespace Gongkai.Recipes.Reading;

/// <summary>The text cannot be read on from here.</summary>
internal sealed class JsonFaultException(string message, long offset, LineStart line, string path) : Exception(message)
{
    public long Offset { get; } = offset;

    public LineStart Line { get; } = line;

    /// <summary>The JSON path inside the value that was being read; empty for the value itself.</summary>
    public string Path { get; } = path;
}
