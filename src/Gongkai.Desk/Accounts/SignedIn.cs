using Gongkai.Content;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Desk.Accounts;

/// <summary>The account behind a request, as it is stored now; a feature of the request.</summary>
internal sealed record SignedIn(Account Account)
{
    public DeskUser User { get; } = Account.ToUser();
}

/// <summary>Who is behind the request, or behind work that goes on without one.</summary>
internal sealed class RequestUser(IHttpContextAccessor accessor, ActingUser acting) : ICurrentUser
{
    public DeskUser User => acting.User ?? (accessor.HttpContext is { } http ? http.Features.Get<SignedIn>()?.User ?? DeskUser.Anonymous : DeskUser.System);
}
