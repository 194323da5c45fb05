using System.Collections.Frozen;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Gongkai.Desk.Files;

/// <summary>A file of the desk: a style sheet or a script.</summary>
/// <param name="Bytes">What is sent.</param>
/// <param name="ContentType">Its type.</param>
/// <param name="Version">Changes with its bytes.</param>
internal sealed record DeskFile(byte[] Bytes, string ContentType, string Version);

/// <summary>The files of <c>wwwroot</c>, embedded. The style sheets of <c>wwwroot/styles</c> are sent as one, <c>desk.css</c>, in the order of their names.</summary>
internal static class DeskFiles
{
    private const string Root = "wwwroot/";
    private const string Styles = Root + "styles/";

    private static readonly FrozenDictionary<string, DeskFile> Files = Load();

    public static DeskFile? Find(string path) => Files.GetValueOrDefault(path);

    private static FrozenDictionary<string, DeskFile> Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var names = assembly.GetManifestResourceNames().Where(name => name.StartsWith(Root, StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        var files = names.Where(name => !name.StartsWith(Styles, StringComparison.Ordinal)).ToDictionary(name => name[Root.Length..], name => Of(name, Read(assembly, name)), StringComparer.Ordinal);
        var style = string.Join('\n', names.Where(name => name.StartsWith(Styles, StringComparison.Ordinal)).Select(name => Encoding.UTF8.GetString(Read(assembly, name))));
        files["desk.css"] = Of("desk.css", Encoding.UTF8.GetBytes(style));
        return files.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static DeskFile Of(string name, byte[] bytes) => new(bytes, TypeOf(name), Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]);

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".png" => "image/png",
        _ => "application/octet-stream",
    };

    private static byte[] Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
