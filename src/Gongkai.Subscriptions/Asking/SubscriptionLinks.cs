using System.Globalization;
using System.Security.Cryptography;
using Gongkai.Content;
using Gongkai.Subscriptions.Texts;
using Gongkai.Web.Languages;
using Microsoft.AspNetCore.DataProtection;

namespace Gongkai.Subscriptions.Asking;

/// <summary>What a link that asks for confirmation says.</summary>
/// <param name="Id">The subscription.</param>
/// <param name="Rhythm">The rhythm that was asked for.</param>
/// <param name="Language">The language in which it was asked for.</param>
internal sealed record ConfirmationLink(string Id, DigestRhythm Rhythm, string Language);

/// <summary>Links in mails that are a permission by themselves: sealed with the site's keys, so that nobody can make one.</summary>
internal sealed class SubscriptionLinks(IDataProtectionProvider protection, MailOffer offer, TimeProvider time)
{
    /// <summary>How long a subscription can be confirmed.</summary>
    public static readonly TimeSpan ConfirmationTime = TimeSpan.FromHours(48);

    public const string Confirm = "/confirm";
    public const string Leave = "/leave";
    public const string Token = "t";

    private const int LongestToken = 1024;

    private readonly IDataProtector _confirm = protection.CreateProtector("Gongkai.Subscriptions", "confirm");
    private readonly IDataProtector _leave = protection.CreateProtector("Gongkai.Subscriptions", "leave");

    /// <summary>The link that confirms a subscription, for two days from when it was asked for; its page is in the language of the mail.</summary>
    public string Confirmation(ConfirmationLink link, DateTime askedUtc) => AddressOf(PageLanguage.Find(link.Language)?.Segment, Confirm, _confirm.Protect(string.Join(
        '|', link.Id, (askedUtc + ConfirmationTime).Ticks.ToString(CultureInfo.InvariantCulture), link.Rhythm == DigestRhythm.Weekly ? "w" : "d", link.Language)));

    /// <summary>The link that ends a subscription, for good.</summary>
    public string Leaving(string id) => AddressOf(segment: null, Leave, _leave.Protect(id));

    /// <summary>What a confirmation says; null when it is none, or its time is over.</summary>
    public ConfirmationLink? ReadConfirmation(string? token) =>
        Open(_confirm, token)?.Split('|') is [var id, var ticks, var rhythm, var language]
        && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var until) && time.GetUtcNow().UtcTicks <= until
            ? new(id, rhythm == "w" ? DigestRhythm.Weekly : DigestRhythm.Daily, MailTexts.LanguageOf(language)) : null;

    /// <summary>The subscription that a link ends; null when it is none.</summary>
    public string? ReadLeaving(string? token) => Open(_leave, token);

    private string AddressOf(string? segment, string page, string token) =>
        $"{offer.Origin}{(string.IsNullOrEmpty(segment) ? "" : "/" + segment)}{Module.Address}{page}?{Token}={token}";

    private static string? Open(IDataProtector protector, string? token)
    {
        if (token is not { Length: > 0 and <= LongestToken })
            return null;
        try
        {
            return protector.Unprotect(token);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
