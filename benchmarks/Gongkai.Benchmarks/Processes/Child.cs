using System.ComponentModel;
using System.Diagnostics;

namespace Gongkai.Benchmarks.Processes;

/// <summary>A program that is run to its end.</summary>
internal static class Child
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(50);

    /// <summary>Runs a program and returns what it printed; it is ended when cancelled.</summary>
    public static async Task<string> RunAsync(string program, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        using var process = Start(program, arguments);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0 ? await output : throw new BenchmarkException($"{program} ended with code {process.ExitCode}:\n{await output}{await errors}");
        }
        finally
        {
            End(process);
        }
    }

    /// <summary>Runs the site's program with a command.</summary>
    public static Task<string> RunSiteAsync(IEnumerable<string> arguments, CancellationToken cancellationToken) => RunAsync("dotnet", [.. Programs.Site, .. arguments], cancellationToken);

    /// <summary>Runs a command of this program in a process of its own.</summary>
    public static Task<string> RunOwnAsync(IEnumerable<string> arguments, CancellationToken cancellationToken) => RunAsync("dotnet", [.. Programs.Own, .. arguments], cancellationToken);

    /// <summary>Runs the site's program and watches the clock and the memory.</summary>
    public static async Task<(TimeSpan Time, double PeakMegabytes)> MeasureSiteAsync(IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        using var process = Start("dotnet", [.. Programs.Site, .. arguments]);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            var exit = process.WaitForExitAsync(cancellationToken);
            var peak = 0.0;
            while (await Task.WhenAny(exit, Task.Delay(Between, cancellationToken)) != exit)
                peak = Math.Max(peak, ProcessMemory.Peak(process));
            await exit;
            var time = Stopwatch.GetElapsedTime(started);
            return process.ExitCode == 0 ? (time, peak) : throw new BenchmarkException($"The site's program ended with code {process.ExitCode}:\n{await output}{await errors}");
        }
        finally
        {
            End(process);
        }
    }

    /// <summary>Starts a program with its output redirected.</summary>
    public static Process Start(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        // Whoever calls this may develop; what is measured is in production.
        start.Environment["DOTNET_ENVIRONMENT"] = start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment.Remove("ASPNETCORE_URLS");
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new BenchmarkException($"Missing: {program} (Debian: apt-get install {program}).");
        }
    }

    /// <summary>Ends a program that still runs.</summary>
    public static void End(Process process)
    {
        if (process.HasExited)
            return;
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
    }
}
