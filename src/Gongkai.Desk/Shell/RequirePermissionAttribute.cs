namespace Gongkai.Desk.Shell;

/// <summary>What somebody needs to come to a page or an endpoint of the desk or, on a handler's method, to do what it does. Several are needed all together.</summary>
/// <remarks>
/// It opens the door: whether this item of that type and office may be touched, the page asks <see cref="DeskPage.Can(string, Gongkai.Content.ContentItem?)"/>.
/// An address below the desk without it, and without <see cref="Microsoft.AspNetCore.Authorization.AllowAnonymousAttribute"/>, is closed to everybody, and a test fails.
/// </remarks>
/// <param name="permission">One of <see cref="Gongkai.Content.Permissions"/>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class RequirePermissionAttribute(string permission) : Attribute
{
    /// <summary>The permission.</summary>
    public string Permission { get; } = permission;
}

/// <summary>Open also to people who still have to change their password or set up their second factor: the pages where they do, and signing out.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class BeforeReadyAttribute : Attribute;
