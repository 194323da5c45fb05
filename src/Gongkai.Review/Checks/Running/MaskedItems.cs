using System.Globalization;
using System.Text.Json.Nodes;
using Gongkai.Content;
using Gongkai.Review.Checks.Personal;
using Gongkai.Review.Checks.Reading;

namespace Gongkai.Review.Checks.Running;

/// <summary>What came of hiding personal data.</summary>
/// <param name="Hidden">How many pieces of text were hidden.</param>
/// <param name="Files">The files that took the place of others.</param>
/// <param name="Faults">Why nothing was saved; empty when it was.</param>
public sealed record MaskingOutcome(int Hidden, IReadOnlyList<MaskedFile> Files, IReadOnlyList<ValidationError> Faults)
{
    /// <summary>The files that could not be read for it, each with the reason.</summary>
    public IReadOnlyList<Wording> Unmasked { get; init; } = [];
}

/// <summary>A file that took the place of another.</summary>
/// <param name="Before">The old one, which is still stored.</param>
/// <param name="After">The new one.</param>
/// <param name="IsStillPublic">Whether readers can still open the old one, because something published names it.</param>
public sealed record MaskedFile(string Before, string After, bool IsStillPublic);

/// <summary>Hides the personal data in an item's newest version and its Word attachments: the texts in a new draft, the files beside the old ones.</summary>
public sealed class MaskedItems(
    IContentDefinitions definitions, IContentManager manager, IMediaStore store, IMediaLibrary library, IMediaReferences references, IDocumentMasking documents, CheckRulesSource rules,
    IAuditTrail audit, ICurrentUser current)
{
    private const int MostNames = 100;
    private const string Suffix = "-已隐去";

    /// <summary>Hides personal data of some kinds.</summary>
    /// <param name="latest">The newest version; a newer one meanwhile is a conflict.</param>
    /// <param name="kinds">What is hidden.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="ContentConflictException">Somebody changed the item meanwhile; nothing was done.</exception>
    public async Task<MaskingOutcome> MaskAsync(ContentItem latest, IReadOnlySet<PersonalKind> kinds, CancellationToken cancellationToken = default)
    {
        var (item, going) = (latest.Clone(), rules.Current);
        var texts = ItemTexts.Of(latest, definitions.Current);
        var hidden = texts.Where(MaskingRules.CanMask).Sum(text => MaskText(item, text, going, kinds));
        var (files, unmasked) = (new List<(string Before, string After)>(), new List<Wording>());
        var counted = 0;
        foreach (var path in ItemFiles.Of(latest, definitions.Current, texts).Select(file => file.Path).Where(path => path.EndsWith(".docx", StringComparison.OrdinalIgnoreCase)).Distinct(StringComparer.Ordinal))
        {
            try
            {
                if (await MaskFileAsync(path, going, kinds, count => counted += count, cancellationToken) is { } after)
                    files.Add((path, after));
            }
            catch (WordedException fault) when (fault is DocumentException or MediaException)
            {
                unmasked.Add($"{path}：{fault.Wording}");
            }
        }

        foreach (var (before, after) in files)
            MediaRenaming.Rename(item.Json, before, after);
        if (hidden == 0 && files.Count == 0)
            return new(0, [], []) { Unmasked = unmasked };
        return await SaveAsync(latest, item, hidden + counted, files, unmasked, cancellationToken);
    }

    private static int MaskText(ContentItem item, CheckedText text, CheckRules rules, IReadOnlySet<PersonalKind> kinds)
    {
        var found = text.Personal(rules).Where(personal => kinds.Contains(personal.Kind)).ToList();
        if (found.Count > 0)
            JsonPlaces.Set(item.Json, text.Path, MaskingRules.Mask(text.Readable, found, text.Form));
        return found.Count;
    }

    private async Task<string?> MaskFileAsync(string path, CheckRules rules, IReadOnlySet<PersonalKind> kinds, Action<int> count, CancellationToken cancellationToken)
    {
        await using var file = await library.OpenAsync(path, cancellationToken);
        if (file is null || file.Length > store.MaximumLength)
            return null;
        var masked = await documents.MaskAsync(file, Hide, cancellationToken);
        return masked is null ? null : await StoreAsync(path, masked, cancellationToken);

        IEnumerable<int> Hide(string text)
        {
            var readable = ReadableText.Of(text, TextForm.Plain);
            var found = PersonalData.Find(readable.Text, rules.Today, rules.Settings.AllowedNumbers).Where(personal => kinds.Contains(personal.Kind)).ToList();
            count(found.Count);
            return MaskingRules.HiddenIn(readable, found).Select(piece => piece.Start);
        }
    }

    private async Task<string> StoreAsync(string path, byte[] content, CancellationToken cancellationToken)
    {
        var stem = path[..path.LastIndexOf('.')];
        for (var i = 1; i <= MostNames; i++)
        {
            var name = i == 1 ? $"{stem}{Suffix}.docx" : string.Create(CultureInfo.InvariantCulture, $"{stem}{Suffix}-{i}.docx");
            if (store.FaultOf(name) is { } fault)
                throw new MediaException(fault);
            if (await store.FindAsync(name, cancellationToken) is not null)
                continue;
            await store.SaveAsync(name, new MemoryStream(content), cancellationToken);
            await library.DescribeAsync(name, await library.GetDescriptionAsync(path, cancellationToken) with { UploadedBy = current.User.Name }, cancellationToken);
            return name;
        }

        throw new MediaException($"“{path}”已经有太多隐去后的文件了，请删去不用的再试。");
    }

    private async Task<MaskingOutcome> SaveAsync(ContentItem latest, ContentItem item, int hidden, List<(string Before, string After)> files, List<Wording> unmasked, CancellationToken cancellationToken)
    {
        item.Author = current.User.Name;
        ContentResult? result = null;
        try
        {
            result = await manager.ExecuteAsync([new SaveDraft(item, latest.ContentItemVersionId)], cancellationToken);
        }
        finally
        {
            // Nothing names the new files: they are not left lying about.
            if (result?.Succeeded != true)
            {
                foreach (var (_, after) in files)
                    await library.DeleteAsync(after, CancellationToken.None);
            }
        }

        if (!result.Succeeded)
            return new(0, [], [.. result.Results.SelectMany(one => one.Errors)]);
        await audit.AppendAsync(
            [new(AuditActions.CheckDataMasked)
            {
                ContentItemId = latest.ContentItemId,
                VersionId = result.Results[0].VersionId ?? "",
                ContentType = latest.ContentType,
                Title = item.DisplayText,
                Details = new JsonObject { ["count"] = hidden, ["files"] = new JsonArray([.. files.Select(file => JsonValue.Create(file.After))]) },
            }], cancellationToken);
        var masked = new List<MaskedFile>();
        foreach (var (before, after) in files)
            masked.Add(new(before, after, await references.IsShownAsync(before, cancellationToken)));
        return new(hidden, masked, []) { Unmasked = unmasked };
    }
}
