using System.Collections.Concurrent;
using System.Collections.Frozen;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace Gongkai.Theming.Templates;

/// <summary>All templates at one moment, by name: the theme's before the modules' of the same name.</summary>
internal sealed class TemplateSet(IEnumerable<TemplateFile> files) : IFileProvider
{
    private const string Extension = ".liquid";

    private readonly FrozenDictionary<string, TemplateFile> _byName = ByName(files);
    private readonly ConcurrentDictionary<(string Type, string Display), TemplateFile?> _ofItems = new();

    /// <summary>Every template, in no order.</summary>
    public IEnumerable<TemplateFile> All => _byName.Values;

    /// <summary>A template by name, or null.</summary>
    public TemplateFile? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The template of an item, most specific first, or null.</summary>
    public TemplateFile? FindForItem(string contentType, string displayType) =>
        _ofItems.GetOrAdd((contentType, displayType), key => NamesForItem(key.Type, key.Display).Select(Find).FirstOrDefault(file => file is not null));

    /// <summary>Orchard Core's alternates of a content item's shape.</summary>
    public static IEnumerable<string> NamesForItem(string contentType, string displayType) => displayType is "" or "Detail"
        ? [$"Content-{contentType}", "Content"]
        : [$"Content-{contentType}.{displayType}", $"Content-{contentType}", $"Content.{displayType}", "Content"];

    /// <summary>A template by its file's name, or null.</summary>
    public TemplateFile? FindFile(string subpath) => Find(subpath.EndsWith(Extension, StringComparison.Ordinal) ? subpath[..^Extension.Length] : subpath);

    public IFileInfo GetFileInfo(string subpath) => FindFile(subpath) ?? (IFileInfo)new NotFoundFileInfo(subpath);

    public IDirectoryContents GetDirectoryContents(string subpath) => NotFoundDirectoryContents.Singleton;

    public IChangeToken Watch(string filter) => NullChangeToken.Singleton;

    private static FrozenDictionary<string, TemplateFile> ByName(IEnumerable<TemplateFile> files)
    {
        var byName = new Dictionary<string, TemplateFile>(StringComparer.Ordinal);
        foreach (var file in files)
            byName.TryAdd(file.Name, file);
        return byName.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
