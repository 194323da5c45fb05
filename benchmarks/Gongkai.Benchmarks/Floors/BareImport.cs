using System.Diagnostics;
using System.Text.Json;
using Gongkai.Content;
using Gongkai.Search.Indexing;
using Gongkai.Storage;
using Lucene.Net.Documents;
using OrchardSite.Hosting;

namespace Gongkai.Benchmarks.Floors;

/// <summary>The floor under imports: the rows that an import left are inserted, and the documents that it made are added; nothing is read, checked or derived.</summary>
internal static class BareImport
{
    /// <summary>The command's name.</summary>
    public const string Name = "bare-import";

    private const int BatchSize = 200;

    /// <summary>The arguments that run it.</summary>
    public static string[] Arguments(string data, string folder) => [Name, "--data", data, "--folder", folder];

    /// <summary>Does both and prints a <see cref="BareImportTime"/>.</summary>
    /// <param name="data">The data folder that an import filled.</param>
    /// <param name="folder">Where to write.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task RunAsync(string data, string folder, CancellationToken cancellationToken)
    {
        var insert = BareInsert.Run(Path.Combine(data, "gongkai.db"), Path.Combine(folder, "bare.db"));
        var add = await AddDocumentsAsync(data, Path.Combine(folder, "bare-index"), cancellationToken);
        Console.WriteLine(JsonSerializer.Serialize(new BareImportTime(insert.TotalSeconds, add.TotalSeconds)));
    }

    private static async Task<TimeSpan> AddDocumentsAsync(string data, string folder, CancellationToken cancellationToken)
    {
        await using var site = SiteHost.Build(new(data, false));
        await site.Services.GetRequiredService<StorageDatabase>().PrepareAsync(cancellationToken);
        await using var scope = site.Services.CreateAsyncScope();
        await using var html = site.Services.CreateAsyncScope();
        var definitions = site.Services.GetRequiredService<IContentDefinitions>().Current;
        var settings = site.Services.GetRequiredService<SiteSettings>();
        var profile = IndexProfile.Read(site.Services.GetRequiredService<ISettings>(), settings, definitions);
        var documents = new ItemDocument(definitions, settings);
        var reader = html.ServiceProvider.GetRequiredService<IContentReader>();

        Directory.CreateDirectory(folder);
        using var index = IndexGeneration.Create(folder, profile.Fingerprint);
        var time = TimeSpan.Zero;
        var batch = new List<Document>(BatchSize);
        await foreach (var item in scope.ServiceProvider.GetRequiredService<IContentReader>().StreamAsync([.. profile.ContentTypes], VersionOption.Published, cancellationToken))
        {
            if (!item.IsPublic())
                continue;
            batch.Add(documents.Of(item, await reader.GetHtmlAsync(item, cancellationToken)));
            if (batch.Count == BatchSize)
                Add();
        }

        Add();
        var started = Stopwatch.GetTimestamp();
        index.Commit();
        return time + Stopwatch.GetElapsedTime(started);

        void Add()
        {
            var began = Stopwatch.GetTimestamp();
            batch.ForEach(index.Add);
            time += Stopwatch.GetElapsedTime(began);
            batch.Clear();
        }
    }
}

/// <summary>What the floor under an import took.</summary>
/// <param name="Insert">The rows, in seconds.</param>
/// <param name="Add">The documents, in seconds.</param>
internal sealed record BareImportTime(double Insert, double Add);
