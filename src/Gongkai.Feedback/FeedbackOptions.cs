namespace Gongkai.Feedback;

/// <summary>How a home sets the readers' feedback up.</summary>
/// <param name="Days">How many days reports that were dealt with and counts are kept.</param>
/// <param name="ContactDays">How many days after a report was dealt with it is still known how to reach the reader.</param>
public sealed record FeedbackOptions(int Days = 400, int ContactDays = 30);
