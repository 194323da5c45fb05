using System.Globalization;
using Gongkai.Content;

namespace Gongkai.Desk.Listing;

/// <summary>What the address of a list says: filters, order and page. Whatever cannot be read is left out.</summary>
public sealed record ListQuery
{
    /// <summary>Lines a page.</summary>
    public const int PageSize = 50;

    private const int LongestText = 200;
    private const string Day = "yyyy-MM-dd";

    private static readonly Dictionary<string, ItemListState> States = Enum.GetValues<ItemListState>().ToDictionary(state => state.ToString().ToLowerInvariant(), StringComparer.Ordinal);
    private static readonly Dictionary<string, ItemListSort> Sorts = Enum.GetValues<ItemListSort>().ToDictionary(sort => sort.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    /// <summary>The state.</summary>
    public ItemListState? State { get; init; }

    /// <summary>Words of title or number.</summary>
    public string? Text { get; init; }

    /// <summary>A term of the issuers.</summary>
    public string? Issuer { get; init; }

    /// <summary>A term of the topics.</summary>
    public string? Topic { get; init; }

    /// <summary>An account's name.</summary>
    public string? Author { get; init; }

    /// <summary>Changed on this day or later, in the site's time zone.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Changed on this day or earlier.</summary>
    public DateOnly? To { get; init; }

    /// <summary>The order.</summary>
    public ItemListSort Sort { get; init; }

    /// <summary>Whether the lowest comes first.</summary>
    public bool Ascending { get; init; }

    /// <summary>The page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Whether anything filters.</summary>
    public bool HasFilters => State is not null || Text is not null || Issuer is not null || Topic is not null || Author is not null || From is not null || To is not null;

    /// <summary>Reads the parameters of an address.</summary>
    /// <param name="parameter">The value of a parameter, or null.</param>
    public static ListQuery Read(Func<string, string?> parameter) => new()
    {
        State = States.TryGetValue(parameter("state") ?? "", out var state) ? state : null,
        Text = TextOf(parameter("q")),
        Issuer = TextOf(parameter("issuer")),
        Topic = TextOf(parameter("topic")),
        Author = TextOf(parameter("author")),
        From = DayOf(parameter("from")),
        To = DayOf(parameter("to")),
        Sort = Sorts.GetValueOrDefault(parameter("sort") ?? ""),
        Ascending = parameter("order") == "asc",
        Page = int.TryParse(parameter("p"), NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0 ? page : 1,
    };

    /// <summary>The parameters that say the same, for links; what is as usual is left out.</summary>
    public Dictionary<string, string> ToParameters()
    {
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        Add("state", State?.ToString().ToLowerInvariant());
        Add("q", Text);
        Add("issuer", Issuer);
        Add("topic", Topic);
        Add("author", Author);
        Add("from", From?.ToString(Day, CultureInfo.InvariantCulture));
        Add("to", To?.ToString(Day, CultureInfo.InvariantCulture));
        Add("sort", Sort == ItemListSort.Modified ? null : Sort.ToString().ToLowerInvariant());
        Add("order", Ascending ? "asc" : null);
        Add("p", Page == 1 ? null : Page.ToString(CultureInfo.InvariantCulture));
        return parameters;

        void Add(string name, string? value)
        {
            if (value is not null)
                parameters[name] = value;
        }
    }

    /// <summary>What is asked of the lists.</summary>
    /// <param name="types">The types that the list shows.</param>
    /// <param name="offices">The offices to which the user is kept; null for all.</param>
    /// <param name="taxonomies">The taxonomies: a term stands for those below it, too.</param>
    /// <param name="zone">The site's time zone.</param>
    public ItemListRequest ToRequest(IReadOnlyCollection<string> types, OfficeChoice? offices, TaxonomySnapshot taxonomies, TimeZoneInfo zone)
    {
        var terms = new List<TermChoice>();
        foreach (var (alias, term) in new[] { ("issuers", Issuer), ("topics", Topic) })
        {
            if (term is not null)
                terms.Add(new(taxonomies.FindByAlias(alias)?.Id ?? alias, [.. taxonomies.FindByAlias(alias)?.All.GetValueOrDefault(term)?.SelfAndDescendants.Select(one => one.Id) ?? [term]]));
        }

        return new()
        {
            ContentTypes = types,
            State = State,
            Terms = terms,
            Offices = offices,
            Author = Author,
            ModifiedFromUtc = From is { } from ? LocalDays.BeginOf(from, zone) : null,
            ModifiedBeforeUtc = To is { } to && to < DateOnly.MaxValue ? LocalDays.BeginOf(to.AddDays(1), zone) : null,
            Text = Text,
            Sort = Sort,
            Ascending = Ascending,
            Page = Page,
            Size = PageSize,
        };
    }

    private static string? TextOf(string? text) => text?.Trim() is { Length: > 0 and <= LongestText } given ? given : null;

    private static DateOnly? DayOf(string? text) => DateOnly.TryParseExact(text, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
