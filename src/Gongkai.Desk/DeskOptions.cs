namespace Gongkai.Desk;

/// <summary>How a home sets the desk up.</summary>
public sealed class DeskOptions
{
    /// <summary>Where the desk is unless set.</summary>
    public const string DefaultPath = "/admin";

    private const int MaximumLength = 64;

    /// <summary>The desk's address: a slash and one segment of small letters, digits and hyphens.</summary>
    public string Path { get; set; } = DefaultPath;

    /// <summary>The address's one segment.</summary>
    public string Segment => Path[1..];

    /// <summary>The networks from which the desk can be reached, in CIDR notation; empty for all.</summary>
    public IReadOnlyList<string> AllowedNetworks { get; set; } = [];

    /// <summary>The roles whose people must have a second factor.</summary>
    public IReadOnlyList<string> TwoFactorRoles { get; set; } = [];

    /// <summary>How many attempts to sign in one address has in a minute.</summary>
    public int SignInsPerMinute { get; set; } = 20;

    /// <summary>After how many hours without a request somebody has to sign in again.</summary>
    public int SessionHours { get; set; } = 8;

    /// <summary>After how many days without anybody coming back to it an unsaved working copy goes.</summary>
    public int WorkingCopyDays { get; set; } = 30;

    /// <summary>The folder of the keys that cookies and forms are protected with; every process of one site shares it.</summary>
    public string? KeysFolder { get; set; }

    /// <summary>The organisation's own sign-in; null for none.</summary>
    public OpenIdConnectSettings? OpenIdConnect { get; set; }

    /// <summary>Whether an address can be the desk's.</summary>
    public static bool IsPath(string path) =>
        path.Length is > 1 and <= MaximumLength && path[0] == '/' && path[1] != '-' && path.Skip(1).All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');
}

/// <summary>Where the organisation signs its people in, by OpenID Connect.</summary>
/// <param name="Authority">Its address, as <c>https://login.example.gov.cn/realms/staff</c>.</param>
/// <param name="ClientId">The site's name there.</param>
/// <param name="ClientSecret">The site's secret there.</param>
/// <param name="NameClaim">The claim that is the account's name here.</param>
/// <param name="Label">What the button says.</param>
public sealed record OpenIdConnectSettings(string Authority, string ClientId, string ClientSecret, string NameClaim, string Label);
