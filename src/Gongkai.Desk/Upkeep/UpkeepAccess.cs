using Gongkai.Content;
using Gongkai.Desk.Listing;
using Gongkai.Desk.Texts;
using Gongkai.Review.Upkeep;

namespace Gongkai.Desk.Upkeep;

/// <summary>Which items somebody sees on the pages of upkeep: those of their lists.</summary>
/// <param name="access">The lists.</param>
/// <param name="texts">The words.</param>
internal sealed class UpkeepAccess(ListAccess access, DeskTexts texts)
{
    private const int MostNamed = 3;

    /// <summary>The items that somebody sees.</summary>
    public async Task<UpkeepScope> ScopeOfAsync(DeskUser user, CancellationToken cancellationToken) =>
        new([.. access.TypesFor(user).Select(type => type.Name)], await access.OfficesOfAsync(user, cancellationToken));

    /// <summary>Who answers, in words; empty for nobody.</summary>
    public string WordsOf(ResponsibleParty party)
    {
        var names = string.Join('、', party.People.Take(MostNamed).Select(account => account.DisplayName.Length > 0 ? account.DisplayName : account.Name));
        return party.People.Count > MostNamed ? texts["{0}等 {1} 人", names, party.People.Count] : names;
    }
}
