using System.Text.Json;

namespace Gongkai.Benchmarks.Floors;

/// <summary>The floor under imports: the rows that an import left are inserted, and the documents that it made are added; nothing is read, checked or derived.</summary>
internal static class BareImport
{
    /// <summary>The command's name.</summary>
    public const string Name = "bare-import";

    /// <summary>The arguments that run it.</summary>
    public static string[] Arguments(string data, string folder) => [Name, "--data", data, "--folder", folder];

    /// <summary>Does both and prints a <see cref="BareImportTime"/>.</summary>
    /// <param name="data">The data folder that an import filled.</param>
    /// <param name="folder">Where to write.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task RunAsync(string data, string folder, CancellationToken cancellationToken)
    {
        var insert = BareInsert.Run(Path.Combine(data, "gongkai.db"), Path.Combine(folder, "bare.db"));
        var add = await BareIndex.AddAsync(data, Path.Combine(folder, "bare-index"), withPassages: true, cancellationToken);
        Console.WriteLine(JsonSerializer.Serialize(new BareImportTime(insert.TotalSeconds, add.Seconds)));
    }
}

/// <summary>What the floor under an import took.</summary>
/// <param name="Insert">The rows, in seconds.</param>
/// <param name="Add">The documents, in seconds.</param>
internal sealed record BareImportTime(double Insert, double Add);
