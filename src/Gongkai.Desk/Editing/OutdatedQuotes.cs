using Gongkai.Content;

namespace Gongkai.Desk.Editing;

/// <summary>A public item that quotes another one.</summary>
/// <param name="ContentItemId">The item.</param>
/// <param name="Title">Its title.</param>
/// <param name="Places">The quotations that the other does not say, by what people call their places.</param>
internal sealed record OutdatedQuote(string ContentItemId, string Title, IReadOnlyList<Wording> Places);

/// <summary>Finds what public items quote of an item that its newest version does not say: told to whoever edits it, before they publish and after.</summary>
internal sealed class OutdatedQuotes(IContentReader reader, PassageOffers passages, IContentDefinitions definitions)
{
    private const int MostLooked = 200;

    /// <summary>The items whose quotations do not stand in a version.</summary>
    public async Task<IReadOnlyList<OutdatedQuote>> OfAsync(ContentItem version, CancellationToken cancellationToken)
    {
        var outdated = new List<OutdatedQuote>();
        QuotableText? text = null;
        foreach (var item in (await reader.BacklinksAsync(version.ContentItemId, cancellationToken: cancellationToken)).Take(MostLooked))
        {
            var places = new List<Wording>();
            foreach (var place in ItemQuotes.Of(item, definitions.Current).Where(place => place.Quote.ContentItemId == version.ContentItemId))
            {
                text ??= QuotableText.Of(await passages.HtmlOfAsync(version, cancellationToken));
                if (!text.Says(place.Quote.Text))
                    places.Add(place.Label);
            }

            if (places.Count > 0)
                outdated.Add(new(item.ContentItemId, item.DisplayText, places));
        }

        return outdated;
    }
}
