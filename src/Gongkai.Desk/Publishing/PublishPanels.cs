using System.Globalization;
using Gongkai.Content;
using Gongkai.Desk.Checking;
using Gongkai.Desk.Listing;

namespace Gongkai.Desk.Publishing;

/// <summary>What was wrong with the last thing that was tried.</summary>
/// <param name="Faults">What was wrong.</param>
/// <param name="Action">The time that was to be set; null when it was something else.</param>
/// <param name="When">The time as it was written.</param>
internal sealed record PanelFault(IReadOnlyList<ValidationError> Faults, ScheduleAction? Action, string? When);

/// <summary>What the panel "publishing" shows of an item.</summary>
/// <param name="Item">The item and what may be done.</param>
/// <param name="Chips">Its state in words.</param>
/// <param name="PublishDue">When its draft is to be published, as a browser's field has it; empty for none.</param>
/// <param name="ArchiveDue">When it is to be archived.</param>
/// <param name="ZoneWords">The site's time zone in words.</param>
/// <param name="Address">Its public address; null when nothing is public there.</param>
/// <param name="Withdrawal">How it was withdrawn; null when it was not.</param>
/// <param name="TargetTitle">The title of what its address leads to.</param>
/// <param name="FormerRoutes">The addresses that it had before.</param>
/// <param name="Fault">What was wrong with the last thing that was tried.</param>
internal sealed record PublishPanel(
    ItemRights Item, IReadOnlyList<StateChip> Chips, string PublishDue, string ArchiveDue, string ZoneWords, string? Address, StoredWithdrawal? Withdrawal, string? TargetTitle,
    IReadOnlyList<string> FormerRoutes, PanelFault? Fault)
{
    /// <summary>How much the checks have to say of the newest version; null when it is deleted.</summary>
    public CheckCount? Checks { get; init; }

    /// <summary>What was written for a time, or is set.</summary>
    public string WhenOf(ScheduleAction action) => Fault?.Action == action ? Fault.When ?? "" : action == ScheduleAction.Publish ? PublishDue : ArchiveDue;

    /// <summary>The faults of a time.</summary>
    public IEnumerable<Wording> FaultsOf(ScheduleAction action) => Fault?.Action == action ? Fault.Faults.Select(fault => fault.Wording) : [];

    /// <summary>The faults of everything else.</summary>
    public IEnumerable<Wording> OtherFaults => Fault is { Action: null } ? Fault.Faults.Select(fault => fault.Wording) : [];
}

/// <summary>Makes the panel "publishing".</summary>
internal sealed class PublishPanels(StateChips chips, IContentDefinitions definitions, IFormerAddresses addresses, IContentReader reader, CheckCounts counts, SiteSettings site, TimeProvider time)
{
    /// <summary>The panel of an item.</summary>
    public async Task<PublishPanel> OfAsync(ItemRights item, PanelFault? fault, CancellationToken cancellationToken)
    {
        var withdrawal = item.State.Published is null ? await addresses.GetWithdrawalAsync(item.Id, cancellationToken) : null;
        var line = ListedItem.Of(item.State, version => IndexContribution.Of(version, definitions.Current), withdrawal is not null);
        var target = withdrawal?.Withdrawal.TargetId is { } id ? await reader.GetAsync(id, cancellationToken: cancellationToken) : null;
        return new(item, line is null ? [] : [.. chips.Of(line)], Shown(line?.PublishDueUtc), Shown(line?.ArchiveDueUtc), ZoneWords(),
            item.State.Published is { } published && published.IsPublic() ? AutoroutePart.UrlOf(published) : null, withdrawal,
            withdrawal?.Withdrawal.TargetPath ?? (target?.IsPublic() == true ? target.DisplayText : withdrawal?.Withdrawal.TargetId),
            [.. (await addresses.RoutesOfAsync(item.Id, cancellationToken)).Where(route => route.ContainedItemId is null).Select(route => "/" + route.Path)], fault)
        {
            Checks = item.State.Latest is { } latest ? await counts.OfAsync(latest, cancellationToken) : null,
        };
    }

    private string ZoneWords() => $"{site.TimeZone.StandardName}，{ScheduleRules.OffsetWords(time.GetUtcNow().UtcDateTime, site.TimeZone)}";

    private string Shown(DateTime? utc) =>
        utc is { } due ? TimeZoneInfo.ConvertTimeFromUtc(due, site.TimeZone).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture) : "";
}
