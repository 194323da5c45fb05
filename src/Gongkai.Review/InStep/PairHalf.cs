using Gongkai.Content;

namespace Gongkai.Review.InStep;

/// <summary>How far one half of a pair is on its way to the public.</summary>
public enum HalfStanding
{
    /// <summary>It is public.</summary>
    Public,

    /// <summary>Everybody agreed to it: it can be published.</summary>
    Ready,

    /// <summary>It was submitted and is not agreed to yet, or was sent back.</summary>
    UnderReview,

    /// <summary>It was never submitted.</summary>
    Drafting,

    /// <summary>A policy of which it was decided, or proposed, that it is not for everybody.</summary>
    Withheld,
}

/// <summary>One half of a pair: a policy that needs an interpretation, or an interpretation that names it.</summary>
/// <param name="Item">Its newest version; the published one where there is no newer.</param>
/// <param name="Standing">How far it is.</param>
/// <param name="StageLabel">What people call the stage at which it stands.</param>
public sealed record PairHalf(ContentItem Item, HalfStanding Standing, Wording StageLabel)
{
    /// <summary>When it is going to be published, UTC; null when no time is set.</summary>
    public DateTime? DueUtc => ScheduleTimes.Of(Item, ScheduleAction.Publish);

    /// <summary>What people call it.</summary>
    public string Title => Item.DisplayText.Length > 0 ? Item.DisplayText : Item.ContentItemId;
}
