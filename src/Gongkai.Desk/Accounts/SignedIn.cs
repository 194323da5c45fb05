using Gongkai.Content;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Desk.Accounts;

/// <summary>The account behind a request, as it is stored now; a feature of the request.</summary>
internal sealed record SignedIn(Account Account)
{
    public DeskUser User { get; } = Account.ToUser();
}

/// <summary>Who is behind the request, or began what goes on without one.</summary>
internal sealed class RequestUser(IHttpContextAccessor accessor, BackgroundUser background) : ICurrentUser
{
    public DeskUser User => background.Current is { } began ? began : accessor.HttpContext is { } http ? http.Features.Get<SignedIn>()?.User ?? DeskUser.Anonymous : DeskUser.System;
}
