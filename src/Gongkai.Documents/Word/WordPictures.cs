using System.Security.Cryptography;
using DocumentFormat.OpenXml.Packaging;
using Gongkai.Content;

namespace Gongkai.Documents.Word;

/// <summary>The pictures of a document, made fit for publication before its text is read.</summary>
internal sealed class WordPictures
{
    private const int Most = 300;
    private const long LargestTotal = 300L * 1024 * 1024;
    private const int NameLength = 12;

    private readonly Dictionary<string, PreparedPicture> _prepared = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Wording> _faults = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DraftPicture> _used = new(StringComparer.Ordinal);
    private readonly string _folder;

    private WordPictures(string folder) => _folder = folder;

    /// <summary>The pictures that the text shows.</summary>
    public IReadOnlyList<DraftPicture> Used => [.. _used.Values];

    /// <summary>Prepares the pictures that the parts of a document hold.</summary>
    public static async Task<WordPictures> PrepareAsync(IEnumerable<OpenXmlPart> holders, IPictures pictures, string folder, CancellationToken cancellationToken)
    {
        var found = new WordPictures(folder);
        long total = 0;
        foreach (var part in holders.SelectMany(holder => holder.GetPartsOfType<ImagePart>()).DistinctBy(part => part.Uri))
        {
            var key = part.Uri.ToString();
            if (found._prepared.Count >= Most || total > LargestTotal)
            {
                found._faults[key] = $"文档里的图片太多（超过 {Most} 张或 {LargestTotal / 1024 / 1024} MB），这一张没有带入";
                continue;
            }

            try
            {
                await using var stream = part.GetStream(FileMode.Open, FileAccess.Read);
                using var memory = new MemoryStream();
                await stream.CopyToAsync(memory, cancellationToken);
                total += memory.Length;
                memory.Position = 0;
                found._prepared[key] = await pictures.PrepareAsync(memory, cancellationToken);
            }
            catch (Exception fault) when (fault is MediaException or InvalidDataException or IOException)
            {
                found._faults[key] = IsMetafile(part) ? new("一张 WMF/EMF 矢量图浏览器显示不了，没有带入，请截图后另外上传") : new("一张图片没有带入：{0}", fault is MediaException refused ? refused.Wording : new("它损坏了"));
            }
        }

        return found;
    }

    /// <summary>Where a picture will be; null when it cannot be carried over.</summary>
    /// <param name="part">The picture's part.</param>
    /// <param name="alternativeText">What its author wrote for those who do not see it.</param>
    /// <param name="fault">Why not.</param>
    public string? PathOf(OpenXmlPart part, string alternativeText, out Wording? fault)
    {
        fault = null;
        var key = part.Uri.ToString();
        if (!_prepared.TryGetValue(key, out var picture))
        {
            fault = _faults.GetValueOrDefault(key, new("一张图片没有带入"));
            return null;
        }

        if (!_used.TryGetValue(key, out var used))
        {
            var path = $"{_folder}/{Convert.ToHexStringLower(SHA256.HashData(picture.Content))[..NameLength]}.{picture.Extension}";
            _used.Add(key, used = new(path, picture, alternativeText));
            if (picture.WasAnimated)
                fault = new("一张动图只保留了第一帧");
        }

        return used.Path;
    }

    private static bool IsMetafile(OpenXmlPart part) => part.ContentType.Contains("emf", StringComparison.OrdinalIgnoreCase) || part.ContentType.Contains("wmf", StringComparison.OrdinalIgnoreCase);
}
