using System.Collections.Concurrent;
using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Gongkai.Theming.Files;

/// <summary>Sends the themes' style sheets, scripts and drawings compressed, as small as they get: each is compressed once and kept.</summary>
internal sealed class PackedThemeFiles(ThemeFiles files)
{
    private static readonly Dictionary<string, string> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
    };

    private readonly ConcurrentDictionary<(string Address, string Encoding), (string Version, byte[] Bytes)> _kept = new();

    /// <summary>Answers a request for such a file; false leaves it to whoever serves files as they are.</summary>
    public async Task<bool> TryAnswerAsync(HttpContext http, string address)
    {
        var request = http.Request;
        if (!(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) || request.Headers.Range.Count > 0
            || !Kinds.TryGetValue(Path.GetExtension(address), out var kind) || EncodingOf(request) is not { } encoding || files.VersionOf(address) is not { } version)
            return false;
        var etag = new EntityTagHeaderValue($"\"{version}-{encoding}\"");
        var response = http.Response;
        response.Headers.ETag = etag.ToString();
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        files.SetCaching(http);
        if (request.GetTypedHeaders().IfNoneMatch.Any(known => known.Tag == "*" || known.Compare(etag, useStrongComparison: false)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return true;
        }

        var bytes = Pack(address, encoding, version);
        response.ContentType = kind;
        response.Headers.ContentEncoding = encoding;
        response.ContentLength = bytes.Length;
        if (HttpMethods.IsGet(request.Method))
            await response.Body.WriteAsync(bytes, http.RequestAborted);
        return true;
    }

    private static string? EncodingOf(HttpRequest request)
    {
        var accepted = request.Headers.AcceptEncoding.ToString();
        if (accepted.Contains(";q=0", StringComparison.OrdinalIgnoreCase))
            return null;
        return accepted.Contains("br", StringComparison.OrdinalIgnoreCase) ? "br" : accepted.Contains("gzip", StringComparison.OrdinalIgnoreCase) ? "gzip" : null;
    }

    private byte[] Pack(string address, string encoding, string version)
    {
        if (_kept.TryGetValue((address, encoding), out var kept) && kept.Version == version)
            return kept.Bytes;
        using var packed = new MemoryStream();
        using (Stream packing = encoding == "br" ? new BrotliStream(packed, CompressionLevel.SmallestSize, leaveOpen: true) : new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        using (var file = files.GetFileInfo(address).CreateReadStream())
            file.CopyTo(packing);
        var bytes = packed.ToArray();
        _kept[(address, encoding)] = (version, bytes);
        return bytes;
    }
}
