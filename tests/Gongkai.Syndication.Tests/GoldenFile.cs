using System.Runtime.CompilerServices;

namespace Gongkai.Syndication.Tests;

/// <summary>The formats that we write, as files that nobody changes by accident.</summary>
internal static class GoldenFile
{
    /// <summary>What a file has; a missing one is written beside the tests to be looked at and added.</summary>
    public static void Verify(string name, string actual)
    {
        var path = Path.Combine(SourceFolder(), "Golden", name);
        if (!File.Exists(path))
        {
            File.WriteAllText(path, actual);
            Assert.Fail($"{name} is new: look at it and run the test again.");
        }

        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), actual.ReplaceLineEndings("\n"));
    }

    private static string SourceFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
