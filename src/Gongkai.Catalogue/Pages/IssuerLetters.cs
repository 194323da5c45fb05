using System.Globalization;
using Gongkai.Content;
using Gongkai.Web.Models;

namespace Gongkai.Catalogue.Pages;

/// <summary>Issuers by the first letter of their pinyin. The place that most names begin with is passed over: 甲市教育局 stands under J of 教育局.</summary>
/// <param name="pinyin">Reads names.</param>
internal sealed class IssuerLetters(IPinyin pinyin)
{
    private const string Other = "#";
    private const string PlaceEnds = "省市县区旗州盟";
    private const int LongestPlace = 12;
    private const int LeastShared = 3;

    /// <summary>The letters that have issuers, each with them in the order of their pinyin.</summary>
    public IReadOnlyList<LetterGroup> Of(IReadOnlyCollection<Term> issuers, IReadOnlyDictionary<string, int> counts)
    {
        var places = PlacesOf(issuers);
        return [.. issuers.Select(term => (Term: term, Reading: pinyin.Read(WithoutPlace(term.Label, places))))
            .GroupBy(issuer => LetterOf(issuer.Reading), StringComparer.Ordinal)
            .OrderBy(group => group.Key == Other).ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new LetterGroup(group.Key, [.. group.OrderBy(issuer => issuer.Reading, StringComparer.Ordinal).ThenBy(issuer => issuer.Term.Label, StringComparer.Ordinal)
                .Select(issuer => new Link(issuer.Term.Label, issuer.Term.Url, Count: counts.GetValueOrDefault(issuer.Term.Id)))]))];
    }

    private static string LetterOf(string reading) =>
        reading.Length > 0 && char.IsAsciiLetterLower(reading[0]) ? reading[0].ToString().ToUpper(CultureInfo.InvariantCulture) : Other;

    /// <summary>The beginnings that several names share and that end as the names of places do.</summary>
    private static HashSet<string> PlacesOf(IReadOnlyCollection<Term> issuers) =>
        [.. issuers.SelectMany(term => Beginnings(term.Label)).GroupBy(beginning => beginning, StringComparer.Ordinal)
            .Where(group => group.Count() >= LeastShared && group.Key != "城市").Select(group => group.Key)];

    private static IEnumerable<string> Beginnings(string name)
    {
        for (var length = 2; length <= Math.Min(LongestPlace, name.Length - 1); length++)
        {
            if (PlaceEnds.Contains(name[length - 1], StringComparison.Ordinal))
                yield return name[..length];
        }
    }

    private static string WithoutPlace(string name, HashSet<string> places) =>
        Beginnings(name).LastOrDefault(places.Contains) is { } place ? name[place.Length..] : name;
}
