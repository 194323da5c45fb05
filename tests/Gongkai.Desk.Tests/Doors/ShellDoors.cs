namespace Gongkai.Desk.Tests.Doors;

/// <summary>The frame, signing in, and one's own account.</summary>
public sealed class ShellDoors : IDoors
{
    public IEnumerable<Door> Rows =>
    [
        new("/Index GET", "/admin", Who.SignedIn),
        new("/SignIn GET", "/admin/sign-in", Who.Everybody),
        new("/SignIn POST", "/admin/sign-in", Who.Everybody),
        new("/SignInCode GET", "/admin/sign-in-code", Who.Everybody),
        new("/SignInCode POST", "/admin/sign-in-code", Who.Everybody),
        new("/SignInWith GET", "/admin/sign-in-with", Who.Everybody),
        new("/SignInWith POST", "/admin/sign-in-with", Who.Everybody),
        new("/SignOut GET", "/admin/sign-out", Who.Everybody),
        new("/Language GET", "/admin/language", Who.Everybody),
        new("/Language POST", "/admin/language", Who.Everybody),
        new("/Problem GET", "/admin/problem", Who.Everybody),
        new("/Account/Index GET", "/admin/account", Who.SignedIn),
        new("/Account/Password GET", "/admin/account/password", Who.SignedIn),
        new("/Account/Password POST", "/admin/account/password", Who.SignedIn, ("chosen", "a"), ("again", "b")),
        new("/Account/TwoFactor GET", "/admin/account/two-factor", Who.SignedIn),
        new("/Account/TwoFactor POST Start", "/admin/account/two-factor?handler=Start", Who.SignedIn),
        new("/Account/TwoFactor POST On", "/admin/account/two-factor?handler=On", Who.SignedIn),
        new("/Account/TwoFactor POST Codes", "/admin/account/two-factor?handler=Codes", Who.SignedIn),
        new("/Account/TwoFactor POST Off", "/admin/account/two-factor?handler=Off", Who.SignedIn),
        new("Gongkai.Desk.File GET", "/admin/files/desk.css", Who.Everybody),
        new("Gongkai.Desk.Missing GET", "/admin/nothing", Who.Everybody),
        new("/SignOut POST", "/admin/sign-out", Who.Everybody),
    ];
}
