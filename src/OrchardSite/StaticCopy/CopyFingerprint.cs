using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using OrchardSite.StaticCopy.Addresses;

namespace OrchardSite.StaticCopy;

/// <summary>By what a copy's pages are made: the program, the themes, the configuration. Another fingerprint makes every page anew.</summary>
internal static class CopyFingerprint
{
    /// <summary>The fingerprint.</summary>
    /// <param name="themesFolder">The folder of the themes.</param>
    /// <param name="map">Reads links.</param>
    /// <param name="options">What kind of copy.</param>
    /// <param name="others">What else shows on pages.</param>
    public static string Of(string themesFolder, SiteMap map, StaticCopyOptions options, params IEnumerable<string> others)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var own = typeof(CopyFingerprint).Assembly;
        var built = own.GetReferencedAssemblies().Where(name => name.Name!.StartsWith("Gongkai.", StringComparison.Ordinal)).Select(name => Assembly.Load(name)).Append(own);
        foreach (var version in built.Select(assembly => assembly.ManifestModule.ModuleVersionId.ToString()).Order(StringComparer.Ordinal))
            Append(version);
        foreach (var file in Directory.EnumerateFiles(themesFolder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Where(file => file.EndsWith(".liquid", StringComparison.Ordinal) || file.Contains("wwwroot", StringComparison.Ordinal)))
        {
            Append(Path.GetRelativePath(themesFolder, file));
            hash.AppendData(File.ReadAllBytes(file));
        }

        Append($"{map.Origin} {options.Links} {options.LiveAddress} {string.Join(' ', options.Roots)}");
        foreach (var other in others)
            Append(other);
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..32];

        void Append(string text) => hash.AppendData(Encoding.UTF8.GetBytes(text + "\n"));
    }
}
