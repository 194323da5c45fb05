using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Gongkai.Storage;

namespace OrchardSite.Backup;

/// <summary>What a backup holds: the last entry of its zip file but one, which is its own hash. What it does not name is not in the backup, and what it names is there with this length and hash.</summary>
/// <param name="Format">Always <see cref="FormatName"/>.</param>
/// <param name="Version">The version of the format: <see cref="FormatVersion"/>.</param>
/// <param name="Program">The version of the program that made it.</param>
/// <param name="Site">The site's name.</param>
/// <param name="MadeUtc">When it was begun.</param>
/// <param name="Database">The database.</param>
/// <param name="Files">The files beside it.</param>
internal sealed record BackupManifest(string Format, int Version, string Program, string Site, DateTime MadeUtc, DatabaseSnapshot Database, IReadOnlyList<BackupFile> Files)
{
    public const string FormatName = "gongkai-backup";
    public const int FormatVersion = 1;

    /// <summary>The manifest's own entry.</summary>
    public const string EntryName = "manifest.json";

    /// <summary>The entry with the manifest's hash, as <c>sha256sum</c> writes it.</summary>
    public const string HashEntryName = "manifest.sha256";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        NumberHandling = JsonNumberHandling.Strict,
    };

    /// <summary>The entry of a table.</summary>
    public static string EntryOf(string table) => $"database/{table}.jsonl";

    /// <summary>What the entry with a manifest's hash says.</summary>
    public static byte[] HashEntryOf(string hash) => Encoding.ASCII.GetBytes($"{hash}  {EntryName}\n");

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, Options);

    /// <summary>Reads a manifest.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static BackupManifest Read(byte[] bytes) => JsonSerializer.Deserialize<BackupManifest>(bytes, Options) ?? throw new JsonException("null");
}

/// <summary>A file in a backup.</summary>
/// <param name="Path">Its entry: the name of its folder, then the path below it.</param>
/// <param name="Length">Its size in bytes.</param>
/// <param name="Sha256">Its hash, in lower-case hexadecimal digits.</param>
internal sealed record BackupFile(string Path, long Length, string Sha256);
