using Gongkai.Content;
using Gongkai.Search.Passages;

namespace Gongkai.Search.Indexing;

/// <summary>Gathers the text of the files that an item shows.</summary>
internal static class AttachmentTexts
{
    // With more, what the item itself says is lost among its files.
    private const int MostFiles = 50;
    private const int MostCharacters = 1_000_000;

    /// <summary>The texts, in the order of the files; those that have none are left out.</summary>
    public static async Task<IReadOnlyList<AttachmentText>> OfAsync(
        IndexContribution contribution, IReadOnlyDictionary<string, string> html, IFileTexts? files, CancellationToken cancellationToken)
    {
        if (files is null)
            return [];
        var paths = contribution.Media.Concat(html.Values.SelectMany(MediaLinks.In)).Distinct(StringComparer.Ordinal).Take(MostFiles).ToList();
        if (paths.Count == 0)
            return [];
        var (texts, total) = (new List<AttachmentText>(), 0);
        foreach (var path in paths)
        {
            var read = await files.GetAsync(path, cancellationToken);
            if (read.Text.Length == 0 || total >= MostCharacters)
                continue;
            var text = read.Text.Length <= MostCharacters - total ? read.Text : read.Text[..(MostCharacters - total)];
            texts.Add(new(path[(path.LastIndexOf('/') + 1)..], text));
            total += text.Length;
        }

        return texts;
    }
}
