using Gongkai.Content;

namespace Gongkai.Review.Checks.Running;

/// <summary>Gathers what checks ask of an item.</summary>
internal sealed class ItemGathering(
    IContentDefinitions definitions, IContentReader reader, IWholeTexts wholeTexts, IMediaFiles media, IMediaLibrary library, SiteLinks links, Confirmations confirmations,
    ContentValidator validator, Taxonomies taxonomies, TimeProvider time)
{
    // Whoever waits is told after this; the reading goes on and is there the next time.
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(30);

    /// <summary>An item with everything that checks ask.</summary>
    /// <param name="item">The version.</param>
    /// <param name="isAhead">Whether files may be read now; else only what was read before counts.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<CheckedItem> GatherAsync(ContentItem item, bool isAhead, CancellationToken cancellationToken)
    {
        var texts = ItemTexts.Of(item, definitions.Current);
        var named = ItemFiles.Of(item, definitions.Current, texts);
        var addresses = texts.SelectMany(TextLinks.In).Select(link => link.Address);
        var dead = new HashSet<string>(await links.DeadOfAsync(addresses, cancellationToken), StringComparer.Ordinal);
        var files = new List<CheckedFile>();
        var missing = new List<FindingPlace>();
        var until = time.GetTimestamp();
        IReadOnlySet<string>? confirmed = null;
        foreach (var file in named.Where(file => file.MayHaveText).DistinctBy(file => file.Path))
        {
            if (await media.FindAsync(file.Path, cancellationToken) is null)
            {
                if (file.Text is not null)
                    missing.Add(file.Place with { File = file.Path });
                continue;
            }

            var read = await ReadAsync(file, isAhead, Budget - time.GetElapsedTime(until), cancellationToken);
            if (read.Reading != FileReading.Read && read.Hash.Length > 0)
                read = read with { IsConfirmed = (confirmed ??= await confirmations.OfAsync(item, cancellationToken)).Contains(read.Hash) };
            files.Add(read);
        }

        return new(item, texts, files)
        {
            DeadAddresses = dead,
            MissingFiles = missing,
            Quotes = await ItemQuotes.StatesOfAsync(item, definitions.Current, reader, cancellationToken),
            PicturesWithoutText = await WithoutTextAsync(named, cancellationToken),
            Faults = isAhead ? validator.Validate(item, definitions.Current, taxonomies.Current, forPublication: true) : [],
            HasInterpretation = item.Part("DisclosureEntry")?.BooleanField("NeedsInterpretation") != true || (await reader.BacklinksAsync(item.ContentItemId, "PolicyInterpretation", cancellationToken)).Count > 0,
        };
    }

    /// <summary>Reads the files of an item, so that they are there when it is published.</summary>
    public async Task ReadFilesAsync(ContentItem item, CancellationToken cancellationToken)
    {
        var texts = ItemTexts.Of(item, definitions.Current);
        var begun = time.GetTimestamp();
        foreach (var file in ItemFiles.Of(item, definitions.Current, texts).Where(file => file.MayHaveText).DistinctBy(file => file.Path))
            await ReadAsync(file, isAhead: true, Budget - time.GetElapsedTime(begun), cancellationToken);
    }

    private async Task<CheckedFile> ReadAsync(NamedFile file, bool isAhead, TimeSpan left, CancellationToken cancellationToken)
    {
        WholeText? read = null;
        if (isAhead && left > TimeSpan.Zero)
        {
            try
            {
                // Not cancelled: what was begun is kept for the next one who asks.
                read = await wholeTexts.ReadAsync(file.Path, CancellationToken.None).WaitAsync(left, time, cancellationToken);
            }
            catch (TimeoutException)
            {
                read = null;
            }
        }
        else
        {
            read = await wholeTexts.FindAsync(file.Path, cancellationToken);
        }

        var reading = read?.State switch
        {
            null => FileReading.TooSlow,
            FileTextState.Whole => FileReading.Read,
            FileTextState.Shortened => FileReading.InPart,
            FileTextState.NoText => FileReading.NoText,
            _ => FileReading.Unreadable,
        };
        return new(file.Path, file.Place.Path, file.Place.Label, reading)
        {
            Hash = read?.Hash ?? "",
            Text = read is { Text.Length: > 0 } ? new(file.Place.Path, file.Place.Label, read.Text, file: file.Path) : null,
        };
    }

    private async Task<IReadOnlyList<FindingPlace>> WithoutTextAsync(IReadOnlyList<NamedFile> named, CancellationToken cancellationToken)
    {
        var without = new List<FindingPlace>();
        foreach (var picture in named.Where(file => file.IsPicture && string.IsNullOrWhiteSpace(file.Text) && file.Text is not null))
        {
            if (string.IsNullOrWhiteSpace((await library.GetDescriptionAsync(picture.Path, cancellationToken)).AlternativeText))
                without.Add(picture.Place with { File = picture.Path });
        }

        return without;
    }
}
