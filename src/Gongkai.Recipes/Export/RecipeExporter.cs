using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Gongkai.Content;
using Gongkai.Recipes.Reading;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Recipes.Export;

/// <summary>Writes the site as a recipe: definitions that the set-up does not bring, taxonomies, then all items by id.</summary>
/// <remarks>
/// Scoped. The same site gives the same bytes: the file holds no clock and no path.
/// A text that Orchard Core would take for a script is marked as none, and told as a warning.
/// </remarks>
/// <param name="reader">The items.</param>
/// <param name="definitions">The definitions.</param>
/// <param name="unitOfWork">A second scope, to look items up while the first one streams.</param>
/// <param name="features">The features whose recipes bring definitions.</param>
/// <param name="audit">Is told what left the site.</param>
public sealed class RecipeExporter(IContentReader reader, IContentDefinitions definitions, IUnitOfWork unitOfWork, IEnumerable<RecipeFeature> features, IAuditTrail audit)
{
    private const string Taxonomy = "Taxonomy";

    /// <summary>Exports into a file, which is replaced only when the export is whole.</summary>
    /// <param name="path">The file.</param>
    /// <param name="setup">The set-up recipes: what they define is left out.</param>
    /// <param name="contentTypes">Only items of these types; all when empty.</param>
    /// <param name="progress">Told how many items were written.</param>
    /// <param name="cancellationToken">Ends the export; the file stays as it was.</param>
    /// <exception cref="ExportRefusedException">There is no such content type, or the file cannot be written.</exception>
    public async Task<ExportReport> ExportAsync(
        string path, IReadOnlyList<RecipeSource> setup, IReadOnlyCollection<string> contentTypes, IProgress<int>? progress = null, CancellationToken cancellationToken = default)
    {
        var current = definitions.Current;
        if (contentTypes.FirstOrDefault(type => !current.Types.ContainsKey(type)) is { } unknown)
            throw new ExportRefusedException($"没有名为“{unknown}”的内容类型。现有：{string.Join("、", current.Types.Keys.Order(StringComparer.Ordinal))}。");

        var full = Path.GetFullPath(path);
        var unfinished = Path.Combine(Path.GetDirectoryName(full)!, $".{Path.GetFileName(full)}.{IdGenerator.NewId()}.tmp");
        try
        {
            ExportReport report;
            await using (var file = Create(unfinished, path))
            {
                report = await WriteAsync(file, setup, new(contentTypes, []), mayLeave: null, progress, cancellationToken);
                file.Flush(flushToDisk: true);
            }
            File.Move(unfinished, full, overwrite: true);
            await audit.AppendAsync([AuditOf(full, contentTypes, report)], CancellationToken.None);
            return report;
        }
        finally
        {
            if (File.Exists(unfinished))
                File.Delete(unfinished);
        }
    }

    private static AuditEntry AuditOf(string path, IReadOnlyCollection<string> contentTypes, ExportReport report)
    {
        var details = new JsonObject { ["items"] = report.Items, ["versions"] = report.Versions, ["definitions"] = report.Definitions };
        if (contentTypes.Count > 0)
            details["types"] = new JsonArray([.. contentTypes.Order(StringComparer.Ordinal).Select(type => JsonValue.Create(type))]);
        return new(AuditActions.RecipeExported) { Title = Path.GetFileName(path), Details = details };
    }

    /// <summary>Writes a recipe as it is read.</summary>
    /// <param name="stream">Gets the recipe.</param>
    /// <param name="setup">The set-up recipes: what they define is left out.</param>
    /// <param name="scope">What is exported; types and items that do not exist are passed over.</param>
    /// <param name="mayLeave">Whether a version may be exported; null for all.</param>
    /// <param name="progress">Told how many items were written.</param>
    /// <param name="cancellationToken">Ends the export; what was written is no recipe.</param>
    public async Task<ExportReport> WriteAsync(
        Stream stream, IReadOnlyList<RecipeSource> setup, RecipeExportScope scope, Func<ContentItem, bool>? mayLeave = null, IProgress<int>? progress = null, CancellationToken cancellationToken = default)
    {
        if (scope.ContentItemIds.Count == 0)
            return await WriteAsync(stream, setup, scope.ContentTypes, ItemsAsync(scope.ContentTypes, cancellationToken), mayLeave, progress, cancellationToken);
        var types = await reader.FindTypesAsync(scope.ContentItemIds, cancellationToken);
        return await WriteAsync(stream, setup, [.. types.Values.Distinct(StringComparer.Ordinal)], SelectedAsync(types, cancellationToken), mayLeave, progress, cancellationToken);
    }

