using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Gongkai.Content;
using Microsoft.Extensions.Logging;

namespace Gongkai.Documents.Texts;

/// <summary>The process in which files are read: one file at a time, with a limit on its memory, ended when a file takes too long. A file can bring it down, but not the site.</summary>
/// <remarks>It is started when it is first asked, goes on for the files that follow, and ends with this process.</remarks>
internal sealed class TextProcess(TextLimits limits, TimeProvider time, ILogger logger, Func<ProcessStartInfo>? command = null) : IDisposable
{
    private Process? _process;

    /// <summary>The process at the moment, or null.</summary>
    internal Process? Current => _process;

    /// <summary>The text of a file; null when no process can be started. One call at a time.</summary>
    public async Task<FileText?> ReadAsync(TextRequest request, CancellationToken cancellationToken)
    {
        if (Start() is not { } process)
            return null;
        var isWhole = false;
        try
        {
            await process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(request).AsMemory(), cancellationToken);
            await process.StandardInput.FlushAsync(cancellationToken);
            var answer = await process.StandardOutput.ReadLineAsync(cancellationToken).AsTask().WaitAsync(limits.LongestTime * 2, time, cancellationToken);
            if (answer is null || JsonSerializer.Deserialize<FileText>(answer) is not { } text)
                return FileText.None(FileTextState.Unreadable);
            isWhole = true;
            return text;
        }
        catch (Exception fault) when (fault is TimeoutException or IOException or JsonException)
        {
            return FileText.None(FileTextState.Unreadable);
        }
        finally
        {
            // What would still come is an answer to this question, not to the next.
            if (!isWhole)
                End();
        }
    }

    public void Dispose() => End();

    private Process? Start()
    {
        if (_process is { HasExited: false } running)
            return running;
        End();
        var start = command?.Invoke() ?? Command();
        (start.UseShellExecute, start.RedirectStandardInput, start.RedirectStandardOutput) = (false, true, true);
        start.StandardInputEncoding = start.StandardOutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        start.Environment["DOTNET_GCHeapHardLimit"] = limits.Memory.ToString("x", CultureInfo.InvariantCulture);
        try
        {
            _process = Process.Start(start);
        }
        catch (Exception fault) when (fault is System.ComponentModel.Win32Exception or IOException)
        {
            logger.LogError(fault, "不能启动读取附件的进程（{Program}）：附件暂时只能按名称查到。请确认服务器上有 .NET 运行时。", start.FileName);
        }

        return _process;
    }

    /// <summary>This assembly, on the runtime that runs now.</summary>
    private static ProcessStartInfo Command()
    {
        var host = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
        return new(File.Exists(host) ? host : "dotnet", ["exec", typeof(TextProcess).Assembly.Location]);
    }

    private void End()
    {
        if (_process is not { } process)
            return;
        _process = null;
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }

        process.Dispose();
    }
}
