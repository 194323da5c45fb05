using System.Collections.Frozen;
using System.Diagnostics;
using System.Text.Json;
using Gongkai.Content;
using Gongkai.Search;
using Gongkai.Search.Indexing;
using Gongkai.Storage;
using Lucene.Net.Documents;
using OrchardSite.Hosting;

namespace Gongkai.Benchmarks.Floors;

/// <summary>The floor under indexing: documents that are made already are added by one thread; nothing is read or derived meanwhile.</summary>
internal static class BareIndex
{
    /// <summary>The command's name.</summary>
    public const string Name = "bare-index";

    private const int BatchSize = 200;

    // What an index of whole documents would not have.
    private static readonly FrozenSet<string> OfPassages = new[] { IndexFields.Passages, IndexFields.Names, IndexFields.Sketch }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The arguments that run it.</summary>
    /// <param name="data">A data folder with content.</param>
    /// <param name="folder">Where to write.</param>
    /// <param name="withPassages">Whether passages are kept.</param>
    public static string[] Arguments(string data, string folder, bool withPassages) => [Name, "--data", data, "--folder", folder, .. withPassages ? (string[])["--passages"] : []];

    /// <summary>Adds every document and prints a <see cref="BareIndexing"/>.</summary>
    public static async Task RunAsync(string data, string folder, bool withPassages, CancellationToken cancellationToken) =>
        Console.WriteLine(JsonSerializer.Serialize(await AddAsync(data, folder, withPassages, cancellationToken)));

    /// <summary>Adds every document to a new index.</summary>
    public static async Task<BareIndexing> AddAsync(string data, string folder, bool withPassages, CancellationToken cancellationToken)
    {
        await using var site = SiteHost.Build(new(data, false));
        await site.Services.GetRequiredService<StorageDatabase>().PrepareAsync(cancellationToken);
        await using var scope = site.Services.CreateAsyncScope();
        await using var html = site.Services.CreateAsyncScope();
        var definitions = site.Services.GetRequiredService<IContentDefinitions>().Current;
        var settings = site.Services.GetRequiredService<SiteSettings>();
        var profile = IndexProfile.Read(site.Services.GetRequiredService<ISettings>(), settings, definitions);
        var documents = new ItemDocument(definitions, settings, site.Services.GetService<IFileTexts>());
        var reader = html.ServiceProvider.GetRequiredService<IContentReader>();

        Directory.CreateDirectory(folder);
        var (time, count) = (TimeSpan.Zero, 0);
        using (var index = IndexGeneration.Create(folder, profile.Fingerprint))
        {
            var batch = new List<Document>(BatchSize);
            await foreach (var item in scope.ServiceProvider.GetRequiredService<IContentReader>().StreamAsync([.. profile.ContentTypes], VersionOption.Published, cancellationToken))
            {
                if (!item.IsPublic())
                    continue;
                var document = await documents.OfAsync(item, await reader.GetHtmlAsync(item, cancellationToken), cancellationToken);
                if (!withPassages)
                {
                    foreach (var field in OfPassages)
                        document.RemoveFields(field);
                }

                batch.Add(document);
                if (batch.Count == BatchSize)
                    Add();
            }

            Add();
            var started = Stopwatch.GetTimestamp();
            index.Commit();
            time += Stopwatch.GetElapsedTime(started);

            void Add()
            {
                var began = Stopwatch.GetTimestamp();
                batch.ForEach(index.Add);
                time += Stopwatch.GetElapsedTime(began);
                count += batch.Count;
                batch.Clear();
            }
        }

        return new(time.TotalSeconds, count, IndexSize.Megabytes(folder));
    }
}

/// <summary>What bare indexing came to.</summary>
/// <param name="Seconds">How long it took.</param>
/// <param name="Documents">How many documents were added.</param>
/// <param name="Megabytes">What the index takes.</param>
internal sealed record BareIndexing(double Seconds, int Documents, double Megabytes);
