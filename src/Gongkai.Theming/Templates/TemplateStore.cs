using System.Reflection;
using Gongkai.Content;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace Gongkai.Theming.Templates;

/// <summary>Reads all templates and keeps the newest set of them: stored ones, those of the chosen theme, of the configured theme, and of the modules.</summary>
internal sealed class TemplateStore : SettingsFollower, IFileProvider
{
    private const string EmbeddedFolder = ".Views.";
    private const string Pattern = "*.liquid";

    private readonly ThemingOptions _options;
    private readonly ISettings _settings;
    private readonly SiteSettings _site;
    private readonly ILogger<TemplateStore> _logger;
    private readonly List<TemplateFile> _embedded;
    private readonly PhysicalFileProvider? _watched;
    private readonly IDisposable? _subscription;
    private volatile TemplateSet? _current;

    public TemplateStore(ThemingOptions options, IChangeFeed feed, ISettings settings, SiteSettings site, ILogger<TemplateStore> logger)
        : base(feed, SettingsNames.Site, SettingsNames.Templates)
    {
        (_options, _settings, _site, _logger) = (options, settings, site, logger);
        var folder = FolderOf(options.ThemeName);
        if (!Directory.Exists(folder))
            throw new TemplateException($"找不到主题“{options.ThemeName}”的模板文件夹 {folder}，请检查主题文件夹和主题名称的配置。");
        _embedded = [.. options.ViewAssemblies.SelectMany(ReadEmbedded)];
        if (!options.WatchFiles)
            return;
        _watched = new(Path.GetFullPath(options.ThemesFolder)) { UsePollingFileWatcher = false };
        _subscription = ChangeToken.OnChange(() => _watched.Watch("**/" + Pattern), () => _current = null);
    }

    /// <summary>The templates now: one read of a reference.</summary>
    public TemplateSet Current => _current ??= Read();

    public IFileInfo GetFileInfo(string subpath) => Current.GetFileInfo(subpath);

    public IDirectoryContents GetDirectoryContents(string subpath) => NotFoundDirectoryContents.Singleton;

    public IChangeToken Watch(string filter) => NullChangeToken.Singleton;

    protected override void Load() => _current = Read();

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _subscription?.Dispose();
        _watched?.Dispose();
    }

    private TemplateSet Read() => new([.. ReadStored(), .. ReadChosen(), .. ReadTheme(_options.ThemeName), .. _embedded]);

    private IEnumerable<TemplateFile> ReadStored()
    {
        foreach (var (name, template) in _settings.Get(SettingsNames.Templates))
        {
            if (template is System.Text.Json.Nodes.JsonObject json)
                yield return new(TemplateNames.FileNameOf(name), json.Text("Content") ?? "", $"{name}（配方导入的模板）", DateTimeOffset.UnixEpoch);
        }
    }

    private IEnumerable<TemplateFile> ReadChosen()
    {
        if (_site.ThemeName is not { } name || name == _options.ThemeName)
            return [];
        if (Themes.IsName(name) && Directory.Exists(FolderOf(name)))
            return ReadTheme(name);
        // It was there when it was chosen: readers get pages all the same.
        _logger.LogError("找不到所选主题“{Theme}”的模板文件夹 {Folder}，改用主题“{Configured}”。请恢复该文件夹，或另选主题。", name, FolderOf(name), _options.ThemeName);
        return [];
    }

    private string FolderOf(string theme) => Path.GetFullPath(Path.Combine(_options.ThemesFolder, theme, "Views"));

    private IEnumerable<TemplateFile> ReadTheme(string theme)
    {
        var folder = FolderOf(theme);
        return Directory.EnumerateFiles(folder, Pattern, SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => new TemplateFile(Path.GetFileNameWithoutExtension(path), File.ReadAllText(path),
                Path.Combine(theme, "Views", Path.GetRelativePath(folder, path)), new(File.GetLastWriteTimeUtc(path))));
    }

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
