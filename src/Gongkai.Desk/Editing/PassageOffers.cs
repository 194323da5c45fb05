using System.Security.Cryptography;
using System.Text;
using Gongkai.Content;

namespace Gongkai.Desk.Editing;

/// <summary>A passage that can be quoted.</summary>
/// <param name="ContentItemId">The item that says it.</param>
/// <param name="Title">That item's title.</param>
/// <param name="Passage">The passage.</param>
internal sealed record OfferedPassage(string ContentItemId, string Title, ItemPassage Passage)
{
    /// <summary>Names it in a button: another one when its words or its place are others.</summary>
    public string Key { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{ContentItemId}\n{Passage.Anchor}\n{Passage.Text}")).AsSpan(0, 12));
}

/// <summary>A wish to see passages.</summary>
/// <param name="Name">The form name of the editor that asks.</param>
/// <param name="IsByQuestion">Whether those are wanted that answer the question; else all.</param>
internal sealed record PassageRequest(string Name, bool IsByQuestion);

/// <summary>Passages that somebody asked for.</summary>
/// <param name="Asked">Who.</param>
/// <param name="Offers">The passages.</param>
internal sealed record AskedPassages(PassageRequest Asked, IReadOnlyList<OfferedPassage> Offers);

/// <summary>Offers the passages of items that the editor may see: of what is public, else of the newest draft, since an answer is often written before its policy is published.</summary>
internal sealed class PassageOffers(IContentReader reader, IPassages passages, IMarkup markup, IContentDefinitions definitions, IPermissions permissions, ICurrentUser current)
{
    /// <summary>As many passages as are proposed for a question.</summary>
    public const int MostProposed = 5;

    private const int MostItems = 20;
    private const int MostOffered = 1000;

    /// <summary>The passages of some items: all, or those that answer a question, best first.</summary>
    public async Task<IReadOnlyList<OfferedPassage>> OfAsync(IReadOnlyCollection<string> ids, string? question, CancellationToken cancellationToken)
    {
        var offers = new List<OfferedPassage>();
        foreach (var item in await reader.GetManyAsync([.. ids.Distinct(StringComparer.Ordinal).Take(MostItems)], VersionOption.Latest, cancellationToken))
        {
            if (!permissions.IsAllowed(current.User, Permissions.ViewContent, item))
                continue;
            var shown = item.Published ? item : await reader.GetAsync(item.ContentItemId, cancellationToken: cancellationToken) is { } published && published.IsPublic() ? published : item;
            var html = await HtmlOfAsync(shown, cancellationToken);
            var found = question is null ? passages.Of(html) : passages.Propose(html, question, MostProposed);
            offers.AddRange(found.Select(passage => new OfferedPassage(shown.ContentItemId, shown.DisplayText, passage)));
        }

        // The best of each, in turn: scores of two documents are no measure of each other.
        return question is null ? [.. offers.Take(MostOffered)]
            : [.. offers.GroupBy(offer => offer.ContentItemId).SelectMany(group => group.Select((offer, place) => (offer, place))).OrderBy(ranked => ranked.place).Select(ranked => ranked.offer).Take(MostProposed)];
    }

    /// <summary>What readers see of some items, by id; what is not public is not there.</summary>
    public async Task<IReadOnlyDictionary<string, QuotableText>> SourcesAsync(IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        var sources = new Dictionary<string, QuotableText>(StringComparer.Ordinal);
        foreach (var id in ids.Distinct(StringComparer.Ordinal).Take(MostItems))
        {
            if (await QuotableText.OfPublicAsync(id, reader, cancellationToken) is { } text)
                sources[id] = text;
        }

        return sources;
    }

    /// <summary>A version's HTML: as it was derived at publication, of a draft as it would be.</summary>
    public async Task<IEnumerable<string>> HtmlOfAsync(ContentItem item, CancellationToken cancellationToken) => item.Published
        ? (await reader.GetHtmlAsync(item, cancellationToken)).OrderBy(html => html.Key, StringComparer.Ordinal).Select(html => html.Value)
        : IndexContribution.Of(item, definitions.Current).Markup.OrderBy(source => source.Key, StringComparer.Ordinal).Select(source => markup.ToHtml(source.Source, source.Format));
}
