using System.Globalization;

namespace Gongkai.Content;

/// <summary>A quotation in an item.</summary>
/// <param name="Path">The value's place, as <c>Questions.ContentItems[0].QaPair.Quote</c>.</param>
/// <param name="Label">What people call it, as <c>第1条 政策原文</c>.</param>
/// <param name="Quote">The quotation.</param>
public sealed record QuotedPlace(string Path, Wording Label, PassageQuote Quote);

/// <summary>Gathers what an item quotes, those of items inside it too.</summary>
public static class ItemQuotes
{
    private const int MostDeep = 8;

    /// <summary>The quotations in the order of the definition.</summary>
    public static IReadOnlyList<QuotedPlace> Of(ContentItem item, DefinitionSnapshot definitions)
    {
        var quotes = new List<QuotedPlace>();
        Gather(item, "", label => label, definitions, quotes, 0);
        return quotes;
    }

    /// <summary>The quotations with where each stands now.</summary>
    public static async Task<IReadOnlyList<(QuotedPlace Place, QuoteState State)>> StatesOfAsync(
        ContentItem item, DefinitionSnapshot definitions, IContentReader reader, CancellationToken cancellationToken = default)
    {
        var states = new List<(QuotedPlace, QuoteState)>();
        foreach (var quotes in Of(item, definitions).GroupBy(place => place.Quote.ContentItemId, StringComparer.Ordinal))
        {
            var source = await QuotableText.OfPublicAsync(quotes.Key, reader, cancellationToken);
            states.AddRange(quotes.Select(place => (place, place.Quote.StateIn(source))));
        }

        return states;
    }

    private static void Gather(ContentItem item, string path, Func<Wording, Wording> labelled, DefinitionSnapshot definitions, List<QuotedPlace> quotes, int depth)
    {
        if (depth > MostDeep)
            return;
        foreach (var part in definitions.FindType(item.ContentType)?.Parts ?? [])
        {
            if (item.Part(part.Name) is not { } json)
                continue;
            foreach (var field in part.Fields.Where(field => field.Kind is PassageField))
            {
                if (PassageQuote.Of(json.Child(field.Name)) is { } quote)
                    quotes.Add(new($"{path}{part.Name}.{field.Name}", labelled(Wording.AsWritten(field.DisplayName)), quote));
            }

            if (part.Kind is BagPart)
            {
                foreach (var (index, inner) in json.Objects("ContentItems").Index())
                    Gather(new(inner), string.Create(CultureInfo.InvariantCulture, $"{path}{part.Name}.ContentItems[{index}]."), label => labelled(new("第{0}条 {1}", index + 1, label)), definitions, quotes, depth + 1);
            }
        }
    }
}
