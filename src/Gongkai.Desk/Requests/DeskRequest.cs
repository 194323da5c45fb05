using Microsoft.AspNetCore.Http;

namespace Gongkai.Desk.Requests;

/// <summary>A request to the desk from a network that may know of it; a feature of the request. Without it the desk's addresses are like any that do not exist.</summary>
public sealed class DeskRequest
{
    /// <summary>The status that the problem page is to show; 0 for an ordinary request.</summary>
    internal int Problem { get; set; }

    /// <summary>Whether a request is to the desk and may know of it: its errors get the desk's own page.</summary>
    public static bool Is(HttpContext http) => http.Features.Get<DeskRequest>() is not null;
}
