using System.IO.Compression;
using System.Net;
using System.Text;

namespace Gongkai.Recipes.Scripting;

/// <summary>Orchard Core's functions that decode a text.</summary>
internal static class TextFunctions
{
    private const int MaxBytes = 8 * 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary><c>base64('…')</c>: the UTF-8 text that was written as Base64.</summary>
    public static string FromBase64(string encoded)
    {
        try
        {
            return Strict.GetString(Decode("base64", encoded));
        }
        catch (DecoderFallbackException)
        {
            throw new ScriptFaultException("base64('…') 里的内容不是 UTF-8 文本。");
        }
    }

    /// <summary><c>html('…')</c>: the text that was written as HTML.</summary>
    public static string FromHtml(string encoded) => WebUtility.HtmlDecode(encoded);

    /// <summary><c>gzip('…')</c>: Base64 of compressed bytes into Base64 of the bytes.</summary>
    public static string FromGzip(string encoded)
    {
        using var compressed = new GZipStream(new MemoryStream(Decode("gzip", encoded)), CompressionMode.Decompress);
        var bytes = new byte[64 * 1024];
        using var whole = new MemoryStream();
        try
        {
            for (var read = compressed.Read(bytes); read > 0; read = compressed.Read(bytes))
            {
                if (whole.Length + read > MaxBytes)
                    throw new ScriptFaultException($"gzip('…') 解压后超过 {MaxBytes / 1024 / 1024} MiB，请缩小它，或把内容放进文件，用 [file:base64('…')] 引用。");
                whole.Write(bytes, 0, read);
            }
        }
        catch (InvalidDataException)
        {
            throw new ScriptFaultException("gzip('…') 里的内容不是 gzip 压缩的，请重新生成。");
        }
        return Convert.ToBase64String(whole.GetBuffer(), 0, (int)whole.Length);
    }

    private static byte[] Decode(string function, string encoded)
    {
        try
        {
            return Convert.FromBase64String(encoded);
        }
        catch (FormatException)
        {
            throw new ScriptFaultException($"{function}('…') 里的内容不是有效的 Base64，请重新生成。");
        }
    }
}
