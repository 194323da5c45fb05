using System.Net;
using System.Text.RegularExpressions;

namespace OrchardSite.Tests.StaticCopy;

/// <summary>Walks every link of a copy as a reader's browser does, on the files alone.</summary>
internal static partial class LinkWalk
{
    /// <summary>The links of pages that lead to no file of the copy, each with its page.</summary>
    /// <param name="site">The folder that is given out.</param>
    /// <param name="origin">The site's address.</param>
    /// <param name="elsewhere">Where links may lead beside the copy.</param>
    /// <param name="count">Gets how many links there were.</param>
    public static List<string> FindBroken(string site, string origin, string[] elsewhere, out int count)
    {
        var broken = new List<string>();
        count = 0;
        foreach (var file in Directory.EnumerateFiles(site, "*.html", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(site, file).Replace(Path.DirectorySeparatorChar, '/');
            foreach (Match link in Links().Matches(Scripts().Replace(File.ReadAllText(file), "")))
            {
                count++;
                var address = WebUtility.HtmlDecode(link.Groups["address"].Value);
                if (address.StartsWith('#') || elsewhere.Any(other => address.StartsWith(other, StringComparison.Ordinal)))
                    continue;
                if (!IsThere(site, origin, name, address))
                    broken.Add($"{name}: {address}");
            }
        }

        return broken;
    }

    /// <summary>The absolute addresses in files for programs that no file of the copy stands for.</summary>
    public static List<string> FindBrokenIn(string site, string origin, string file, Regex addresses) =>
        [.. addresses.Matches(File.ReadAllText(Path.Combine(site, file))).Select(match => WebUtility.HtmlDecode(match.Groups["address"].Value)).Where(address => !IsThere(site, origin, file, address)).Select(address => $"{file}: {address}")];

    /// <summary>A web server finds a file by its name, and a page without its ending (<c>try_files $uri $uri.html</c>).</summary>
    private static bool IsThere(string site, string origin, string from, string address)
    {
        var (path, isAbsolute) = address == origin || address.StartsWith(origin + "/", StringComparison.Ordinal) ? (address[origin.Length..], true) : (address, false);
        path = path.Split('?', '#')[0];
        if (!isAbsolute)
        {
            // From file to file: nothing begins at a server's root.
            if (path.Length == 0 || path[0] == '/' || path.Contains("://", StringComparison.Ordinal))
                return path.Length == 0;
            var folder = Path.GetDirectoryName(Path.Combine(site, from))!;
            var full = Path.GetFullPath(Path.Combine(folder, Uri.UnescapeDataString(path)));
            return full.StartsWith(site, StringComparison.Ordinal) && File.Exists(full);
        }

        var local = Uri.UnescapeDataString(path).Trim('/');
        return local.Length == 0 ? File.Exists(Path.Combine(site, "index.html")) : File.Exists(Path.Combine(site, local)) || File.Exists(Path.Combine(site, local + ".html"));
    }

    [GeneratedRegex("""<(?!link rel="canonical")[a-z][^>]*?\s(?:href|src|action|poster)="(?<address>[^"]*)""", RegexOptions.None, 10_000)]
    private static partial Regex Links();

    [GeneratedRegex("<script[^>]*>[^<]*</script>", RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex Scripts();
}
