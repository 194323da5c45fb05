using System.Globalization;
using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.Review.Checks.Running;

/// <summary>A file that an item names in a field or links to in a text.</summary>
/// <param name="Path">Its path below the media folder.</param>
/// <param name="Place">Where the item names it.</param>
/// <param name="Text">The text that the field has for it; null for one that a text links to.</param>
public sealed record NamedFile(string Path, FindingPlace Place, string? Text)
{
    private static readonly HashSet<string> Pictures = new(StringComparer.OrdinalIgnoreCase) { ".jpg", ".jpeg", ".png", ".gif", ".webp", ".bmp", ".svg", ".ico" };
    private static readonly HashSet<string> Recordings = new(StringComparer.OrdinalIgnoreCase) { ".mp3", ".mp4", ".m4a", ".wav", ".ogg", ".webm", ".m4v", ".mov" };

    /// <summary>Whether it is a picture.</summary>
    public bool IsPicture => Pictures.Contains(System.IO.Path.GetExtension(Path));

    /// <summary>Whether it may have a text: no picture, sound or film.</summary>
    public bool MayHaveText => !IsPicture && !Recordings.Contains(System.IO.Path.GetExtension(Path));
}

/// <summary>Gathers the files of an item, those of items inside it too.</summary>
public static class ItemFiles
{
    private const int MostDeep = 8;

    /// <summary>The files in the order of the item's definition, each as often as it is named.</summary>
    public static IReadOnlyList<NamedFile> Of(ContentItem item, DefinitionSnapshot definitions, IEnumerable<CheckedText> texts)
    {
        var files = new List<NamedFile>();
        Gather(item, "", definitions, files, 0);
        var named = files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        files.AddRange(
            from text in texts
            where text.Form != Reading.TextForm.Plain
            from path in MediaUses.In(text.Readable.Source)
            where named.Add(path)
            select new NamedFile(path, new(text.Path, text.Label), null));
        return files;
    }

    private static void Gather(ContentItem item, string path, DefinitionSnapshot definitions, List<NamedFile> files, int depth)
    {
        if (depth > MostDeep || definitions.FindType(item.ContentType) is not { } type)
            return;
        foreach (var part in type.Parts)
        {
            if (item.Part(part.Name) is not { } json)
                continue;
            if (part.Kind is BagPart)
            {
                foreach (var (index, inner) in json.Objects("ContentItems").Index())
                    Gather(new(inner), string.Create(CultureInfo.InvariantCulture, $"{path}{part.Name}.ContentItems[{index}]."), definitions, files, depth + 1);
            }

            foreach (var field in part.Fields.Where(field => field.Kind is MediaField))
            {
                if (json.Child(field.Name) is { } value)
                    files.AddRange(In(value, $"{path}{part.Name}.{field.Name}", Wording.AsWritten(field.DisplayName)));
            }
        }
    }

    private static IEnumerable<NamedFile> In(JsonObject value, string at, Wording label)
    {
        var texts = value.Texts("MediaTexts");
        return value.Texts("Paths").Index().Select(file => new NamedFile(
            MediaField.Normalize(file.Item), new(string.Create(CultureInfo.InvariantCulture, $"{at}.Paths[{file.Index}]"), label), file.Index < texts.Count ? texts[file.Index] : ""));
    }
}
