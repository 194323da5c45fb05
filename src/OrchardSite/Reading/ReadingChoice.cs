using Gongkai.Web;

namespace OrchardSite.Reading;

/// <summary>Takes a reader's choice of reading help from a form, without script, and leads back to the page.</summary>
/// <remarks>It changes nothing but a cookie of the reader's own, so it asks for no token: a form that asked for one could not stand on a page that everybody shares.</remarks>
internal static class ReadingChoice
{
    /// <summary>Where forms are sent, and its first segment, which content cannot take.</summary>
    public const string Address = "/reading";

    private const long LongestForm = 8 * 1024;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapPost(Address, (Delegate)TakeAsync).WithName("OrchardSite.Reading").ExcludeFromDescription();

    private static async Task<IResult> TakeAsync(HttpContext http)
    {
        if (!http.Request.HasFormContentType || http.Request.ContentLength is not (> 0 and <= LongestForm))
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var chosen = ReadingHelp.Press(http.Request.Cookies[ReadingHelp.CookieName], form["help"]);
        var cookie = new CookieOptions { Path = "/", MaxAge = Kept, SameSite = SameSiteMode.Lax, IsEssential = true, Secure = http.Request.IsHttps };
        // Script may change it at once, so it is not hidden from script; it tells nothing of anybody.
        if (chosen.Length > 0)
            http.Response.Cookies.Append(ReadingHelp.CookieName, chosen, cookie);
        else
            http.Response.Cookies.Delete(ReadingHelp.CookieName, cookie);
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.Location = BackOf(http.Request, form["back"]);
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    /// <summary>The page that the reader came from, with its parameters where the browser tells them; never another site.</summary>
    private static string BackOf(HttpRequest request, string? back)
    {
        if (Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var referrer) && referrer.Authority == request.Host.Value && IsLocal(referrer.PathAndQuery))
            return referrer.PathAndQuery;
        return back is not null && IsLocal(back) && Uri.TryCreate(back, UriKind.Relative, out _) ? Uri.EscapeDataString(back).Replace("%2F", "/", StringComparison.Ordinal) : request.PathBase + "/";
    }

    private static bool IsLocal(string address) =>
        address.StartsWith('/') && !(address.Length > 1 && address[1] is '/' or '\\') && !address.Any(char.IsControl) && address != Address;
}