    private static FileStream Create(string unfinished, string path)
    {
        try
        {
            return new(unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.None, 64 * 1024, useAsync: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new ExportRefusedException($"无法写入“{path}”，请检查文件夹是否存在、是否可写：{fault.Message}", fault);
        }
    }

    private async Task<ExportReport> WriteAsync(
        Stream file, IReadOnlyList<RecipeSource> setup, IReadOnlyCollection<string> contentTypes, IAsyncEnumerable<IReadOnlyList<ContentItem>> content, Func<ContentItem, bool>? mayLeave,
        IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var writer = new RecipeWriter(file);
        var known = await SetupDefinitions.ReadAsync([.. features.Where(feature => feature.Limits is null).Select(feature => new RecipeSource(feature.Name, feature.OpenRecipe)), .. setup], cancellationToken);
        var (types, parts) = OwnDefinitions(known, contentTypes);
        var marks = new ScriptMarks();
        if (types.Count + parts.Count > 0)
        {
            var step = new JsonObject
            {
                ["name"] = "ContentDefinition",
                ["ContentTypes"] = new JsonArray([.. types.Select(DefinitionJson.Of)]),
                ["ContentParts"] = new JsonArray([.. parts.Select(DefinitionJson.Of)]),
            };
            marks.Mark(step, "定义");
            await writer.WriteStepAsync(step, cancellationToken);
        }

        var items = 0;
        await foreach (var all in content.WithCancellation(cancellationToken))
        {
            var versions = mayLeave is null ? all : [.. all.Where(mayLeave)];
            if (versions.Count == 0)
                continue;
            foreach (var version in versions)
                marks.Mark(version.Json, version.ContentItemId);
            await writer.WriteItemAsync([.. versions.Select(version => version.Json)], cancellationToken);
            items++;
            progress?.Report(items);
        }
        await writer.EndAsync(cancellationToken);
        return new(types.Count + parts.Count, items, writer.Versions, marks.Messages);
    }

    private (List<ContentTypeDefinition> Types, List<ContentPartDefinition> Parts) OwnDefinitions(DefinitionSnapshot known, IReadOnlyCollection<string> contentTypes)
    {
        var wanted = definitions.Current.Types.Values.Where(type => contentTypes.Count == 0 || contentTypes.Contains(type.Name)).ToList();
        var wantedParts = wanted.SelectMany(type => type.Parts.Select(part => part.PartName)).ToHashSet(StringComparer.Ordinal);
        return (
            [.. wanted.Where(type => !type.IsSameAs(known.Types.GetValueOrDefault(type.Name))).OrderBy(type => type.Name, StringComparer.Ordinal)],
            [.. definitions.Current.Parts.Values.Where(part => (contentTypes.Count == 0 || wantedParts.Contains(part.Name)) && !part.IsSameAs(known.Parts.GetValueOrDefault(part.Name)))
                .OrderBy(part => part.Name, StringComparer.Ordinal)]);
    }

    /// <summary>Each item's versions that count: the published one before a newer draft.</summary>
    private async IAsyncEnumerable<IReadOnlyList<ContentItem>> ItemsAsync(IReadOnlyCollection<string> contentTypes, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (contentTypes.Count == 0 || contentTypes.Contains(Taxonomy))
        {
            await foreach (var versions in VersionsAsync(reader.StreamAsync([Taxonomy], VersionOption.Latest, cancellationToken), cancellationToken))
                yield return versions;
        }

        string[] others = [.. contentTypes.Where(type => type != Taxonomy)];
        if (contentTypes.Count > 0 && others.Length == 0)
            yield break;
        var items = reader.StreamAsync(others, VersionOption.Latest, cancellationToken).Where(item => item.ContentType != Taxonomy);
        await foreach (var versions in VersionsAsync(items, cancellationToken))
            yield return versions;
    }

    /// <summary>Some items by id, taxonomies first as in every export.</summary>
    private IAsyncEnumerable<IReadOnlyList<ContentItem>> SelectedAsync(IReadOnlyDictionary<string, string> types, CancellationToken cancellationToken)
    {
        var ids = types.Keys.OrderBy(id => types[id] != Taxonomy).ThenBy(id => id, StringComparer.Ordinal);
        return VersionsAsync(LatestAsync(ids, cancellationToken), cancellationToken);
    }

    private async IAsyncEnumerable<ContentItem> LatestAsync(IEnumerable<string> ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var chunk in ids.Chunk(RecipeWriter.ItemsPerStep))
        {
            foreach (var item in await reader.GetManyAsync(chunk, VersionOption.Latest, cancellationToken))
                yield return item;
        }
    }

    private async IAsyncEnumerable<IReadOnlyList<ContentItem>> VersionsAsync(IAsyncEnumerable<ContentItem> latest, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var chunk in latest.Chunk(RecipeWriter.ItemsPerStep).WithCancellation(cancellationToken))
        {
            var published = new Dictionary<string, ContentItem>(StringComparer.Ordinal);
            string[] drafts = [.. chunk.Where(item => !item.Published).Select(item => item.ContentItemId)];
            if (drafts.Length > 0)
            {
                await unitOfWork.RunAsync(async services =>
                {
                    foreach (var item in await services.GetRequiredService<IContentReader>().GetManyAsync(drafts, VersionOption.Published, cancellationToken))
                        published[item.ContentItemId] = item;
                });
            }
            foreach (var item in chunk)
                yield return published.TryGetValue(item.ContentItemId, out var version) ? [version, item] : [item];
        }
    }
}
