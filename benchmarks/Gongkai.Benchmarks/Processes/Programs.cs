using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Gongkai.Benchmarks.Processes;

/// <summary>Where the programs are.</summary>
internal static class Programs
{
    private const string Configuration = "Release";

    /// <summary>This program, as arguments of <c>dotnet</c>.</summary>
    public static string[] Own => [Path.Combine(AppContext.BaseDirectory, "Gongkai.Benchmarks.dll")];

    /// <summary>The site's program as it is put on a server, as arguments of <c>dotnet</c>. <see cref="PublishSiteAsync"/> makes it.</summary>
    public static string[] Site => [Path.Combine(SiteFolder, "OrchardSite.dll")];

    private static string SiteFolder => Path.Combine(AppContext.BaseDirectory, "site");

    /// <summary>Publishes the site's program as docs/performance.md says: compiled ahead for this machine, the runtime its own.</summary>
    /// <exception cref="BenchmarkException">This is no Release build, or the program cannot be published.</exception>
    public static async Task PublishSiteAsync(CancellationToken cancellationToken)
    {
        // …/bin/<configuration>/<framework>
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        if (root.Parent?.Name != Configuration)
            throw new BenchmarkException("Only a Release build is measured: dotnet run -c Release --project benchmarks/Gongkai.Benchmarks -- …");
        while (!File.Exists(Path.Combine(root.FullName, "OrchardSite.sln")))
            root = root.Parent ?? throw new BenchmarkException("OrchardSite.sln is in no folder above this program.");
        string[] arguments =
        [
            "publish", Path.Combine(root.FullName, "src", "OrchardSite"), "-c", Configuration, "-r", RuntimeInformation.RuntimeIdentifier,
            "--self-contained", "false", "-o", SiteFolder, "--verbosity", "quiet",
        ];
        using var publish = Process.Start(new ProcessStartInfo("dotnet", arguments) { UseShellExecute = false, RedirectStandardOutput = true })!;
        var said = await publish.StandardOutput.ReadToEndAsync(cancellationToken);
        await publish.WaitForExitAsync(cancellationToken);
        if (publish.ExitCode != 0)
            throw new BenchmarkException($"The site's program cannot be published: {said}");
    }
}
