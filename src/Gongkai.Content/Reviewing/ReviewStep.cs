using System.Text.Json.Nodes;

namespace Gongkai.Content;

/// <summary>What a step of an item's review was.</summary>
public enum ReviewStepKind
{
    /// <summary>Somebody wrote a version: the first one of theirs in this round, or one by which the item goes back to its beginning.</summary>
    Written,

    /// <summary>It went on to a later stage.</summary>
    Forwarded,

    /// <summary>It went back to an earlier stage, with a remark.</summary>
    Returned,

    /// <summary>At the last stage the time of publication was set or cancelled.</summary>
    Scheduled,

    /// <summary>It was published: the round is over.</summary>
    Published,

    /// <summary>It is public without what must be public with it, which is owed now. No step of a graph.</summary>
    Owed,

    /// <summary>What was owed came. No step of a graph.</summary>
    Settled,
}

/// <summary>One step of an item's review, as its history keeps it.</summary>
/// <param name="ContentItemId">The item.</param>
/// <param name="VersionId">The version that it was about, or that came of it.</param>
/// <param name="Kind">What it was.</param>
public sealed record ReviewStep(string ContentItemId, string VersionId, ReviewStepKind Kind)
{
    /// <summary>Its number within the item's history, from 1; given when it is written.</summary>
    public int Number { get; init; }

    /// <summary>The graph that was followed.</summary>
    public string Graph { get; init; } = "";

    /// <summary>The stage that the item left.</summary>
    public string From { get; init; } = "";

    /// <summary>The stage that it came to.</summary>
    public string To { get; init; } = "";

    /// <summary>The account that took it.</summary>
    public string UserName { get; init; } = "";

    /// <summary>What people read for it, as it was then.</summary>
    public string DisplayName { get; init; } = "";

    /// <summary>The account for which a deputy took it; null when it was taken by one's own right.</summary>
    public string? InsteadOf { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTime AtUtc { get; init; }

    /// <summary>What was remarked; empty for nothing.</summary>
    public string Remark { get; init; } = "";

    /// <summary>Until which day the stage that it came to is to be done with, in the site's time zone; null when that is not said.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>What else is to be known of it: the mode that was decided and its ground, who wrote, a time.</summary>
    public JsonObject? Details { get; init; }
}

/// <summary>Where an item that is under review stands.</summary>
/// <param name="ContentItemId">The item.</param>
/// <param name="ContentType">Its type.</param>
/// <param name="VersionId">The version of its last step.</param>
/// <param name="Graph">The graph that it follows.</param>
/// <param name="Stage">The stage.</param>
/// <param name="SinceUtc">Since when it stands there, UTC.</param>
/// <param name="DueOn">Until which day the stage is to be done with; null when that is not said.</param>
/// <param name="Submitter">The account that submitted it last.</param>
public sealed record ReviewState(string ContentItemId, string ContentType, string VersionId, string Graph, string Stage, DateTime SinceUtc, DateOnly? DueOn, string Submitter);

/// <summary>An item that is public without what must be public with it.</summary>
/// <param name="ContentItemId">The item.</param>
/// <param name="What">What is owed, by the name that the step has for it.</param>
/// <param name="SinceUtc">Since when, UTC.</param>
/// <param name="DueOn">The day on which it was due, in the site's time zone.</param>
/// <param name="UserName">The account by which it came so.</param>
/// <param name="Reason">Why.</param>
public sealed record OwedHalf(string ContentItemId, string What, DateTime SinceUtc, DateOnly DueOn, string UserName, string Reason);

/// <summary>Somebody who acts for a person who is away.</summary>
/// <param name="Id">Identifies it.</param>
/// <param name="Absent">The account of who is away.</param>
/// <param name="StandIn">The account of who acts.</param>
/// <param name="From">The first day, in the site's time zone.</param>
/// <param name="Until">The last day.</param>
public sealed record Deputy(string Id, string Absent, string StandIn, DateOnly From, DateOnly Until)
{
    /// <summary>Whether it holds on a day.</summary>
    public bool HoldsOn(DateOnly day) => From <= day && day <= Until;
}
