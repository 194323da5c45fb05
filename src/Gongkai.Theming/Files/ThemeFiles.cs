using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace Gongkai.Theming.Files;

/// <summary>The theme's static files: its <c>wwwroot</c>, served below the theme's name. A file asked for by its content's hash is kept by browsers for good.</summary>
internal sealed class ThemeFiles : IDisposable
{
    private const int VersionLength = 12;

    private readonly PhysicalFileProvider _files;
    private readonly string _prefix;
    private readonly ConcurrentDictionary<string, (DateTimeOffset Modified, long Length, string Version)> _versions = new(StringComparer.Ordinal);
    private readonly bool _watch;

    public ThemeFiles(ThemingOptions options)
    {
        var folder = Path.GetFullPath(Path.Combine(options.ThemesFolder, options.ThemeName, "wwwroot"));
        if (!Directory.Exists(folder))
            throw new TemplateException($"找不到主题“{options.ThemeName}”的静态文件夹 {folder}，请检查主题文件夹和主题名称的配置。");
        (_files, _prefix, _watch) = (new(folder), "/" + options.ThemeName, options.WatchFiles);
    }

    /// <summary>The hash of a file's content by its address, as <c>/GongkaiTheme/gongkai.css</c>; null when there is no such file.</summary>
    public string? VersionOf(string address)
    {
        if (!address.StartsWith(_prefix + "/", StringComparison.Ordinal))
            return null;
        if (!_watch && _versions.TryGetValue(address, out var kept))
            return kept.Version;
        var file = _files.GetFileInfo(address[_prefix.Length..]);
        if (!file.Exists || file.IsDirectory)
            return null;
        if (_versions.TryGetValue(address, out var known) && known.Modified == file.LastModified && known.Length == file.Length)
            return known.Version;
        using var stream = file.CreateReadStream();
        var version = Convert.ToHexStringLower(SHA256.HashData(stream))[..VersionLength];
        _versions[address] = (file.LastModified, file.Length, version);
        return version;
    }

    public void Use(IApplicationBuilder app) => app.UseStaticFiles(new StaticFileOptions
    {
        FileProvider = _files,
        RequestPath = _prefix,
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

    public void Dispose() => _files.Dispose();

    private void SetCaching(HttpContext http)
    {
        var asked = http.Request.Query["v"].ToString();
        var isExact = asked.Length > 0 && asked == VersionOf(http.Request.Path.Value ?? "");
        http.Response.Headers[HeaderNames.CacheControl] = isExact ? "public, max-age=31536000, immutable" : "no-cache";
    }
}
