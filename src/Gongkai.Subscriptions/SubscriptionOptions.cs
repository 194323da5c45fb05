namespace Gongkai.Subscriptions;

/// <summary>How a home sets subscriptions up.</summary>
/// <param name="Hour">The hour of the digests, 0–23, in the site's time zone.</param>
/// <param name="UnconfirmedDays">After how many days a subscription that nobody confirmed goes.</param>
/// <param name="AskedPerMinute">How many subscriptions may be asked for in a minute, by all together.</param>
public sealed record SubscriptionOptions(int Hour = 8, int UnconfirmedDays = 3, int AskedPerMinute = 30);
