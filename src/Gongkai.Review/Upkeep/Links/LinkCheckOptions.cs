using System.Net;

namespace Gongkai.Review.Upkeep.Links;

/// <summary>How links to elsewhere are checked.</summary>
public sealed record LinkCheckOptions
{
    /// <summary>Whether they are. Not unless it is said: an office's network may have no way out.</summary>
    public bool IsOn { get; init; }

    /// <summary>Who asks, as the servers see it.</summary>
    public string UserAgent { get; init; } = "GongkaiLinkCheck/1.0";

    /// <summary>After how many days a link that works is asked for again.</summary>
    public int Days { get; init; } = 7;

    /// <summary>On how many different days a link must fail to count as dead.</summary>
    public int DeadAfterDays { get; init; } = 3;

    /// <summary>How long a server is left alone between two requests.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a server has for an answer.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Which addresses may be asked.</summary>
    internal Func<IPAddress, bool> IsAllowed { get; init; } = PublicAddresses.IsPublic;

    /// <summary>The addresses of a name.</summary>
    internal Func<string, CancellationToken, Task<IPAddress[]>> Resolve { get; init; } = Dns.GetHostAddressesAsync;
}
