using System.Reflection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace Gongkai.Theming.Templates;

/// <summary>Reads the theme's and the modules' templates and keeps the newest set of them.</summary>
internal sealed class TemplateStore : IFileProvider, IDisposable
{
    private const string EmbeddedFolder = ".Views.";
    private const string Pattern = "*.liquid";

    private readonly ThemingOptions _options;
    private readonly string _folder;
    private readonly List<TemplateFile> _embedded;
    private readonly PhysicalFileProvider? _watched;
    private readonly IDisposable? _subscription;
    private volatile TemplateSet? _current;

    public TemplateStore(ThemingOptions options)
    {
        _options = options;
        _folder = Path.GetFullPath(Path.Combine(options.ThemesFolder, options.ThemeName, "Views"));
        if (!Directory.Exists(_folder))
            throw new TemplateException($"找不到主题“{options.ThemeName}”的模板文件夹 {_folder}，请检查主题文件夹和主题名称的配置。");
        _embedded = [.. options.ViewAssemblies.SelectMany(ReadEmbedded)];
        if (!options.WatchFiles)
            return;
        _watched = new(_folder) { UsePollingFileWatcher = false };
        _subscription = ChangeToken.OnChange(() => _watched.Watch("**/" + Pattern), () => _current = null);
    }

    /// <summary>The templates now: one read of a reference.</summary>
    public TemplateSet Current => _current ??= new([.. ReadTheme(), .. _embedded]);

    public IFileInfo GetFileInfo(string subpath) => Current.GetFileInfo(subpath);

    public IDirectoryContents GetDirectoryContents(string subpath) => NotFoundDirectoryContents.Singleton;

    public IChangeToken Watch(string filter) => NullChangeToken.Singleton;

    public void Dispose()
    {
        _subscription?.Dispose();
        _watched?.Dispose();
    }

    private IEnumerable<TemplateFile> ReadTheme() => Directory.EnumerateFiles(_folder, Pattern, SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal)
        .Select(path => new TemplateFile(Path.GetFileNameWithoutExtension(path), File.ReadAllText(path),
            Path.Combine(_options.ThemeName, "Views", Path.GetRelativePath(_folder, path)), new(File.GetLastWriteTimeUtc(path))));

    private static IEnumerable<TemplateFile> ReadEmbedded(Assembly assembly)
    {
        foreach (var resource in assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            var start = resource.IndexOf(EmbeddedFolder, StringComparison.Ordinal);
            if (start < 0 || !resource.EndsWith(".liquid", StringComparison.Ordinal))
                continue;
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            var name = resource[(start + EmbeddedFolder.Length)..^".liquid".Length];
            yield return new(name, reader.ReadToEnd(), $"{assembly.GetName().Name}/Views/{name}.liquid", DateTimeOffset.UnixEpoch);
        }
    }
}
