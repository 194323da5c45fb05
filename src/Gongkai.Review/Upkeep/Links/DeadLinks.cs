using Gongkai.Content;

namespace Gongkai.Review.Upkeep.Links;

/// <summary>A dead link with the items that have it.</summary>
/// <param name="Link">The link.</param>
/// <param name="Uses">The first of the items, each with who answers for it.</param>
/// <param name="Total">How many items have it.</param>
public sealed record DeadLink(OutsideLink Link, IReadOnlyList<(OutsideLinkUse Use, ResponsibleParty Party)> Uses, int Total);

/// <summary>Finds links to elsewhere that are dead: that failed on so many different days.</summary>
public sealed class DeadLinks(IOutsideLinks links, LinkCheckOptions options, UpkeepPeople people, ICurrentUser current, TimeProvider time)
{
    /// <summary>Lines a page.</summary>
    public const int PageSize = 50;

    /// <summary>Whether links are checked at all.</summary>
    public bool IsOn => options.IsOn;

    /// <summary>On how many days a link must fail.</summary>
    public int DeadAfterDays => options.DeadAfterDays;

    /// <summary>How far the check is.</summary>
    public Task<OutsideLinkProgress> ProgressAsync(CancellationToken cancellationToken = default) => links.ProgressAsync(cancellationToken);

    /// <summary>A page of dead links.</summary>
    /// <param name="scope">What whoever is there sees.</param>
    /// <param name="isMine">Only those in items that they answer for.</param>
    /// <param name="page">The page, from 1.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<(int Total, IReadOnlyList<DeadLink> Links)> FindAsync(UpkeepScope scope, bool isMine, int page, CancellationToken cancellationToken = default)
    {
        var rule = await people.FindAsync(cancellationToken);
        var found = await links.FindAsync(RequestOf(scope, isMine ? rule : null) with { Page = page, Size = PageSize }, cancellationToken);
        return (found.Total, [.. found.Links.Select(link => new DeadLink(link.Link, [.. link.Uses.Select(use => (use, rule.Of(use.Maker, use.Issuers)))], link.Total))]);
    }

    /// <summary>How many dead links are in items that whoever is there answers for.</summary>
    public async Task<int> CountMineAsync(UpkeepScope scope, CancellationToken cancellationToken = default) =>
        options.IsOn ? await links.CountAsync(RequestOf(scope, await people.FindAsync(cancellationToken)), cancellationToken) : 0;

    /// <summary>Has a link asked for as soon as may be; false when it is not there any more.</summary>
    public Task<bool> AskAgainAsync(string id, CancellationToken cancellationToken = default) => links.AskAgainAsync(id, time.GetUtcNow().UtcDateTime, cancellationToken);

    private FailingLinkRequest RequestOf(UpkeepScope scope, Responsibility? rule) =>
        new(scope.ContentTypes, options.DeadAfterDays) { Offices = scope.Offices, Responsible = rule?.ChoiceFor(current.User) };
}
