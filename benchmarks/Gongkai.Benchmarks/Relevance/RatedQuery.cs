using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gongkai.Benchmarks.Relevance;

/// <summary>A query and the documents that answer it, one JSON line of a file of rated queries.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Query">What is typed.</param>
/// <param name="RelevantIds">The ids of items that answer it; others may, too.</param>
/// <param name="Kind"><c>title</c>, <c>number</c>, <c>phrase</c>, <c>question</c> or <c>script</c>.</param>
/// <param name="Subkind">A finer kind, as <c>statute</c>; null for none.</param>
internal sealed record RatedQuery(
    [property: JsonPropertyName("id")] string Id, [property: JsonPropertyName("query")] string Query, [property: JsonPropertyName("relevantIds")] IReadOnlyList<string> RelevantIds,
    [property: JsonPropertyName("kind")] string Kind, [property: JsonPropertyName("subkind")] string? Subkind)
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="BenchmarkException">A line is no rated query.</exception>
    public static IReadOnlyList<RatedQuery> Read(FileInfo file)
    {
        var queries = new List<RatedQuery>();
        foreach (var line in File.ReadLines(file.FullName).Where(line => !string.IsNullOrWhiteSpace(line)))
        {
            try
            {
                queries.Add(JsonSerializer.Deserialize<RatedQuery>(line)!);
            }
            catch (JsonException fault)
            {
                throw new BenchmarkException($"Line {queries.Count + 1} of {file.Name} is no rated query: {fault.Message}");
            }
        }

        return queries;
    }
}
