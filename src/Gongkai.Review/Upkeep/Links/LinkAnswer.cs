using Gongkai.Content;

namespace Gongkai.Review.Upkeep.Links;

/// <summary>What came of asking for a link once.</summary>
/// <param name="State">What it was.</param>
/// <param name="Status">The HTTP status; 0 for no answer.</param>
/// <param name="Reason">Why it failed, a key of texts; empty when it did not.</param>
/// <param name="RetryAfter">How long the server wants to be left alone.</param>
public sealed record LinkAnswer(OutsideLinkState State, int Status = 0, string Reason = "", TimeSpan? RetryAfter = null);

/// <summary>The rule of what answers mean.</summary>
public static class LinkRules
{
    /// <summary>The name of the server does not exist.</summary>
    public const string NoName = "域名不能解析";

    /// <summary>Nobody listens there.</summary>
    public const string NoConnection = "连接不上服务器";

    /// <summary>No answer came in time.</summary>
    public const string NoAnswer = "服务器没有按时回答";

    /// <summary>Its certificate is not valid.</summary>
    public const string BadCertificate = "安全证书有问题";

    /// <summary>What came was no answer.</summary>
    public const string BadAnswer = "服务器的回答不能读";

    /// <summary>It leads on and on.</summary>
    public const string ManyRedirects = "转来转去，没有到头";

    /// <summary>It leads to an inner network, or to a port at which no websites are.</summary>
    public const string NotPublic = "指向内部网络，读者打不开，没有检查";

    /// <summary>The server says that there is nothing.</summary>
    public const string NotThere = "网页不存在";

    /// <summary>The server says that something is wrong.</summary>
    public const string ServerFault = "服务器出错";

    private static readonly TimeSpan ShortestPatience = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LongestPatience = TimeSpan.FromDays(7);
    private static readonly TimeSpan UsualPatience = TimeSpan.FromHours(6);

    /// <summary>All reasons, which are keys of texts.</summary>
    public static IReadOnlyList<string> Reasons { get; } = [NoName, NoConnection, NoAnswer, BadCertificate, BadAnswer, ManyRedirects, NotPublic, NotThere, ServerFault];

    /// <summary>What an HTTP status means. What is there, and not for everybody, works: who may see it is its site's to say.</summary>
    public static LinkAnswer Of(int status, TimeSpan? retryAfter) => status switch
    {
        429 => new(OutsideLinkState.Waits, status, "", retryAfter ?? UsualPatience),
        503 when retryAfter is not null => new(OutsideLinkState.Waits, status, "", retryAfter),
        401 or 403 or 407 or 451 => new(OutsideLinkState.Works, status),
        >= 500 => new(OutsideLinkState.Fails, status, ServerFault),
        >= 400 => new(OutsideLinkState.Fails, status, NotThere),
        _ => new(OutsideLinkState.Works, status),
    };

    /// <summary>What is known of a link after an answer, and when it is asked for again.</summary>
    /// <param name="link">What was known.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="nowUtc">When it came.</param>
    /// <param name="today">That day, in the site's time zone: a link fails once a day.</param>
    /// <param name="days">After how many days a link that works is asked for again.</param>
    public static OutsideLink After(OutsideLink link, LinkAnswer answer, DateTime nowUtc, DateOnly today, int days)
    {
        var looked = link with { State = answer.State, Status = answer.Status, Reason = answer.Reason, LookedUtc = nowUtc };
        return answer.State switch
        {
            OutsideLinkState.Works => looked with { FailingSince = null, FailedOn = null, FailedDays = 0, NextUtc = nowUtc.AddDays(days) },
            OutsideLinkState.Fails => looked with
            {
                FailingSince = link.FailingSince ?? today,
                FailedOn = today,
                FailedDays = link.FailedOn == today ? link.FailedDays : link.FailedDays + 1,
                NextUtc = nowUtc.AddDays(1),
            },
            // Neither dead nor alive: what was known stays.
            OutsideLinkState.Waits => looked with { Reason = link.Reason, NextUtc = nowUtc + PatienceOf(answer.RetryAfter) },
            _ => looked with { FailingSince = null, FailedOn = null, FailedDays = 0, NextUtc = nowUtc + LongestPatience * 4 },
        };
    }

    /// <summary>How long a server is left alone that asked for patience: some minutes at least, a week at most.</summary>
    public static TimeSpan PatienceOf(TimeSpan? retryAfter)
    {
        var asked = retryAfter ?? UsualPatience;
        return asked < ShortestPatience ? ShortestPatience : asked > LongestPatience ? LongestPatience : asked;
    }
}
