using System.Text;
using Gongkai.Recipes.Scripting;

namespace Gongkai.Recipes.Reading;

/// <summary><c>[file:text('docs/a.html')]</c> and <c>[file:base64('docs/a.png')]</c>: what a file beside the recipe holds.</summary>
internal static class FileScript
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);

    public static string Read(string script, RecipeText text)
    {
        if (PathIn(script, "text") is { } textPath)
            return ReadText(Open(textPath, JsonScanner.MaxValueLength, text), textPath);
        if (PathIn(script, "base64") is { } binaryPath)
            return ReadBase64(Open(binaryPath, JsonScanner.MaxValueLength / 4 * 3, text));
        throw new ScriptFaultException("[file: …] 应写作 [file:text('文件')] 或 [file:base64('文件')]。");
    }

    private static string? PathIn(string script, string function) =>
        script.StartsWith(function, StringComparison.Ordinal) && script[function.Length..].Trim() is ['(', .. var inner, ')']
        && inner.Trim() is ['\'' or '"', .., '\'' or '"'] quoted && quoted.Length > 1 && quoted[0] == quoted[^1]
            ? quoted[1..^1]
            : null;

    private static Stream Open(string path, int maxLength, RecipeText text)
    {
        if (text.TryOpenFile(path, out var opened) is { } fault)
            throw new ScriptFaultException(fault);
        if (opened!.Length <= maxLength)
            return opened;
        opened.Dispose();
        throw new ScriptFaultException($"文件“{path}”超过 {maxLength / 1024 / 1024} MiB，不能写进一个值里，请缩小它。");
    }

    private static string ReadText(Stream file, string path)
    {
        try
        {
            using var reader = new StreamReader(file, Strict, detectEncodingFromByteOrderMarks: false);
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException)
        {
            throw new ScriptFaultException($"文件“{path}”不是有效的 UTF-8 文本，请把它另存为 UTF-8 编码，或改用 [file:base64('{path}')]。");
        }
    }

    private static string ReadBase64(Stream file)
    {
        using (file)
        {
            var bytes = new byte[file.Length];
            return Convert.ToBase64String(bytes, 0, file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
        }
    }
}
