using System.Globalization;
using System.Text.Json.Nodes;
using Gongkai.Content;
using Gongkai.Web.Models;

namespace Gongkai.Web;

/// <summary>The files of a media field as pages list them.</summary>
public static class Attachments
{
    /// <summary>The files in their order; one that the media folder does not have has no size.</summary>
    public static async Task<IReadOnlyList<Attachment>> OfAsync(JsonObject? field, IMediaFiles media, CancellationToken cancellationToken = default)
    {
        var texts = field?.Texts("MediaTexts") ?? [];
        var attachments = new List<Attachment>();
        foreach (var (index, path) in (field?.Texts("Paths") ?? []).Select(MediaField.Normalize).Index())
            attachments.Add(Of(path, index < texts.Count ? texts[index] : "", await media.FindAsync(path, cancellationToken)));
        return attachments;
    }

    private static Attachment Of(string path, string text, MediaFile? stored)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        var dot = name.LastIndexOf('.');
        return new(
            path, name, text.Length > 0 ? text : name, dot < 0 ? "" : name[(dot + 1)..].ToUpperInvariant(),
            stored is { } file ? SizeOf(file.Length) : null);
    }

    private static string SizeOf(long length) => length switch
    {
        < 1024 => string.Create(CultureInfo.InvariantCulture, $"{length} B"),
        < 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{length / 1024.0:0.#} KB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{length / 1024.0 / 1024.0:0.#} MB"),
    };
}
