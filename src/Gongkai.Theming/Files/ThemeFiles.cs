using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Gongkai.Theming.Files;

/// <summary>The themes' static files: each one's <c>wwwroot</c>, served below its name. A file asked for by its content's hash is kept by browsers for good.</summary>
/// <remarks>Every theme's are served: a page made before another was chosen still finds its own.</remarks>
internal sealed class ThemeFiles : IFileProvider, IDisposable
{
    private const int VersionLength = 12;

    private const string PublicFolder = "wwwroot";

    private readonly PhysicalFileProvider _files;
    private readonly ConcurrentDictionary<string, (DateTimeOffset Modified, long Length, string Version)> _versions = new(StringComparer.Ordinal);
    private readonly bool _watch;

    public ThemeFiles(ThemingOptions options)
    {
        var folder = Path.GetFullPath(Path.Combine(options.ThemesFolder, options.ThemeName, PublicFolder));
        if (!Directory.Exists(folder))
            throw new TemplateException($"找不到主题“{options.ThemeName}”的静态文件夹 {folder}，请检查主题文件夹和主题名称的配置。");
        (_files, _watch) = (new(Path.GetFullPath(options.ThemesFolder)), options.WatchFiles);
    }

    /// <summary>The hash of a file's content by its address, as <c>/GongkaiTheme/gongkai.css</c>; null when there is no such file.</summary>
    public string? VersionOf(string address)
    {
        if (!_watch && _versions.TryGetValue(address, out var kept))
            return kept.Version;
        var file = GetFileInfo(address);
        if (!file.Exists || file.IsDirectory)
            return null;
        if (_versions.TryGetValue(address, out var known) && known.Modified == file.LastModified && known.Length == file.Length)
            return known.Version;
        using var stream = file.CreateReadStream();
        var version = Convert.ToHexStringLower(SHA256.HashData(stream))[..VersionLength];
        _versions[address] = (file.LastModified, file.Length, version);
        return version;
    }

    public void Use(IApplicationBuilder app)
    {
        var packed = new PackedThemeFiles(this);
        app.Use(async (http, next) =>
        {
            if (!await packed.TryAnswerAsync(http, http.Request.Path.Value ?? ""))
                await next(http);
        });
        UseFiles(app);
    }

    private void UseFiles(IApplicationBuilder app) => app.UseStaticFiles(new StaticFileOptions
    {
        FileProvider = this,
        ContentTypeProvider = new FileExtensionContentTypeProvider(new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            [".css"] = "text/css; charset=utf-8",
            [".js"] = "text/javascript; charset=utf-8",
            [".svg"] = "image/svg+xml",
            [".png"] = "image/png",
            [".jpg"] = "image/jpeg",
            [".webp"] = "image/webp",
            [".ico"] = "image/x-icon",
            [".woff2"] = "font/woff2",
            [".txt"] = "text/plain; charset=utf-8",
        }),
        OnPrepareResponse = response => SetCaching(response.Context),
    });

    /// <summary>A file by its address: the first segment is the theme.</summary>
    public IFileInfo GetFileInfo(string subpath)
    {
        var path = subpath.TrimStart('/');
        var end = path.IndexOf('/', StringComparison.Ordinal);
        return end > 0 && Themes.IsName(path[..end]) && !path.Split('/', '\\').Contains("..") ? _files.GetFileInfo($"{path[..end]}/{PublicFolder}{path[end..]}") : new NotFoundFileInfo(subpath);
    }

    public IDirectoryContents GetDirectoryContents(string subpath) => NotFoundDirectoryContents.Singleton;

    public IChangeToken Watch(string filter) => NullChangeToken.Singleton;

    public void Dispose() => _files.Dispose();

    /// <summary>Says how long a browser may keep the file that a request asks for.</summary>
    internal void SetCaching(HttpContext http)
    {
        var asked = http.Request.Query["v"].ToString();
        var isExact = asked.Length > 0 && asked == VersionOf(http.Request.Path.Value ?? "");
        http.Response.Headers[HeaderNames.CacheControl] = isExact ? "public, max-age=31536000, immutable" : "no-cache";
    }
}
