using Gongkai.Content;

namespace Gongkai.Review.Upkeep.Freshness;

/// <summary>An overdue item with who answers for it.</summary>
/// <param name="Item">The item.</param>
/// <param name="DueOn">The last day on which it was to be looked at.</param>
/// <param name="Party">Who answers for it.</param>
public sealed record OverdueLine(OverdueItem Item, DateOnly DueOn, ResponsibleParty Party);

/// <summary>Finds documents that nobody looked at for too long, and notes that somebody did.</summary>
public sealed class OverdueWork(IFreshness freshness, ISettings settings, UpkeepPeople people, IContentReader reader, IPermissions permissions, ICurrentUser current, SiteSettings site)
{
    /// <summary>Lines a page.</summary>
    public const int PageSize = 50;

    /// <summary>The settings as they are now.</summary>
    public FreshnessSettings Settings => new(settings.Get(FreshnessSettings.Document));

    /// <summary>A page of what is overdue.</summary>
    /// <param name="scope">What whoever is there sees.</param>
    /// <param name="isMine">Only what they answer for.</param>
    /// <param name="page">The page, from 1.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<(int Total, IReadOnlyList<OverdueLine> Lines)> FindAsync(UpkeepScope scope, bool isMine, int page, CancellationToken cancellationToken = default)
    {
        var rule = await people.FindAsync(cancellationToken);
        var periods = Settings.Types;
        var found = await freshness.FindAsync(RequestOf(scope, isMine ? rule : null) with { Page = page, Size = PageSize }, cancellationToken);
        return (found.Total, [.. found.Items.Select(item => new OverdueLine(item, periods[item.Item.ContentType].DueOn(site.DayOf(item.SinceUtc)), rule.Of(item.Maker, item.Issuers)))]);
    }

    /// <summary>How much is overdue of what whoever is there answers for.</summary>
    public async Task<int> CountMineAsync(UpkeepScope scope, CancellationToken cancellationToken = default) =>
        await freshness.CountAsync(RequestOf(scope, await people.FindAsync(cancellationToken)), cancellationToken);

    /// <summary>Notes that items were looked at and are still right.</summary>
    /// <returns>How many were noted; the others are not theirs to edit, or readers see another version by now.</returns>
    public async Task<int> NoteAsync(IReadOnlyCollection<SeenItem> seen, CancellationToken cancellationToken = default)
    {
        var given = seen.Take(OverdueRequest.LargestPage).ToList();
        var items = await reader.GetManyAsync([.. given.Select(item => item.ContentItemId)], VersionOption.Published, cancellationToken);
        var theirs = items.Where(item => permissions.IsAllowed(current.User, Permissions.EditContent, item)).Select(item => item.ContentItemId).ToHashSet(StringComparer.Ordinal);
        return (await freshness.NoteAsync([.. given.Where(item => theirs.Contains(item.ContentItemId))], cancellationToken)).Count;
    }

    private OverdueRequest RequestOf(UpkeepScope scope, Responsibility? rule) => new(Settings.Types.Where(type => scope.ContentTypes.Contains(type.Key))
        .ToDictionary(type => type.Key, type => type.Value.FirstFreshUtc(site.Today, site.TimeZone), StringComparer.Ordinal))
    {
        Offices = scope.Offices,
        Responsible = rule?.ChoiceFor(current.User),
    };
}
