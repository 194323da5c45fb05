namespace Gongkai.Benchmarks.Processes;

/// <summary>Where the programs are.</summary>
internal static class Programs
{
    private const string Configuration = "Release";

    /// <summary>This program, as arguments of <c>dotnet</c>.</summary>
    public static string[] Own => [Path.Combine(AppContext.BaseDirectory, "Gongkai.Benchmarks.dll")];

    /// <summary>The site's program, as arguments of <c>dotnet</c>: its own build, from where it finds recipes and themes.</summary>
    /// <exception cref="BenchmarkException">This is no Release build.</exception>
    public static string[] Site
    {
        get
        {
            // …/bin/<configuration>/<framework>, alike in both projects.
            var ours = new DirectoryInfo(AppContext.BaseDirectory);
            if (ours.Parent?.Name != Configuration)
                throw new BenchmarkException("Only a Release build is measured: dotnet run -c Release --project benchmarks/Gongkai.Benchmarks -- …");
            var root = ours;
            while (!File.Exists(Path.Combine(root.FullName, "OrchardSite.sln")))
                root = root.Parent ?? throw new BenchmarkException("OrchardSite.sln is in no folder above this program.");
            return [Path.Combine(root.FullName, "src", "OrchardSite", "bin", Configuration, ours.Name, "OrchardSite.dll")];
        }
    }
}
