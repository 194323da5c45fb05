using System.Diagnostics;
using System.Globalization;

namespace Gongkai.Benchmarks.Processes;

/// <summary>A process's resident memory in megabytes (MiB).</summary>
internal static class ProcessMemory
{
    /// <summary>What it holds now.</summary>
    public static double Now(Process process) => Read(process, "VmRSS:");

    /// <summary>The most it ever held; 0 when it has ended.</summary>
    public static double Peak(Process process) => Read(process, "VmHWM:");

    private static double Read(Process process, string name)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process.Id}/status").FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal));
            return line is null ? 0 : double.Parse(line.AsSpan(name.Length).Trim().TrimEnd("kB").Trim(), CultureInfo.InvariantCulture) / 1024;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
